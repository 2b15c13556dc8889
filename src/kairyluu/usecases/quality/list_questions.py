"""The questions an appeal raises are listed, so that each gets its answer. Law No. 67, Article 4(1): a reasoned answer to
what was asked; Resolution No. 463: control that consideration is objective."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals.models import Appeal, Question
from kairyluu.data.journal.recording import record
from kairyluu.rules import policies
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.appeals.opening import official_of, open_for

MOST = 20


@dataclass(frozen=True, kw_only=True)
class ListQuestions:
    """`questions` are all of them in order, empty lines do not count; one in the same words keeps its answer."""

    appeal_id: UUID
    questions: tuple[str, ...]
    seen_version: int | None = None


class TooManyQuestions(Refused):
    """More than anybody would answer one by one; facts: most."""


class QuestionNotYours(Refused):
    """Who writes the answer may add questions; those the registrar or a head listed only they take away; facts: question."""


@act
def list_questions(command: ListQuestions, *, actor: Actor, now: datetime) -> Appeal:
    texts = list(dict.fromkeys(" ".join(text.split()) for text in command.questions if text.strip()))
    if len(texts) > MOST:
        raise TooManyQuestions({"most": MOST})
    appeal = open_for("list_questions", command.appeal_id, actor=actor, seen_version=command.seen_version)
    before = list(Question.objects.filter(appeal=appeal))
    gone = [question for question in before if question.text not in texts]
    _demand_own(gone, actor, appeal)

    appeal.save(update_fields=["version", "state"])
    _write(appeal, texts, before, actor=actor, now=now)

    facts = {"questions": texts, "n_questions": len(texts), "removed": [question.text for question in gone]}
    record(
        "list_questions", actor=actor, now=now, appeal_id=appeal.id, body_code=appeal.body.code, facts=facts
    )
    return appeal


def _demand_own(gone: Sequence[Question], actor: Actor, appeal: Appeal) -> None:
    decides = actor.has_role(*policies.DOERS["list_questions"], body_id=appeal.body_id)
    for question in gone:
        if not decides and question.listed_by_id != actor.official_id:
            raise QuestionNotYours({"question": question.text})


def _write(
    appeal: Appeal, texts: list[str], before: Sequence[Question], *, actor: Actor, now: datetime
) -> None:
    """Rows are made anew in their new order; kept ones with everything that was written to them."""
    kept = {question.text: question for question in before}
    Question.objects.filter(appeal=appeal).delete()
    for position, text in enumerate(texts, start=1):
        question = kept.get(text) or Question(
            appeal=appeal, text=text, listed_at=now, listed_by_id=official_of(actor)
        )
        question.pk, question.position = None, position
        question.save(force_insert=True)
