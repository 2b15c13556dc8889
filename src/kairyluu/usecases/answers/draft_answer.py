"""The responsible executor writes the draft of the answer. Law No. 67, Article 4(1): a reasoned answer; in the
language of the appeal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kairyluu.data.appeals.models import Answer, Appeal, Question
from kairyluu.data.journal.recording import record
from kairyluu.data.reference.models import Outcome
from kairyluu.queries.directory import directory
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.answers.originality import note_copies
from kairyluu.usecases.appeals.opening import open_for


@dataclass(frozen=True, kw_only=True)
class Point:
    """What is answered to the question at `position`: the norm applied, what was or will be done and by when."""

    position: int
    answer: str = ""
    norm: str = ""
    measure: str = ""
    done_by: date | None = None
    is_promise: bool = False


@dataclass(frozen=True, kw_only=True)
class DraftAnswer:
    """`outcome` is a code of the group result; `measures` says what was actually done; `points` answer the listed
    questions; `gaps_reason` says why something asked is left open,
    `copy_reason` why a text that repeats an earlier one is right."""

    appeal_id: UUID
    text: str
    outcome: str
    measures: str = ""
    language: str = ""
    points: tuple[Point, ...] = ()
    gaps_reason: str = ""
    copy_reason: str = ""
    seen_version: int | None = None


class OutcomeNotListed(Refused):
    """Only a listed result can be the outcome; facts: outcome."""


# Results that have a path of their own and are never chosen for an answer.
OWN_PATHS = frozenset(
    {
        "refused_consideration",
        "left_unconsidered",
        "forwarded",
        "withdrawn",
        "merged",
        "correspondence_closed",
    }
)


@act
def draft_answer(command: DraftAnswer, *, actor: Actor, now: datetime) -> Answer:
    outcome = _outcome(command.outcome)
    appeal = open_for("draft_answer", command.appeal_id, actor=actor, seen_version=command.seen_version)
    appeal.save(update_fields=["version", "state"])
    answer, is_new = Answer.objects.get_or_create(
        appeal=appeal,
        defaults=_fields(command, appeal, outcome) | {"author_id": actor.official_id, "drafted_at": now},
    )
    if not is_new:
        for name, value in _fields(command, appeal, outcome).items():
            setattr(answer, name, value)
        answer.author_id = actor.official_id or answer.author_id
        answer.drafted_at = now
        answer.save()
    _write_points(appeal, command.points)
    note_copies(appeal, answer, command.copy_reason, actor=actor, now=now)

    facts = {"outcome": outcome.code, "length": len(command.text)}
    record("draft_answer", actor=actor, now=now, appeal_id=appeal.id, body_code=appeal.body.code, facts=facts)
    return answer


def _outcome(code: str) -> Outcome:
    outcome = directory().outcomes.get(code)
    if outcome is None or outcome.group != "result" or code in OWN_PATHS:
        raise OutcomeNotListed({"outcome": code})
    return outcome


def _fields(command: DraftAnswer, appeal: Appeal, outcome: Outcome) -> dict[str, object]:
    return {
        "text": command.text,
        "outcome": outcome,
        "measures": command.measures,
        "language": command.language or appeal.reply_language,
        "gaps_reason": command.gaps_reason,
        "copy_reason": command.copy_reason,
    }


def _write_points(appeal: Appeal, points: tuple[Point, ...]) -> None:
    """Questions that no point names keep what was written to them."""
    questions = {question.position: question for question in Question.objects.filter(appeal=appeal)}
    for point in points:
        if question := questions.get(point.position):
            question.answer, question.norm, question.measure = point.answer, point.norm, point.measure
            question.done_by, question.is_promise = point.done_by, point.is_promise
            question.save()
