"""Questions of an appeal that went to other bodies as parts of their own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import Handover, Question
from kairyluu.queries.directory import directory
from kairyluu.rules.workdays import date_in_bishkek


@dataclass(frozen=True, kw_only=True)
class GivenPart:
    """What was asked in the part, the body that answers it, and the day it went there."""

    words: str
    body: Body
    on: date


@dataclass(frozen=True, kw_only=True)
class ListedQuestion:
    """`given` where another body answers it."""

    question: Question
    given: GivenPart | None


def list_given_parts(appeal_id: UUID) -> list[GivenPart]:
    """The first given away first."""
    bodies = directory().bodies_by_id
    rows = Handover.objects.filter(appeal_id=appeal_id, kind="part").order_by("made_at", "id")
    return [
        GivenPart(words=part, body=bodies[body_id], on=date_in_bishkek(made_at))
        for part, body_id, made_at in rows.values_list("part", "successor__body_id", "made_at")
    ]


def mark_given(appeal_id: UUID, questions: Iterable[Question]) -> list[ListedQuestion]:
    """Each question, marked where its words stand as a line of a part."""
    by_line = {
        " ".join(line.split()): part
        for part in list_given_parts(appeal_id)
        for line in part.words.splitlines()
    }
    return [ListedQuestion(question=one, given=by_line.get(one.text)) for one in questions]
