"""What a citizen finds at home: own appeals, drafts and data. Everything is fetched by its owner."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import Appeal, Draft
from kairyluu.data.people.models import Account
from kairyluu.queries.directory import directory
from kairyluu.rules.deadlines import Standing, days_left, standing
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused

PER_PAGE = 20
MOST_DRAFTS_SHOWN = 50


class NotInYourCabinet(Refused):
    """There is no such thing, or it is somebody else's: the answer is the same."""


@dataclass(frozen=True, kw_only=True)
class MyAppeal:
    """One line of the ledger. `due_on`, `days_left` and `standing` are of the duty that runs now: registration while
    received, consideration afterwards; a closed appeal has only `standing`."""

    id: UUID
    subject: str
    body: Body
    state: str
    tracking_number: str
    number: str
    received_at: datetime
    registered_on: date | None
    closed_on: date | None
    is_open: bool
    due_on: date | None
    days_left: int | None
    standing: Standing | None


@dataclass(frozen=True, kw_only=True)
class Page:
    """`number` counts from 1; `total` is of all pages together."""

    rows: tuple[MyAppeal, ...]
    number: int
    n_pages: int
    total: int


@dataclass(frozen=True, kw_only=True)
class MyDraft:
    """`subject` is empty while nothing was written there; `body` is None until one was chosen."""

    key: UUID
    subject: str
    body: Body | None
    saved_at: datetime


def list_my_appeals(actor: Actor, page: int, *, today: date) -> Page:
    """The newest first; a page beyond the last is the last."""
    mine = _mine(actor)
    total = mine.count()
    n_pages = max(1, -(-total // PER_PAGE))
    number = min(max(page, 1), n_pages)
    rows = mine.order_by("-received_at", "-id")[(number - 1) * PER_PAGE : number * PER_PAGE]
    return Page(rows=tuple(_line(row, today) for row in rows), number=number, n_pages=n_pages, total=total)


def find_my_appeal(actor: Actor, appeal_id: UUID, *, today: date) -> MyAppeal:
    """Raises NotInYourCabinet."""
    row = _mine(actor).filter(pk=appeal_id).first()
    if row is None:
        raise NotInYourCabinet()
    return _line(row, today)


def list_drafts(actor: Actor) -> list[MyDraft]:
    """The newest first, without those that have become appeals."""
    rows = _drafts(actor).order_by("-saved_at", "-pk")[:MOST_DRAFTS_SHOWN]
    return [_draft_line(row) for row in rows]


def find_draft(actor: Actor, key: UUID) -> Draft:
    """The draft with its `fields`; raises NotInYourCabinet."""
    draft = _drafts(actor).filter(submission_key=key).first()
    if draft is None:
        raise NotInYourCabinet()
    return draft


def find_my_draft(actor: Actor, key: UUID) -> MyDraft:
    """The draft as a line; raises NotInYourCabinet."""
    return _draft_line(find_draft(actor, key))


def find_my_account(actor: Actor) -> Account:
    """Raises NotInYourCabinet for a visitor."""
    account = Account.objects.filter(pk=actor.account_id).first() if actor.account_id is not None else None
    if account is None:
        raise NotInYourCabinet()
    return account


def _mine(actor: Actor) -> QuerySet[Appeal]:
    """Joined to the main applicant only: a co-signer has no account of the appeal."""
    if actor.account_id is None:
        return Appeal.objects.none()
    mine = Appeal.objects.filter(applicants__account_id=actor.account_id, applicants__role="main")
    return mine.defer("text", "deadline_reasons", "search")


def _line(row: Appeal, today: date) -> MyAppeal:
    known = directory()
    left = days_left(row.due_on, today, known.calendar) if row.due_on else None
    return MyAppeal(
        id=row.id,
        subject=row.subject,
        body=known.bodies_by_id[row.body_id],
        state=row.state,
        tracking_number=row.tracking_number,
        number=row.number,
        received_at=row.received_at,
        registered_on=row.registered_on,
        closed_on=row.closed_on,
        is_open=row.is_open,
        due_on=row.due_on,
        days_left=left,
        standing=_standing(row, today),
    )


def _standing(row: Appeal, today: date) -> Standing | None:
    duty = row.due_on or row.consideration_due_on
    return standing(duty, today, directory().calendar, row.closed_on) if duty else None


def _drafts(actor: Actor) -> QuerySet[Draft]:
    if actor.account_id is None:
        return Draft.objects.none()
    sent = Appeal.objects.filter(submission_key=OuterRef("submission_key"))
    return Draft.objects.filter(~Exists(sent), account_id=actor.account_id)


def _draft_line(row: Draft) -> MyDraft:
    fields: dict[str, Any] = row.fields
    body = directory().bodies.get(str(fields.get("body", "")))
    return MyDraft(
        key=row.submission_key,
        subject=str(fields.get("subject", "")).strip(),
        body=body,
        saved_at=row.saved_at,
    )
