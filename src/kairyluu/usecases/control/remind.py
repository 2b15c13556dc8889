"""The reminders of a morning, and of what comes up during the day. Begun twice or broken off, nobody is told twice and
nobody is left out: every portion and every letter is a transaction of its own that knows what is done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import Morning, Reminder
from kairyluu.data.journal.recording import record
from kairyluu.data.people.models import Account
from kairyluu.queries.directory import directory
from kairyluu.queries.steering.company import Company
from kairyluu.queries.steering.duties import Due, bodies_with_duties, list_due, list_due_today, plan_now
from kairyluu.queries.steering.told import Told
from kairyluu.rules.facts import Actor
from kairyluu.rules.workdays import BISHKEK, date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.control.digest import SendDigest, send_digest
from kairyluu.usecases.control.tell_duties import TellDuties, Written, tell_duties

PORTION = 2000


@dataclass(frozen=True, kw_only=True)
class RemindEverybody:
    """Of today, by the moment given."""


def remind_everybody(command: RemindEverybody, *, actor: Actor, now: datetime) -> int:
    """How many reminders the morning wrote; 0 before the hour, on a day off, and when all is done."""
    today = date_in_bishkek(now)
    if not _is_morning(now, today):
        return 0
    morning = _begin(command, actor=actor, now=now)
    if morning.finished_at:
        return 0
    n = 0 if morning.listed_at else _write_lines(actor, now)
    _set(_Step("listed_at", n), actor=actor, now=now)
    waiting = Reminder.objects.filter(told_on=today, notice_id__isnull=False).order_by("official_id")
    for official_id in list(waiting.values_list("official_id", flat=True).distinct()):
        send_digest(SendDigest(official_id=official_id), actor=actor, now=now)
    _set(_Step("finished_at"), actor=actor, now=now)
    return n


def remind_at_once(command: RemindEverybody, *, actor: Actor, now: datetime) -> int:
    """What came up since the morning and is due today by the law: told now, not tomorrow. How many were told."""
    today = date_in_bishkek(now)
    if not Morning.objects.filter(day=today, finished_at__isnull=False).exists():
        return 0
    letter = f"at once {now.isoformat()}"
    n, officials = 0, set[int]()
    for body in bodies_with_duties():
        fresh = _not_told(list_due_today(body, today), body, today)
        if fresh:
            written = _tell(body, fresh, letter, actor=actor, now=now)
            n, officials = n + written.n_reminders, officials | written.officials
    for official_id in sorted(officials):
        urgent = SendDigest(official_id=official_id, letter=letter, code="due_today")
        send_digest(urgent, actor=actor, now=now)
    return n


def _is_morning(now: datetime, today: date) -> bool:
    known = directory()
    return known.calendar.is_working(today) and now.astimezone(BISHKEK).hour >= known.number("reminder_hour")


def _write_lines(actor: Actor, now: datetime) -> int:
    today, plan = date_in_bishkek(now), plan_now()
    return sum(
        _tell(
            body, _not_told(list_due(body, today, plan), body, today), "digest", actor=actor, now=now
        ).n_reminders
        for body in bodies_with_duties()
        if directory().calendar_for(body).is_working(today)
    )


def _tell(body: Body, dues: Sequence[Due], letter: str, *, actor: Actor, now: datetime) -> Written:
    told, reachable = Told(Company(body, date_in_bishkek(now)), plan_now()), _reachable()
    n, officials = 0, frozenset[int]()
    for portion in _portions(dues):
        lines = TellDuties(body_code=body.code, dues=portion, told=told, reachable=reachable, letter=letter)
        written = tell_duties(lines, actor=actor, now=now)
        n, officials = n + written.n_reminders, officials | written.officials
    return Written(n_reminders=n, officials=officials)


def _not_told(dues: list[Due], body: Body, today: date) -> list[Due]:
    """Without what was told today before a crash, or in the morning."""
    before = Reminder.objects.filter(told_on=today, appeal__body=body).order_by()
    told = set(before.values_list("appeal_id", "duty").distinct())
    return [due for due in dues if (due.appeal_id, due.duty) not in told] if told else dues


def _portions(dues: Sequence[Due]) -> Iterator[tuple[Due, ...]]:
    for start in range(0, len(dues), PORTION):
        yield tuple(dues[start : start + PORTION])


def _reachable() -> frozenset[int]:
    """Officials to whom a letter can go."""
    accounts = Account.objects.filter(official__isnull=False, is_active=True).exclude(email="")
    return frozenset(pk for pk in accounts.values_list("official_id", flat=True) if pk)


@dataclass(frozen=True)
class _Step:
    field: str
    n: int = 0


@act
def _begin(command: RemindEverybody, *, actor: Actor, now: datetime) -> Morning:
    morning, is_new = Morning.objects.get_or_create(day=date_in_bishkek(now), defaults={"began_at": now})
    if is_new:
        record("begin_reminders", actor=actor, now=now, facts={"day": morning.day.isoformat()})
    return morning


@act
def _set(step: _Step, *, actor: Actor, now: datetime) -> None:
    rows = Morning.objects.filter(day=date_in_bishkek(now), **{f"{step.field}__isnull": True})
    rows.update(**{step.field: now}, n_reminders=F("n_reminders") + step.n)
