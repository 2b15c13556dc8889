"""The applicant rates the answer and says whether the matter is really resolved. The national scale: 1 extremely
unsatisfactory, 5 excellent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals.models import Rating
from kairyluu.data.journal.recording import record
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.voice.opening import answered

SCORES = range(1, 6)


@dataclass(frozen=True, kw_only=True)
class RateAnswer:
    """`score` is 1 to 5."""

    appeal_id: UUID
    score: int
    is_resolved: bool
    comment: str = ""


class ScoreUnknown(Refused):
    """The scale goes from 1 to 5; facts: score."""


@act
def rate_answer(command: RateAnswer, *, actor: Actor, now: datetime) -> Rating:
    """A later rating replaces the earlier one, which stays in the journal; the same one again changes nothing."""
    if command.score not in SCORES:
        raise ScoreUnknown({"score": command.score})
    appeal = answered(command.appeal_id)
    said = {"score": command.score, "is_resolved": command.is_resolved, "comment": command.comment}
    rating = Rating.objects.filter(appeal=appeal).first()
    if rating is not None and {name: getattr(rating, name) for name in said} == said:
        return rating
    rating, _is_new = Rating.objects.update_or_create(appeal=appeal, defaults={**said, "rated_at": now})

    record(
        "rate",
        actor=actor,
        now=now,
        appeal_id=appeal.id,
        body_code=appeal.body.code,
        facts={"score": command.score, "is_resolved": command.is_resolved},
        reason=command.comment,
    )
    return rating
