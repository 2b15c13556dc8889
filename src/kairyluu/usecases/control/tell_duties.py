"""Writing down who is told today of which duty: reminders and journal together, a portion at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from kairyluu.data.appeals.reminding import write_reminders
from kairyluu.data.journal.recording import entry_of, record_groups
from kairyluu.queries.steering.duties import Due
from kairyluu.queries.steering.told import People, Told
from kairyluu.rules.facts import Actor
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act

LETTERS = UUID("6f1c1c52-5f1e-5f5b-9a3e-0f6f7a3d2b10")  # the name space of the morning letters' ids


@dataclass(frozen=True, kw_only=True)
class TellDuties:
    """Duties of one body that nobody was told of today. `reachable` are the officials with an address; `letter` names
    the letter the lines go into: the same name is the same letter."""

    body_code: str
    dues: tuple[Due, ...]
    told: Told
    reachable: frozenset[int]
    letter: str = "digest"


@dataclass(frozen=True, kw_only=True)
class Written:
    n_reminders: int
    officials: frozenset[int]


def letter_id(letter: str, official_id: int, day: date) -> UUID:
    """Known beforehand, so that a morning begun twice writes one letter."""
    return uuid5(LETTERS, f"{letter} {official_id} {day.isoformat()}")


@act
def tell_duties(command: TellDuties, *, actor: Actor, now: datetime) -> Written:
    """One statement for the reminders and one for the journal, however many."""
    groups: dict[tuple[str, date, int, People], int] = {}
    dues: list[tuple[UUID, int]] = []
    for due, people in zip(command.dues, command.told.of(command.dues), strict=True):
        if people:
            group = (due.duty, due.due_on, due.left, people)
            dues.append((due.appeal_id, groups.setdefault(group, len(groups) + 1)))
    if not dues:
        return Written(n_reminders=0, officials=frozenset())
    today = date_in_bishkek(now)
    rows = [row for group, n in groups.items() for row in _rows(command, group, n, today)]
    n_written = write_reminders(dues, rows, now=now)
    entry = entry_of("remind", actor=actor, now=now, body_code=command.body_code)
    record_groups(entry, dues, [_facts(command, group) for group in groups])
    return Written(n_reminders=n_written, officials=frozenset(row["official_id"] for row in rows))


def _rows(
    command: TellDuties, group: tuple[str, date, int, People], n: int, today: date
) -> list[dict[str, Any]]:
    duty, due_on, left, people = group
    shared = {"n": n, "duty": duty, "due_on": due_on.isoformat(), "step": left}
    return [
        {**shared, "official_id": who, "tier": tier, "notice_id": _letter(command, who, today)}
        for who, tier in people
    ]


def _letter(command: TellDuties, official_id: int, today: date) -> str | None:
    is_reachable = official_id in command.reachable
    return str(letter_id(command.letter, official_id, today)) if is_reachable else None


def _facts(command: TellDuties, group: tuple[str, date, int, People]) -> dict[str, Any]:
    duty, due_on, left, people = group
    name = command.told.company.name
    return {
        "duty": duty,
        "due_on": due_on.isoformat(),
        "left": left,
        "told": [name(who) for who, _ in people],
        "not_reachable": [name(who) for who, _ in people if who not in command.reachable],
    }
