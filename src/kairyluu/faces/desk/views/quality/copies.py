"""A draft beside the earlier answers it repeats, what they share marked in both."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from kairyluu.faces.desk.alike_words import marked
from kairyluu.faces.desk.gate import DeskRequest, at_desk
from kairyluu.faces.desk.page import draw
from kairyluu.faces.desk.views.case import copies_of, looked_at
from kairyluu.queries.cases.case import Case
from kairyluu.queries.quality.near_copies import boilerplate, words_of_answer
from kairyluu.rules.likeness import shared_passages

SHORTEST = 4  # words in a row that are marked


@require_safe
@at_desk
def copies(request: DeskRequest, appeal_id: UUID) -> HttpResponse:
    """Each look at an earlier answer is recorded as a look at its appeal."""
    case = looked_at(request, appeal_id)
    if case.answer is None:
        raise Http404
    rows = copies_of(request, case)
    fixed = boilerplate(case.answer.language, case.appeal.body.code)
    context = {
        "case": case,
        "appeal": case.appeal,
        "copies": rows,
        "pairs": [_pair(request, case, row, fixed) for row in rows if row.other or row.share],
    }
    return draw(request, "desk/quality/compare.html", context)


def _pair(request: DeskRequest, case: Case, row: Any, fixed: str) -> dict[str, Any]:
    assert case.answer is not None
    mine = words_of_answer(case.answer, case.questions)
    other = looked_at(request, row.other_id) if row.other_id else None
    theirs = words_of_answer(other.answer, other.questions) if other and other.answer else case.appeal.text
    given = [(p.start_a, p.end_a) for p in shared_passages(mine, fixed, shortest=SHORTEST)]
    shared = [
        p
        for p in shared_passages(mine, theirs, shortest=SHORTEST)
        if not any(start <= p.start_a and p.end_a <= end for start, end in given)
    ]
    return {
        "row": row,
        "other": other,
        "left": marked(mine, [(p.start_a, p.end_a) for p in shared]),
        "right": marked(theirs, [(p.start_b, p.end_b) for p in shared]),
    }
