"""Who works on appeals whose day moved is told once, of all of them: executors of theirs, registrars of what has no
executor yet. A complaint is not told to the person it is about."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from kairyluu.data.appeals.models import Assignment, ComplaintTarget
from kairyluu.data.people.models import Account
from kairyluu.notices import outbox
from kairyluu.queries.clock.moves import Move
from kairyluu.queries.directory import Directory
from kairyluu.rules.workdays import date_in_bishkek

LISTED = 100  # lines of one letter
NOTICE = "days_moved"


def tell_executors(moves: list[Move], known: Directory, *, day: dict[str, Any], now: datetime) -> int:
    """How many letters were put into the outbox."""
    lines = {
        row.id: f"{row.label}: {_day(move.old_on)} → {_day(move.new_on)}"
        for move in moves
        for row in move.appeals
    }
    told = _whose(moves, known, date_in_bishkek(now))
    accounts = Account.objects.filter(official_id__in=told.keys(), is_active=True)
    letters = [
        outbox.put(
            NOTICE,
            address=account.email,
            language=account.language,
            appeal=None,
            now=now,
            facts=_facts([lines[one] for one in told[account.official_id or 0]], day, account.language),
        )
        for account in accounts.order_by("pk")
    ]
    return sum(letter is not None for letter in letters)


def _whose(moves: Iterable[Move], known: Directory, today: date) -> dict[int, list[UUID]]:
    """Official -> appeals, each once."""
    bodies = {row.id: row.body_id for move in moves for row in move.appeals}
    told: dict[int, list[UUID]] = {}
    assigned: set[UUID] = set()
    accused = set(
        ComplaintTarget.objects.filter(official__isnull=False).values_list("appeal_id", "official_id")
    )
    current = Assignment.objects.filter(is_current=True, appeal__is_open=True).order_by("pk")
    for appeal_id, executor_id in current.values_list("appeal_id", "executor_id"):
        if appeal_id in bodies:
            assigned.add(appeal_id)
            told.setdefault(executor_id, []).append(appeal_id)
    registrars = {
        body_id: [t.official_id for t in known.holders_in(body_id, today, "registrar")]
        for body_id in {bodies[one] for one in bodies.keys() - assigned}
    }
    for appeal_id, body_id in bodies.items():
        for official_id in registrars.get(body_id, []) if appeal_id not in assigned else []:
            if (appeal_id, official_id) not in accused:
                told.setdefault(official_id, []).append(appeal_id)
    return told


def _facts(lines: list[str], day: dict[str, Any], language: str) -> dict[str, str]:
    return {
        "day": _day(date.fromisoformat(day["date"])),
        "name": str(day.get(f"name_{language}") or ""),
        "list": "\n".join(lines[:LISTED]),
        "n": str(len(lines)),
        "n_more": str(len(lines) - LISTED) if len(lines) > LISTED else "",
    }


def _day(value: date) -> str:
    return value.strftime("%d.%m.%Y")
