"""Who works on appeals whose day moved is told once, of all of them: executors of theirs, registrars of what has no
executor yet. A complaint is not told to the person it is about."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from kairyluu.data.appeals.models import Assignment
from kairyluu.data.people.models import Account
from kairyluu.notices import outbox
from kairyluu.queries.actors import actor_of
from kairyluu.queries.clock.moves import Move
from kairyluu.queries.directory import Directory
from kairyluu.queries.sight import unaccused
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
    today = date_in_bishkek(now)
    whose = _whose(moves, known, today)
    n_told = 0
    for account in Account.objects.filter(official_id__in=whose.keys(), is_active=True).order_by("pk"):
        his = whose[account.official_id or 0]
        shown = _may_be_told(account, his, today)
        facts = _facts([lines[one] for one in his if one in shown], day, account.language)
        told = shown and outbox.put(
            NOTICE, address=account.email, language=account.language, appeal=None, now=now, facts=facts
        )
        n_told += bool(told)
    return n_told


def _may_be_told(account: Account, ids: list[UUID], today: date) -> set[UUID]:
    """Nobody is told of a complaint he is kept away from."""
    open_to_him = unaccused(actor_of(account, today)).filter(pk__in=ids, is_withheld=False)
    return set(open_to_him.values_list("pk", flat=True))


def _whose(moves: Iterable[Move], known: Directory, today: date) -> dict[int, list[UUID]]:
    """Official -> appeals, each once."""
    bodies = {row.id: row.body_id for move in moves for row in move.appeals}
    whose: dict[int, list[UUID]] = {}
    assigned: set[UUID] = set()
    current = Assignment.objects.filter(is_current=True, appeal__is_open=True).order_by("pk")
    for appeal_id, executor_id in current.values_list("appeal_id", "executor_id"):
        if appeal_id in bodies:
            assigned.add(appeal_id)
            whose.setdefault(executor_id, []).append(appeal_id)
    waiting = {one: body_id for one, body_id in bodies.items() if one not in assigned}
    registrars = {
        body_id: {t.official_id for t in known.holders_in(body_id, today, "registrar")}
        for body_id in set(waiting.values())
    }
    for appeal_id, body_id in waiting.items():
        for official_id in registrars[body_id]:
            whose.setdefault(official_id, []).append(appeal_id)
    return whose


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
