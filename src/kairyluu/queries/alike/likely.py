"""The earlier appeals that one is likely to repeat, double, or share its cause with; each with reasons and a score."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from kairyluu.data.appeals.fingerprints import who, words_of
from kairyluu.data.appeals.models import Appeal, Applicant
from kairyluu.data.appeals.models.alike import Likeness
from kairyluu.queries.alike.candidates import find_candidates
from kairyluu.queries.alike.seeing import seen_by
from kairyluu.rules import states
from kairyluu.rules.alike.particulars import named_alike, particulars, told, told_alike
from kairyluu.rules.facts import Actor
from kairyluu.rules.likeness import likeness
from kairyluu.rules.repeats import ONE_CAUSE, SAME_PERSON, Judgement, Pair, judge, same_person

MOST_SHOWN = 12
MOST_SIGNERS = 20
People = dict[UUID, list[Applicant]]


@dataclass(frozen=True, kw_only=True)
class Likely:
    """`other` with its body's words at hand; `text` the likeness of the texts, 0..1; `decided` what the registrar made
    of the pair, empty before; `is_later`: `other` came after the appeal looked at."""

    other: Appeal
    applicant: Applicant
    judgement: Judgement
    text: float
    decided: str = ""
    is_later: bool = False

    @property
    def may_lead(self) -> bool:
        """Whether this appeal can wait for the answer to the other one."""
        return "group" in states.verbs_from(self.other.state)


def list_likely(actor: Actor, appeal: Appeal) -> list[Likely]:
    """The likeliest first. Only appeals of the same body that the actor may see; a confidential one stands alone."""
    if appeal.is_confidential:
        return []
    found = find_candidates(seen_by(actor, appeal.body_id).filter(is_confidential=False), appeal)
    if not (found.by_person or found.by_text):
        return []
    people = _people([appeal.pk, *found.by_person, *found.by_text])
    # A namesake is looked at more closely only where the text speaks for it too.
    ids = [pk for pk in found.by_person if _person(people, appeal.pk, pk)[0] >= SAME_PERSON]
    rows = (
        Appeal.objects.filter(pk__in={*ids, *found.by_text})
        .select_related("channel", "topic")
        .defer("search")
    )
    decided = decisions(appeal)
    likely = [_compared(appeal, other, people, decided.get(other.pk, "")) for other in rows]
    return sorted((one for one in likely if one is not None), key=_place)[:MOST_SHOWN]


def decisions(appeal: Appeal) -> dict[UUID, str]:
    """What was decided of pairs with this appeal: kind by the other's id."""
    made = Likeness.objects.filter(Q(appeal=appeal) | Q(other=appeal)).values_list(
        "appeal_id", "other_id", "kind"
    )
    return {other if one == appeal.pk else one: kind for one, other, kind in made}


def pair_of(appeal: Appeal, other: Appeal) -> tuple[Judgement | None, float]:
    """The judgement of two appeals and the likeness of their texts."""
    people = _people([appeal.pk, other.pk])
    return _judged(appeal, other, people)


def is_same_applicant(appeal: Appeal, other: Appeal) -> bool:
    """Whether the main applicants are likely one person."""
    people = _people([appeal.pk, other.pk])
    return same_person(who(people[appeal.pk][0]), who(people[other.pk][0]))[0] >= SAME_PERSON


def _compared(appeal: Appeal, other: Appeal, people: People, decided: str) -> Likely | None:
    judgement, text = _judged(appeal, other, people)
    if judgement is None:
        return None
    return Likely(
        other=other,
        applicant=people[other.pk][0],
        judgement=judgement,
        text=text,
        decided=decided,
        is_later=other.received_at > appeal.received_at,
    )


def _judged(appeal: Appeal, other: Appeal, people: People) -> tuple[Judgement | None, float]:
    person, reasons = _person(people, appeal.pk, other.pk)
    mine, theirs = words_of(appeal), words_of(other)
    text = likeness(mine, theirs)
    pair = Pair(
        person=person,
        text=text,
        same_topic=appeal.topic_id is not None and appeal.topic_id == other.topic_id,
        days_between=abs((appeal.received_at - other.received_at).days),
        is_open=other.is_open,
        # Each is asked where it decides, and costs as much as the rest of the comparison.
        named=named_alike(particulars(mine), particulars(theirs)) if person >= SAME_PERSON else None,
        told=told_alike(told(mine), told(theirs)) if text >= ONE_CAUSE else None,
    )
    return judge(pair, reasons), text


def _person(people: People, one: UUID, other: UUID) -> tuple[float, tuple[str, ...]]:
    """The surest pair among those who signed the two, and why."""
    pairs = (same_person(who(a), who(b)) for a in people[one] for b in people[other])
    return max(pairs, key=lambda found: found[0])


def _people(appeal_ids: list[UUID]) -> People:
    """The main applicant first, then the first co-signers."""
    found: People = {}
    rows = Applicant.objects.filter(appeal_id__in=appeal_ids, position__lt=MOST_SIGNERS).defer("search")
    for person in rows.order_by("appeal_id", "position"):
        found.setdefault(person.appeal_id, []).append(person)
    return found


def _place(one: Likely) -> tuple[bool, float]:
    """Those of the same applicant first."""
    return one.judgement.kind == "look_alike", -one.judgement.score
