"""What a citizen finds at home: own appeals, drafts and data. Everything is fetched by its owner."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, QuerySet

from kairyluu.data.appeals.models import Appeal, Applicant, Draft, Handover, Rating
from kairyluu.data.people.models import Account
from kairyluu.queries.directory import Directory, directory
from kairyluu.queries.hands.chain import GIVEN_AWAY, running_legs
from kairyluu.rules.deadlines import Standing, days_left, standing
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import WorkCalendar

PER_PAGE = 20
MOST_DRAFTS_SHOWN = 50


class NotInYourCabinet(Refused):
    """There is no such thing, or it is somebody else's: the answer is the same."""


@dataclass(frozen=True, kw_only=True)
class MyAppeal:
    """One line of the ledger. Body, state and days are of the leg that runs now, subject and number of the first.
    `due_on`, `days_left` and `standing` are of the duty that runs: registration while received, consideration
    afterwards; a closed appeal has only `standing`. `day` of `n_days` working days of the consideration have passed;
    both 0 before registration. `goes_on` where it was merged with another; `rating` what the citizen
    said of the answer."""

    id: UUID
    subject: str
    body_name: str
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
    n_days: int
    day: int
    goes_on: Leading | None = None
    rating: Rating | None = None


@dataclass(frozen=True, kw_only=True)
class Leading:
    """The appeal that another was merged into. `is_mine`: it is in this cabinet too."""

    number: str
    tracking_number: str
    is_mine: bool


@dataclass(frozen=True, kw_only=True)
class MyDraft:
    """`subject` and `body_name` are empty while nothing was written or chosen."""

    key: UUID
    subject: str
    body_name: str
    saved_at: datetime


def list_my_appeals(actor: Actor, page: int | str, *, today: date, language: str) -> Page[MyAppeal]:
    """The newest first; nonsense is the first page, a page beyond the last is the last. `language` is that of the
    bodies' names."""
    paginator: Paginator[Any] = Paginator(_mine(actor).order_by("-received_at", "-id"), PER_PAGE)
    rows = paginator.get_page(page)
    known, running = directory(), running_legs(rows)
    legs = [running.get(row.pk, row) for row in rows]
    leading, said = _leading(actor, legs), _said([leg for leg in legs if not leg.is_open])
    lines = [
        replace(
            _line(row, today, language, known, leg),
            goes_on=leading.get(leg.merged_into_id),
            rating=said.get(leg.pk),
        )
        for row, leg in zip(rows, legs, strict=True)
    ]
    return Page(lines, rows.number, paginator)


def list_drafts(actor: Actor, *, language: str) -> list[MyDraft]:
    """The newest first, without those that have become appeals."""
    known = directory()
    rows = _drafts(actor).order_by("-saved_at", "-pk")[:MOST_DRAFTS_SHOWN]
    return [_draft_line(row, language, known) for row in rows]


def find_draft(actor: Actor, key: UUID) -> Draft:
    """The draft with its `fields`; raises NotInYourCabinet."""
    draft = _drafts(actor).filter(submission_key=key).first()
    if draft is None:
        raise NotInYourCabinet()
    return draft


def find_my_draft(actor: Actor, key: UUID, *, language: str) -> MyDraft:
    """The draft as a line; raises NotInYourCabinet."""
    return _draft_line(find_draft(actor, key), language, directory())


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
    # A leg given away as a whole is shown in the line of the first, by its number.
    behind = Handover.objects.filter(
        successor_id=OuterRef("pk"),
        kind__in=GIVEN_AWAY,
        appeal__applicants__account_id=actor.account_id,
        appeal__applicants__role="main",
    )
    return mine.filter(~Exists(behind)).defer("text", "deadline_reasons", "search")


def _leading(actor: Actor, legs: list[Appeal]) -> dict[UUID | None, Leading]:
    """By row id; no query where nothing was merged."""
    ids = {leg.merged_into_id for leg in legs if leg.merged_into_id}
    if not ids or actor.account_id is None:
        return {}
    mine = Applicant.objects.filter(account_id=actor.account_id, role="main", appeal_id__in=ids)
    owned = set(mine.values_list("appeal_id", flat=True))
    rows = Appeal.objects.filter(pk__in=ids).only("id", "number", "tracking_number").order_by()
    return {
        row.pk: Leading(number=row.number, tracking_number=row.tracking_number, is_mine=row.pk in owned)
        for row in rows
    }


def _said(closed: list[Appeal]) -> dict[UUID, Rating]:
    """By row id; no query where nothing is closed."""
    rows = Rating.objects.filter(appeal__in=closed).defer("comment") if closed else ()
    return {rating.appeal_id: rating for rating in rows}


def _line(sent: Appeal, today: date, language: str, known: Directory, row: Appeal) -> MyAppeal:
    """`sent` as the citizen knows it, `row` the leg that runs now."""
    calendar = known.calendar_for(known.bodies_by_id[row.body_id])
    n_days, day = _progress(row, today, calendar)
    left = days_left(row.due_on, today, calendar) if row.due_on else None
    return MyAppeal(
        id=sent.id,
        subject=sent.subject,
        body_name=known.bodies_by_id[row.body_id].name(language),
        state=row.state,
        tracking_number=sent.tracking_number,
        number=row.number,
        received_at=sent.received_at,
        registered_on=row.registered_on,
        closed_on=row.closed_on,
        is_open=row.is_open,
        due_on=row.due_on,
        days_left=left,
        standing=_standing(row, today, calendar),
        n_days=n_days,
        day=day,
    )


def _progress(row: Appeal, today: date, calendar: WorkCalendar) -> tuple[int, int]:
    """Length of the consideration and the days of it that have passed, in working days."""
    if row.registered_on is None or row.consideration_due_on is None:
        return 0, 0
    until = min(row.closed_on or today, row.consideration_due_on)
    n_days = calendar.working_days_between(row.registered_on, row.consideration_due_on)
    return n_days, max(calendar.working_days_between(row.registered_on, until), 0)


def _standing(row: Appeal, today: date, calendar: WorkCalendar) -> Standing | None:
    duty = row.due_on or row.consideration_due_on
    return standing(duty, today, calendar, row.closed_on) if duty else None


def _drafts(actor: Actor) -> QuerySet[Draft]:
    if actor.account_id is None:
        return Draft.objects.none()
    sent = Appeal.objects.filter(submission_key=OuterRef("submission_key"))
    return Draft.objects.filter(~Exists(sent), account_id=actor.account_id)


def _draft_line(row: Draft, language: str, known: Directory) -> MyDraft:
    fields: dict[str, Any] = row.fields
    body = known.bodies.get(str(fields.get("body", "")))
    return MyDraft(
        key=row.submission_key,
        subject=str(fields.get("subject", "")).strip(),
        body_name=body.name(language) if body else "",
        saved_at=row.saved_at,
    )
