"""An appeal and its parts. Most appeals have few: of what is not there nothing is asked, kind by kind."""

from __future__ import annotations

from typing import Any, TypeAlias
from uuid import UUID

from django.db import connection
from django.db.models import Model, Prefetch, QuerySet

from kairyluu.data.appeals.models import (
    Appeal,
    Applicant,
    Assignment,
    Attachment,
    Clarification,
    ComplaintTarget,
    ControlMark,
    ControlRequest,
    Note,
    Question,
    Recusal,
    Reminder,
    Resolution,
)
from kairyluu.queries.directory import directory

Parts: TypeAlias = frozenset[type[Model]]

KINDS: tuple[type[Model], ...] = (
    *(ComplaintTarget, Recusal, Attachment, Resolution, Assignment, Note, Clarification, Question),
    *(ControlMark, ControlRequest, Reminder),
)
_THERE = ", ".join(
    f'EXISTS (SELECT FROM "{kind._meta.db_table}" WHERE appeal_id = %(appeal)s)' for kind in KINDS
)


def parts_of(appeal_id: UUID) -> Parts:
    """Of `KINDS` those of which the appeal has a row, by one query."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {_THERE}", {"appeal": appeal_id})
        there = cursor.fetchone()
    return frozenset(kind for kind, is_there in zip(KINDS, there, strict=True) if is_there)


def fetch_whole(appeal_id: UUID, there: Parts) -> Appeal | None:
    """With everything a page names: one query for the appeal and one for each kind of its parts that are there."""
    links = ("addressee_post", "channel", "topic", "outcome", "refusal__ground")
    kinds = {
        ComplaintTarget: _with(ComplaintTarget, "targets", "body", "official"),
        Recusal: _with(Recusal, "recusals", "official"),
        Attachment: _with(Attachment, "attachments", "checked"),
        Resolution: _with(Resolution, "resolutions", "author", "author_post"),
        Assignment: _with(Assignment, "assignments", "executor", "executor_post__department"),
        Note: _with(Note, "notes", "author", "asks"),
        Clarification: _with(Clarification, "clarifications", many=("files__checked",)),
        Question: _with(Question, "questions", "listed_by"),
    }
    fetched = [part for kind, part in kinds.items() if kind in there]
    people = _with(Applicant, "applicants", "home_territory__parent")
    rows = Appeal.objects.select_related(*links, "answer__outcome", "answer__author").defer("search")
    appeal = rows.prefetch_related(people, *fetched).filter(pk=appeal_id).first()
    if appeal is not None:
        _know_bodies(appeal)
        _leave_empty(appeal, [part.prefetch_to for kind, part in kinds.items() if kind not in there])
    return appeal


def _know_bodies(appeal: Appeal) -> None:
    """From memory: they are wide rows, and twice in the appeal."""
    known = directory().bodies_by_id
    appeal.body = known[appeal.body_id]
    if appeal.addressed_body_id:
        appeal.addressed_body = known[appeal.addressed_body_id]


def _leave_empty(appeal: Appeal, names: list[str]) -> None:
    """As if these parts had been fetched and none were found."""
    known = appeal.__dict__["_prefetched_objects_cache"]
    for name in names:
        rows = getattr(appeal, name).none()
        rows._result_cache = []
        known[name] = rows


def _with(model: type[Model], name: str, *links: str, many: tuple[str, ...] = ()) -> Prefetch[str, Any, Any]:
    rows: QuerySet[Any] = model._default_manager.prefetch_related(*many)
    return Prefetch(name, queryset=rows.select_related(*links) if links else rows)
