"""Everything that is kept about one appeal and proves how it was considered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kairyluu.data.appeals.models import (
    Assignment,
    Clarification,
    Extension,
    NearCopy,
    Promise,
    Question,
    Rating,
    Reminder,
)
from kairyluu.data.journal.models import Entry
from kairyluu.data.outbox.models import Notice
from kairyluu.queries.cases.case import Case, find_case
from kairyluu.queries.hands.chain import Chain, find_chain_for
from kairyluu.queries.proof.entries import links_of, list_entries
from kairyluu.queries.quality.near_copies import list_near_copies
from kairyluu.rules.facts import Actor
from kairyluu.rules.workdays import date_in_bishkek


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """Rows are read-only. `links` are the digests after each of `entries`; `assignments` also those that a later resolution replaced."""

    case: Case
    chain: Chain
    entries: tuple[Entry, ...]
    links: tuple[str, ...]
    assignments: tuple[Assignment, ...]
    extensions: tuple[Extension, ...]
    clarifications: tuple[Clarification, ...]
    questions: tuple[Question, ...]
    near_copies: tuple[NearCopy, ...]
    notices: tuple[Notice, ...]
    reminders: tuple[Reminder, ...]
    promises: tuple[Promise, ...]
    rating: Rating | None

    @property
    def received_on(self) -> date:
        return date_in_bishkek(self.case.appeal.received_at)

    @property
    def digest(self) -> str:
        return self.links[-1] if self.links else ""


def find_dossier(actor: Actor, appeal_id: UUID, *, today: date) -> Dossier:
    """Raises `NoSuchCase` for who may not see the appeal."""
    case = find_case(actor, appeal_id, today=today)
    entries = list_entries(actor, case.appeal)
    return Dossier(
        case=case,
        chain=find_chain_for(actor, case.appeal, today),
        entries=tuple(entries),
        links=links_of(appeal_id, entries),
        assignments=tuple(
            Assignment.objects.filter(appeal_id=appeal_id)
            .select_related("executor", "executor_post")
            .order_by("resolution_id", "-is_lead", "id")
        ),
        extensions=tuple(Extension.objects.filter(appeal_id=appeal_id)),
        clarifications=tuple(Clarification.objects.filter(appeal_id=appeal_id).prefetch_related("files")),
        questions=tuple(Question.objects.filter(appeal_id=appeal_id)),
        near_copies=tuple(list_near_copies(actor, case.appeal)),
        notices=tuple(Notice.objects.filter(appeal_id=appeal_id).order_by("created_at", "id")),
        reminders=tuple(Reminder.objects.filter(appeal_id=appeal_id).select_related("official")),
        promises=tuple(
            Promise.objects.filter(appeal_id=appeal_id)
            .select_related("kept_by")
            .prefetch_related("words", "files")
        ),
        rating=Rating.objects.filter(appeal_id=appeal_id).first(),
    )
