"""The questions of an appeal and what is still missing to answer them."""

from __future__ import annotations

from uuid import UUID

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import Question
from kairyluu.queries.directory import directory
from kairyluu.queries.hands.parts import mark_given
from kairyluu.rules.quality.completeness import BLOCK, REASON, Gap, QuestionFacts, gaps


def list_listed(appeal_id: UUID) -> list[Question]:
    """In order; who listed each already fetched."""
    return list(Question.objects.filter(appeal_id=appeal_id).select_related("listed_by"))


def facts_of(question: Question, *, is_given: bool = False) -> QuestionFacts:
    return QuestionFacts(
        position=question.position,
        answer=question.answer,
        norm=question.norm,
        measure=question.measure,
        done_by=question.done_by,
        is_promise=question.is_promise,
        is_given=is_given,
    )


def find_gaps(appeal_id: UUID) -> tuple[Gap, ...]:
    """What an answer put before the head now would leave open; what another body was given is left to it."""
    must_list = directory().setting("answer_questions_needed") == "yes"
    listed = mark_given(appeal_id, list_listed(appeal_id))
    facts = [facts_of(one.question, is_given=one.given is not None) for one in listed]
    return gaps(facts, must_list=must_list)


def answer_check_of(body: Body) -> str:
    """`block` or `reason`: the body's own choice, else that of the settings."""
    chosen = body.answer_check or directory().setting("answer_check")
    return REASON if chosen == REASON else BLOCK
