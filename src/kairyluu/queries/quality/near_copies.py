"""Earlier answers that a draft repeats, and empty words in it: found inside what the actor may see, by an index, then measured."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, F, Value

from kairyluu.data.appeals.models import Answer, Appeal, NearCopy, Question
from kairyluu.data.reference.models import EmptyPhrase
from kairyluu.queries.alike.candidates import Shared
from kairyluu.queries.alike.seeing import seen_by, unknown_to
from kairyluu.queries.cases.answer_texts import list_answer_templates
from kairyluu.queries.directory import directory
from kairyluu.rules.facts import Actor
from kairyluu.rules.quality import near_copies as rule

MOST_MEASURED = 15
MOST_SHOWN = 3


@dataclass(frozen=True, kw_only=True)
class Copied:
    """`share` 0 to 1 of the draft's own words stand in the answer to `other`."""

    other: Appeal
    share: float


@dataclass(frozen=True, kw_only=True)
class Measured:
    """`of_appeal` is the share that repeats the appeal itself, 0 below the limit; `phrases` are the empty ones."""

    copies: tuple[Copied, ...] = ()
    of_appeal: float = 0.0
    phrases: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.copies or self.of_appeal or self.phrases)


def measure(actor: Actor, appeal: Appeal, answer: Answer) -> Measured:
    """The draft as it is stored, against the body's sent answers that the actor may see."""
    text = words_of_answer(answer, appeal.questions.all())
    own = rule.own_words(text, boilerplate(answer.language, appeal.body.code))
    listed = EmptyPhrase.objects.filter(language=answer.language, is_active=True).order_by("code")
    found = rule.empty_phrases(own, listed.values_list("text", flat=True))
    phrases = tuple(one.phrase for one in found)
    if rule.n_words(own) < directory().number("near_copy_least_words"):
        return Measured(phrases=phrases)
    of_appeal = rule.copied_share(own, f"{appeal.subject}\n{appeal.text}")
    is_repeated = 100 * of_appeal >= directory().number("near_copy_of_appeal_percent")
    return Measured(
        copies=_copies(actor, appeal, own), of_appeal=of_appeal if is_repeated else 0.0, phrases=phrases
    )


def words_of_answer(answer: Answer, questions: Iterable[Question]) -> str:
    """What is compared: all but the norms, which are quoted alike in every answer."""
    points = [part for q in questions for part in (q.answer, q.measure)]
    return "\n".join(part for part in (answer.text, *points, answer.measures) if part.strip())


def boilerplate(language: str, body_code: str) -> str:
    """What stands in answers without being anybody's own words: templates, the names of the body and of the one above."""
    known = directory()
    body = known.ever[body_code]
    above = known.bodies_by_id.get(body.parent_id or 0)
    names = [one.name(language) for one in (body, above) if one is not None]
    return rule.boilerplate_of([*names, *(t.text for t in list_answer_templates(language, body_code))])


def _copies(actor: Actor, appeal: Appeal, own: str) -> tuple[Copied, ...]:
    limit = directory().number("near_copy_percent")
    candidates = _candidates(actor, appeal, own)
    fixed = {
        lang: boilerplate(lang, appeal.body.code) for lang in {one.answer.language for one in candidates}
    }
    measured = [
        Copied(other=one, share=rule.copied_share(own, _own(one, fixed[one.answer.language])))
        for one in candidates
    ]
    near = [one for one in measured if 100 * one.share >= limit]
    return tuple(sorted(near, key=lambda one: -one.share)[:MOST_SHOWN])


def _own(other: Appeal, fixed: str) -> str:
    return rule.own_words(words_of_answer(other.answer, other.questions.all()), fixed)


def _candidates(actor: Actor, appeal: Appeal, own: str) -> list[Appeal]:
    """The answers with most bands in common, best first; the newest of equals."""
    wanted = list(rule.bands(own, appeal.body.code))
    if not wanted:
        return []
    shared = Shared(F("answer_print__bands"), Value(wanted, output_field=ArrayField(BigIntegerField())))
    rows = (
        seen_by(actor, appeal.body_id)
        .exclude(pk=appeal.pk)
        .filter(answer_print__bands__overlap=wanted)
        .annotate(n=shared)
        .order_by("-n", "-id")
    )
    best = list(rows.values_list("pk", flat=True)[:MOST_MEASURED])
    found = Appeal.objects.filter(pk__in=best).defer("search").order_by("pk")
    return list(found.select_related("answer", "body").prefetch_related("questions"))


def list_near_copies(actor: Actor, appeal: Appeal) -> list[NearCopy]:
    """As measured when the draft was saved or signed; those of answers that the actor may not know of are left out."""
    rows = list(NearCopy.objects.filter(appeal=appeal).select_related("other__answer"))
    hidden = unknown_to(actor, appeal.body_id, {row.other_id for row in rows if row.other_id})
    return [row for row in rows if row.other_id not in hidden]


def list_near_copies_now(actor: Actor, appeal: Appeal, answer: Answer) -> list[NearCopy]:
    """And those that this actor would be asked about in signing, not saved: a head sees more answers than an executor."""
    rows = list_near_copies(actor, appeal)
    known = {row.other_id for row in rows}
    found = measure(actor, appeal, answer).copies
    new = [
        NearCopy(appeal=appeal, other=one.other, share=one.share)
        for one in found
        if one.other.pk not in known
    ]
    return rows + new
