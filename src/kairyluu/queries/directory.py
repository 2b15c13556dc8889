"""The directory and the reference data as each process keeps them in memory, always of the newest edition."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from django.db import connection

from kairyluu.data.agencies.models import Body, Line, Post, Tenure, Territory
from kairyluu.data.alarms.models import ChainStep
from kairyluu.data.reference.models import (
    CalendarDay,
    Channel,
    Misconduct,
    Outcome,
    Procedure,
    RefusalGround,
    Setting,
    Topic,
    UrgentClass,
)
from kairyluu.data.reference.models import Term as TermRow
from kairyluu.queries.clock.calendars import Calendars
from kairyluu.rules import deadlines, workdays
from kairyluu.rules.office_hours import Receipt, office_hours, receipt
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import WorkCalendar


class UnknownCode(Refused):
    """No active row of that kind has this code; facts: kind, code."""


@dataclass(frozen=True)
class Directory:
    """A read-only picture of one edition. Rows are model instances: never save them. `edition` also carries the
    transaction that wrote it, so that a rolled-back change is never taken for a newer one with the same number.
    `ever` and `bodies_by_id` have closed bodies too: what they received is still counted, named and read."""

    edition: tuple[int, str]
    calendars: Calendars
    terms: tuple[deadlines.Term, ...]
    bodies: dict[str, Body]
    ever: dict[str, Body]
    bodies_by_id: dict[int, Body]
    territories: dict[str, Territory]
    topics: dict[str, Topic]
    channels: dict[str, Channel]
    outcomes: dict[str, Outcome]
    grounds: dict[str, RefusalGround]
    settings: dict[str, str]
    posts: dict[str, Post]
    tenures: tuple[Tenure, ...]
    lines: dict[str, Line]
    urgent_classes: dict[str, UrgentClass]
    chain_steps: tuple[ChainStep, ...]
    procedures: tuple[Procedure, ...]
    misconduct: dict[str, Misconduct]

    def body(self, code: str) -> Body:
        return _find(self.bodies, "body", code)

    def topic(self, code: str) -> Topic | None:
        return _find(self.topics, "topic", code) if code else None

    def territory(self, code: str) -> Territory | None:
        return _find(self.territories, "territory", code) if code else None

    def channel(self, code: str) -> Channel:
        return _find(self.channels, "channel", code)

    def setting(self, code: str) -> str:
        return _find(self.settings, "setting", code)

    def number(self, code: str) -> int:
        """A setting that is a whole number."""
        return int(self.setting(code))

    def post(self, code: str) -> Post:
        return _find(self.posts, "post", code)

    def tenures_of(self, official_id: int, today: date) -> list[Tenure]:
        """The tenures an official holds today, with post and body."""
        return [t for t in self.tenures if t.official_id == official_id and holds(t, today)]

    def holders_in(self, body_id: int, today: date, *roles: str) -> list[Tenure]:
        """Who holds a post of these roles in the body today, by rank."""
        found = [
            t for t in self.tenures if t.post.body_id == body_id and t.post.role in roles and holds(t, today)
        ]
        return sorted(found, key=lambda t: (t.post.rank, t.post_id, t.stands_in_for_id is not None))

    @property
    def calendar(self) -> WorkCalendar:
        """Of the whole republic."""
        return self.calendars.whole

    def calendar_for(self, body: Body | None) -> WorkCalendar:
        """With the days of its district and its own; None: of the whole republic."""
        return self.calendars.of(body)

    def receipt_of(self, received_at: datetime, body: Body | None) -> Receipt:
        """From which moment receipt counts at this body: at once, unless the setting says that its office hours do."""
        if body is None or self.settings.get("received_outside_hours_counts_next") != "yes":
            return Receipt(received_at, received_at)
        return self.counted_receipt(received_at, body)

    def counted_receipt(self, received_at: datetime, body: Body) -> Receipt:
        """By the office hours of the body, whatever the setting says."""
        seasons = {name: self.setting(name) for name in ("summer_from", "winter_from")}
        return receipt(received_at, office_hours(body.hours, **seasons), self.calendar_for(body))

    def registration_due(
        self, received_at: datetime, body: Body | None = None, *, kind: str = ""
    ) -> deadlines.Deadline:
        """By the term for this kind of appeal; without one, by the term for every kind."""
        counted_at = self.receipt_of(received_at, body).counted_at
        return deadlines.registration_due(counted_at, self.terms, self.calendar_for(body), kind)

    def consideration_due(
        self, registered_on: date, body: Body | None = None, *, kind: str = ""
    ) -> deadlines.Deadline:
        """As `registration_due`."""
        return deadlines.consideration_due(registered_on, self.terms, self.calendar_for(body), kind)


def holds(tenure: Tenure, today: date) -> bool:
    """Whether a tenure covers the day."""
    return tenure.starts_on <= today and (tenure.ends_on is None or today <= tenure.ends_on)


T = TypeVar("T")
_lock = threading.Lock()
_held: ContextVar[list[Directory] | None] = ContextVar("held", default=None)
_kept: Directory | None = None


@contextmanager
def one_edition() -> Iterator[None]:
    """Within this block the directory is looked up once: one request sees one law."""
    token = _held.set([])
    try:
        yield
    finally:
        _held.reset(token)


def directory() -> Directory:
    """The directory of the newest edition: one tiny SELECT, and a reload only after a change."""
    held = _held.get()
    if held:
        return held[0]
    newest = _newest()
    if held is not None:
        held.append(newest)
    return newest


def _newest() -> Directory:
    global _kept
    edition = _edition()
    kept = _kept
    if kept is not None and kept.edition == edition:
        return kept
    with _lock:
        if _kept is None or _kept.edition != edition:
            _kept = _load(edition)
        return _kept


def _edition() -> tuple[int, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT number, xmin::text FROM reference_edition WHERE id = 1")
        number, transaction = cursor.fetchone()
    return number, transaction


def _load(edition: tuple[int, str]) -> Directory:
    bodies = list(Body.objects.select_related("parent", "territory"))
    beside = ("post__body", "post__department", "official", "stands_in_for__official")
    territories = list(Territory.objects.select_related("parent"))
    return Directory(
        edition=edition,
        calendars=Calendars(list_calendar_days(), territories),
        terms=tuple(term_of(row) for row in TermRow.objects.filter(is_active=True)),
        bodies={row.code: row for row in bodies if row.is_active},
        ever={row.code: row for row in bodies},
        bodies_by_id={row.pk: row for row in bodies},
        territories={row.code: row for row in territories},
        topics={row.code: row for row in Topic.objects.filter(is_active=True).select_related("parent")},
        channels={row.code: row for row in Channel.objects.filter(is_active=True)},
        outcomes={row.code: row for row in Outcome.objects.filter(is_active=True)},
        grounds={row.code: row for row in RefusalGround.objects.filter(is_active=True)},
        settings=dict(Setting.objects.values_list("code", "value")),
        posts={
            row.code: row for row in Post.objects.filter(is_active=True).select_related("body", "department")
        },
        tenures=tuple(Tenure.objects.select_related(*beside)),
        lines={row.code: row for row in Line.objects.filter(is_active=True).select_related("body")},
        urgent_classes={row.code: row for row in UrgentClass.objects.filter(is_active=True)},
        chain_steps=tuple(ChainStep.objects.filter(is_active=True)),
        procedures=tuple(Procedure.objects.filter(is_active=True)),
        misconduct={row.code: row for row in Misconduct.objects.filter(is_active=True)},
    )


def list_calendar_days() -> list[workdays.CalendarDay]:
    """Every row in use, as the rules know it; read now, whatever the edition."""
    texts = ("kind", "scope", "name_ky", "name_ru", "name_en", "status", "source")
    rows = CalendarDay.objects.filter(is_active=True).values("date", "paired_date", "announced_on", *texts)
    return [workdays.CalendarDay(**row) for row in rows]


def term_of(row: TermRow) -> deadlines.Term:
    """A row as the rules know it, saved or not."""
    return deadlines.Term(
        id=row.code,
        code=row.family,
        kind=row.kind,
        amount=row.amount,
        unit=row.unit,
        counts_from=row.counts_from,
        first_day=row.first_day,
        roll=row.roll,
        effective_from=row.effective_from,
        effective_to=row.effective_to,
        enabled=row.is_enabled,
        name_ky=row.name_ky,
        name_ru=row.name_ru,
        name_en=row.name_en,
        legal_basis=row.legal_basis,
        status=row.status,
        source=row.source,
        note=row.note,
    )


def _find(rows: dict[str, T], kind: str, code: str) -> T:
    try:
        return rows[code]
    except KeyError:
        raise UnknownCode({"kind": kind, "code": code}) from None
