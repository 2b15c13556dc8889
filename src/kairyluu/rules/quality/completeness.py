"""Is every question of an appeal answered? Law No. 67, Article 4(1): a reasoned answer to what was asked; Resolution No. 463
asks each body to control that consideration is objective. Which items count is a choice of this project (unverified)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

BLOCK, REASON = "block", "reason"
WHOLE = 0
ITEMS = ("answer", "norm", "measure", "done_by")


@dataclass(frozen=True, kw_only=True)
class QuestionFacts:
    """One listed question and what was written to it; `position` counts from 1. One that `is_given` went to another body
    as a part of its own and is answered there."""

    position: int
    answer: str = ""
    norm: str = ""
    measure: str = ""
    done_by: date | None = None
    is_promise: bool = False
    is_given: bool = False


@dataclass(frozen=True)
class Gap:
    """What is missing: `item` is answer, norm, measure or done_by of the question at `position`; `questions` with the
    position 0 where none were listed although the body demands it."""

    position: int
    item: str

    def __str__(self) -> str:
        return f"{self.position}.{self.item}"


def gaps(questions: Iterable[QuestionFacts], *, must_list: bool = False) -> tuple[Gap, ...]:
    """In the order of the questions. Where none are listed the whole appeal is one question, answered by the text of the
    letter, unless the questions must be listed."""
    listed = list(questions)
    if not listed:
        return (Gap(WHOLE, "questions"),) if must_list else ()
    own = [q for q in listed if not q.is_given]
    return tuple(Gap(q.position, item) for q in own for item in ITEMS if _is_missing(getattr(q, item)))


def past_promises(questions: Iterable[QuestionFacts], today: date) -> tuple[int, ...]:
    """Questions whose promise has a day that is already over: what was done by then is no promise."""
    return tuple(q.position for q in questions if q.is_promise and q.done_by and q.done_by < today)


def _is_missing(value: object) -> bool:
    return not (value.strip() if isinstance(value, str) else value)
