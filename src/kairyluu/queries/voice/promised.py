"""What was promised to an applicant: in the answer to his own appeal, or to the one that was considered for his."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from kairyluu.data.appeals.models import Appeal, Promise, PromiseWord
from kairyluu.rules import states


def list_promised(appeal: Appeal) -> list[Promise]:
    """Of a sent answer, with files and the words of everybody; those of the cause's lead carry this applicant's own
    word. Never save them."""
    rows = list(promised_to(appeal).prefetch_related("words", "files__checked"))
    for row in rows:
        if row.appeal_id != appeal.pk:
            _with_own_word(row, appeal)
    return rows


def promised_to(appeal: Appeal) -> QuerySet[Promise]:
    to_group = Q(appeal__cause__members__appeal=appeal) if appeal.state == states.ANSWERED else Q(pk=None)
    return Promise.objects.filter(Q(appeal=appeal) | to_group).order_by("due_on", "id")


def members_promised(promise: Promise) -> list[Appeal]:
    """Answered appeals of the same cause."""
    members = Appeal.objects.filter(membership__cause__lead=promise.appeal_id, state=states.ANSWERED)
    return list(members.defer("search").select_related("body").order_by("pk"))


def _with_own_word(row: Promise, appeal: Appeal) -> None:
    word: PromiseWord | None = next((w for w in row.words.all() if w.appeal_id == appeal.pk), None)
    row.applicant_agrees = word.agrees if word else None
    row.applicant_note = word.note if word else ""
    row.applicant_at = word.said_at if word else None
