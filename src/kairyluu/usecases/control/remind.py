"""The reminders of a morning, and of what comes up during the day. Begun twice or broken off, nobody is told twice and
nobody is left out: every portion and every letter is a transaction of its own that knows what is done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F

from kairyluu.data.appeals.models import Morning, Reminder
from kairyluu.data.journal.recording import record
from kairyluu.data.people.models import Account
from kairyluu.queries.directory import directory
from kairyluu.queries.steering.company import Company
from kairyluu.queries.steering.duties import Due, bodies_with_duties, list_due, list_due_today, plan_now
from kairyluu.rules.facts import Actor
from kairyluu.rules.workdays import BISHKEK, date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.control.digest import SendDigest, send_digest
from kairyluu.usecases.control.tell_duties import TellDuties, tell_duties

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
    plan, reachable, told = plan_now(), _reachable(), []
    for body in bodies_with_duties():
        dues = list_due_today(body, today)
        known = set(
            Reminder.objects.filter(told_on=today, step=0, appeal__body=body).values_list("appeal_id")
        )
        fresh = tuple(due for due in dues if (due.appeal_id,) not in known)
        if fresh:
            command_of = TellDuties(
                body_code=body.code,
                dues=fresh,
                company=Company(body, today),
                plan=plan,
                reachable=reachable,
                letter=letter,
            )
            told += tell_duties(command_of, actor=actor, now=now)
    for official_id in sorted({row.official_id for row in told}):
        urgent = SendDigest(official_id=official_id, letter=letter, code="due_today")
        send_digest(urgent, actor=actor, now=now)
    return len(told)


def _is_morning(now: datetime, today: date) -> bool:
    known = directory()
    return known.calendar.is_working(today) and now.astimezone(BISHKEK).hour >= known.number("reminder_hour")


def _write_lines(actor: Actor, now: datetime) -> int:
    today, plan, reachable, n = date_in_bishkek(now), plan_now(), _reachable(), 0
    for body in bodies_with_duties():
        if not directory().calendar_for(body).is_working(today):
            continue
        company = Company(body, today)
        for portion in _portions(list_due(body, today, plan)):
            lines = TellDuties(
                body_code=body.code, dues=portion, company=company, plan=plan, reachable=reachable
            )
            n += len(tell_duties(lines, actor=actor, now=now))
    return n


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
