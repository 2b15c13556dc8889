"""Who works on appeals whose day moved is told once, of all of them: executors of theirs, registrars of what has no
executor yet. A complaint is not told to the person it is about."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from kairyluu.data.appeals.models import Assignment
from kairyluu.data.people.models import Account
from kairyluu.notices import outbox
from kairyluu.queries.actors import actor_of
from kairyluu.queries.clock.changing import Foreseen
from kairyluu.queries.clock.delicate import hidden_from
from kairyluu.queries.clock.side_moves import QUESTION, REQUEST
from kairyluu.queries.directory import Directory
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.clock.recounting import Told

LISTED = 100  # lines of one letter
NOTICE = "days_moved"
Lines = dict[str, dict[UUID, str]]  # part of the letter -> appeal -> line


def tell_executors(moved: Foreseen, known: Directory, delicate: set[UUID], told: Told) -> int:
    """How many letters were put into the outbox; `delicate` appeals are those that may have to be kept from somebody."""
    lines, today = _lines(moved), date_in_bishkek(told.now)
    bodies = {row.id: row.body_id for move in moved.moves for row in move.appeals}
    bodies |= {move.appeal.id: move.appeal.body_id for move in moved.side if move.duty in lines}
    if not bodies:
        return 0
    whose = _whose(bodies, known, today)
    n_told = 0
    for account in Account.objects.filter(official_id__in=whose.keys(), is_active=True).order_by("pk"):
        his = dict.fromkeys(whose[account.official_id or 0])
        hidden = hidden_from(actor_of(account, today), delicate & his.keys())
        shown = [one for one in his if one not in hidden]
        letter = shown and outbox.put(
            NOTICE,
            address=account.email,
            language=account.language,
            appeal=None,
            now=told.now,
            facts=_facts(shown, lines, told.day, account.language),
        )
        n_told += bool(letter)
    return n_told


def _lines(moved: Foreseen) -> Lines:
    """A forwarding that was done is nobody's work any more."""
    found: Lines = {"": {}, QUESTION: {}, REQUEST: {}}
    for move in moved.moves:
        days = f"{_day(move.old_on)} → {_day(move.new_on)}"
        found[""].update((row.id, f"{row.label}: {days}") for row in move.appeals)
    for one in (one for one in moved.side if one.duty in found):
        found[one.duty][one.appeal.id] = f"{one.appeal.label}: {_day(one.old_on)} → {_day(one.new_on)}"
    return found


def _whose(bodies: dict[UUID, int], known: Directory, today: date) -> dict[int, list[UUID]]:
    """Official -> appeals."""
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


def _facts(shown: list[UUID], lines: Lines, day: dict[str, Any], language: str) -> dict[str, str]:
    return {
        "day": _day(date.fromisoformat(day["date"])),
        "name": str(day.get(f"name_{language}") or ""),
        "list": _listed(shown, lines[""]),
        "questions": _listed(shown, lines[QUESTION]),
        "requests": _listed(shown, lines[REQUEST]),
        "n": str(len(shown)),
        "n_more": str(len(shown) - LISTED) if len(shown) > LISTED else "",
    }


def _listed(shown: Iterable[UUID], lines: dict[UUID, str]) -> str:
    return "\n".join([lines[one] for one in shown if one in lines][:LISTED])


def _day(value: date) -> str:
    return value.strftime("%d.%m.%Y")
