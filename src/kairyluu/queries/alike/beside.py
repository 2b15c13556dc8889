"""What stands beside an appeal on its case page: likely pairs to decide, what was decided, its group, its matter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from kairyluu.data.appeals.models import Answer, Appeal
from kairyluu.data.appeals.models.alike import Cause, CauseMember, Likeness
from kairyluu.queries.alike.likely import Likely, list_likely
from kairyluu.queries.alike.matter import answered_before
from kairyluu.queries.alike.seeing import seen_by
from kairyluu.queries.directory import directory
from kairyluu.rules import states
from kairyluu.rules.facts import Actor

ENDED = "correspondence_closed"
COMPARED_WHEN = frozenset({"liken", "group"})
TOGETHER = (states.JOINED, states.ANSWERED)  # who left a group some other way waits for nobody
MOST = 100


@dataclass(frozen=True, kw_only=True)
class Bond:
    """`what` another appeal is to this one: repeat_of, repeated_by, look_alike, merged_into, merged, lead, member."""

    what: str
    other: Appeal


@dataclass(frozen=True, kw_only=True)
class Wording:
    """A language in which members of the group are answered, how many, and the words written so far."""

    language: str
    n_members: int
    text: str


@dataclass(frozen=True, kw_only=True)
class Beside:
    """`n_answers` before this appeal on its matter, `least` that allow its end; `ended` is the letter that ended it.
    `wordings` are the languages other than the answer's own."""

    likely: tuple[Likely, ...] = ()
    bonds: tuple[Bond, ...] = ()
    wordings: tuple[Wording, ...] = ()
    n_answers: int = 0
    least: int = 0
    ended: Answer | None = None

    @property
    def groupable(self) -> tuple[Likely, ...]:
        """Those of one cause that still wait for their answer."""
        return tuple(one for one in self.likely if one.judgement.kind == "look_alike" and one.other.is_open)

    @property
    def may_end(self) -> bool:
        return self.least > 0 and self.n_answers >= self.least


def find_beside(actor: Actor, appeal: Appeal, verbs: Iterable[str]) -> Beside:
    """Only appeals that the actor may see. Pairs are looked for while the appeal can still be compared or grouped."""
    open_verbs = set(verbs)
    bonds = _bonds(actor, appeal)
    matter = answered_before(actor, appeal) if _is_repeat(bonds) else []
    return Beside(
        likely=tuple(list_likely(actor, appeal)) if open_verbs & COMPARED_WHEN else (),
        bonds=tuple(bonds),
        wordings=tuple(_wordings(appeal)) if "translate_answer" in open_verbs else (),
        n_answers=len(matter),
        least=directory().number("correspondence_answers") if "end_correspondence" in open_verbs else 0,
        ended=_ending(matter) if matter else None,
    )


def _ending(matter: list[Appeal]) -> Answer | None:
    return Answer.objects.filter(appeal__in=matter, outcome__code=ENDED).select_related("appeal").last()


def _is_repeat(bonds: list[Bond]) -> bool:
    return any(bond.what == "repeat_of" for bond in bonds)


def _bonds(actor: Actor, appeal: Appeal) -> list[Bond]:
    named: dict[UUID, str] = {}
    for one, other, kind in _decided(appeal):
        if kind == "repeat":
            named[other if one == appeal.pk else one] = "repeat_of" if one == appeal.pk else "repeated_by"
        elif kind == "look_alike":
            named[other if one == appeal.pk else one] = "look_alike"
    named |= dict.fromkeys(
        Appeal.objects.filter(merged_into=appeal).values_list("pk", flat=True)[:MOST], "merged"
    )
    if appeal.merged_into_id:
        named[appeal.merged_into_id] = "merged_into"
    membership = CauseMember.objects.filter(appeal=appeal).select_related("cause").first()
    if membership is not None and appeal.state in TOGETHER:
        named[membership.cause.lead_id] = "lead"
    members = CauseMember.objects.filter(cause__lead=appeal, appeal__state__in=TOGETHER).values_list(
        "appeal_id", flat=True
    )
    named |= dict.fromkeys(members[:MOST], "member")
    if not named:
        return []
    seen = (
        seen_by(actor, appeal.body_id).filter(pk__in=named).select_related("outcome").defer("search", "text")
    )
    return [Bond(what=named[one.pk], other=one) for one in seen.order_by("received_at")]


def _decided(appeal: Appeal) -> list[tuple[UUID, UUID, str]]:
    """(appeal, other, kind) of each decision; the first was the one decided on."""
    rows = Likeness.objects.filter(appeal=appeal) | Likeness.objects.filter(other=appeal)
    return list(rows.exclude(kind="unrelated").values_list("appeal_id", "other_id", "kind")[:MOST])


def _wordings(appeal: Appeal) -> list[Wording]:
    cause = Cause.objects.filter(lead=appeal).first()
    if cause is None:
        return []
    answer = Answer.objects.filter(appeal=appeal).first()
    own = answer.language if answer else appeal.reply_language
    waiting = CauseMember.objects.filter(cause=cause, appeal__state=states.JOINED)
    asked = list(waiting.values_list("appeal__reply_language", flat=True))
    return [
        Wording(language=language, n_members=asked.count(language), text=str(cause.texts.get(language, "")))
        for language in sorted(set(asked) - {own})
    ]
