"""Before an answer goes to the head and before it is signed: every listed question is answered in full, or, where the body
lets it, there is a reason why not. A step of those acts, in their transaction."""

from __future__ import annotations

from datetime import date
from typing import Any

from kairyluu.data.appeals.models import Answer, Appeal, Question
from kairyluu.queries.quality.questions import answer_check_of, facts_of, find_gaps
from kairyluu.rules.quality.completeness import REASON, past_promises
from kairyluu.rules.refusals import Refused


class AnswerIncomplete(Refused):
    """Something that was asked is left open; facts: gaps («2.norm»), may_explain (a written reason would do)."""


class PromiseInThePast(Refused):
    """What was done by a day that is over is no promise; facts: questions (positions)."""


def demand_complete(appeal: Appeal, answer: Answer, *, today: date | None = None) -> dict[str, Any]:
    """Facts for the journal: what is left open and why. `today` also demands days of promises that are still to come."""
    left = [str(gap) for gap in find_gaps(appeal.pk)]
    may_explain = answer_check_of(appeal.body) == REASON
    if left and not (may_explain and answer.gaps_reason.strip()):
        raise AnswerIncomplete({"gaps": left, "may_explain": may_explain})
    late = past_promises(map(facts_of, _questions(appeal)), today) if today else ()
    if late:
        raise PromiseInThePast({"questions": list(late)})
    return {"left_open": left, "left_open_because": answer.gaps_reason} if left else {}


def words_of_points(appeal: Appeal) -> str:
    """What was written to the questions, without the norms: laws are quoted alike in every answer."""
    return "\n".join(f"{q.answer}\n{q.measure}" for q in _questions(appeal)).strip()


def _questions(appeal: Appeal) -> list[Question]:
    return list(Question.objects.filter(appeal=appeal))
