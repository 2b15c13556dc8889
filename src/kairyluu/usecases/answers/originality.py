"""A draft that repeats an earlier answer, or says nothing, is justified before it goes to the head and before it is signed. A
step of drafting, submitting, signing and sending, in their transaction."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from kairyluu.data.appeals.answer_prints import take_print
from kairyluu.data.appeals.models import Answer, Appeal, NearCopy
from kairyluu.queries.quality.near_copies import (
    Measured,
    boilerplate,
    list_near_copies,
    measure,
    words_of_answer,
)
from kairyluu.rules.facts import Actor
from kairyluu.rules.quality.near_copies import own_words
from kairyluu.rules.refusals import Refused


class NearCopyUnexplained(Refused):
    """The text repeats an earlier answer or says nothing, and nobody wrote why it is right all the same; facts: shares
    (per cent), phrases."""


def note_copies(appeal: Appeal, answer: Answer, reason: str, *, actor: Actor, now: datetime) -> None:
    """What is found in the draft takes the place of what was found in the one before."""
    NearCopy.objects.filter(appeal=appeal).delete()
    _write(appeal, measure(actor, appeal, answer), reason, actor=actor, now=now)


def demand_original(appeal: Appeal, *, actor: Actor) -> dict[str, Any]:
    """Facts for the journal; what the actor may not know of is not held against him."""
    rows = list_near_copies(actor, appeal)
    _demand_reasons(rows)
    return _facts(rows)


def demand_original_again(
    appeal: Appeal, answer: Answer, reason: str, *, actor: Actor, now: datetime
) -> dict[str, Any]:
    """Before signing: a head sees more answers than the executor. What was justified before stays so."""
    before = list_near_copies(actor, appeal)
    known = {row.other_id for row in before if row.other_id}
    found = measure(actor, appeal, answer)
    new = Measured(copies=tuple(one for one in found.copies if one.other.pk not in known))
    fresh = _write(appeal, new, reason, actor=actor, now=now)
    _demand_reasons([*before, *fresh])
    return _facts([*before, *fresh])


def print_answer(appeal: Appeal, answer: Answer) -> None:
    """From now on later answers are compared with this one."""
    text = words_of_answer(answer, appeal.questions.all())
    take_print(appeal, own_words(text, boilerplate(answer.language, appeal.body.code)))


def _write(appeal: Appeal, found: Measured, reason: str, *, actor: Actor, now: datetime) -> list[NearCopy]:
    common: dict[str, Any] = {
        "appeal": appeal,
        "reason": reason,
        "author_id": actor.official_id,
        "measured_at": now,
    }
    rows = [NearCopy(other=one.other, share=one.share, **common) for one in found.copies]
    if found.of_appeal or found.phrases:
        rows.append(NearCopy(share=found.of_appeal, empty_phrases=list(found.phrases), **common))
    return NearCopy.objects.bulk_create(rows)


def _demand_reasons(rows: list[NearCopy]) -> None:
    if any(not row.reason.strip() for row in rows):
        raise NearCopyUnexplained(_told(rows))


def _told(rows: list[NearCopy]) -> dict[str, Any]:
    return {
        "shares": [round(100 * row.share) for row in rows if row.share],
        "phrases": [phrase for row in rows for phrase in row.empty_phrases],
    }


def _facts(rows: list[NearCopy]) -> dict[str, Any]:
    """Which answers were repeated is left to the rows, which not everybody may read."""
    if not rows:
        return {}
    reasons = list(dict.fromkeys(row.reason for row in rows))
    return _told(rows) | {"justified": "\n".join(reasons)}
