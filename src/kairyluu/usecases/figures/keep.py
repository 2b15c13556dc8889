"""Folding what changed into the kept sums, making them anew, and comparing them with the appeals."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kairyluu.data.agencies.models import Body
from kairyluu.data.figures import branches, comparing, folding, reaches, rebuilding
from kairyluu.data.figures.happenings import COLUMNS
from kairyluu.data.figures.sums import CONFIDENTIAL
from kairyluu.data.journal.recording import record
from kairyluu.rules.facts import SYSTEM, Actor
from kairyluu.rules.figures.catalogue import HAPPENINGS
from kairyluu.rules.figures.periods import Period
from kairyluu.rules.policies import NotAllowed
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act

log = logging.getLogger("kairyluu.figures")
AT_ONCE, MOST_ROUNDS = 2000, 200
SHOWN = 100


@dataclass(frozen=True, kw_only=True)
class FoldChanges:
    """Everything that changed until now."""


@dataclass(frozen=True, kw_only=True)
class KeepReaches:
    """Of today's and tomorrow's day of the year before."""


@dataclass(frozen=True, kw_only=True)
class RebuildFigures:
    """From the appeals: after very many were loaded at once, or when a check found differences."""


@dataclass(frozen=True, kw_only=True)
class CheckFigures:
    """Recounts every cell. `tell` (what, how many parts of how many, how many differ) after each part."""

    tell: comparing.Tell | None = None


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One sum that is not what the appeals say. `column` empty: not broken down; `is_confidential`: of those alone; `body` empty: of
    all bodies, with a slash: together with those below it; `day` is the first of its `grain` y, m, t, d, or the last of M, Y, c."""

    happening: str
    column: str
    is_confidential: bool
    key: str
    value: int
    body: str
    day: date
    grain: str
    kept: int
    counted: int


def fold_changes(command: FoldChanges, *, actor: Actor, now: datetime) -> int:
    """How many changes were folded; each round is a transaction of its own, so that nothing is held for long. It is not an
    act of anybody: the journal tells of what it folds."""
    total = 0
    for _ in range(MOST_ROUNDS):
        n = _fold(command, actor=actor, now=now)
        total += n
        if n < AT_ONCE:
            break
    return total


@act
def _fold(command: FoldChanges, *, actor: Actor, now: datetime) -> int:
    _demand_system(actor, "fold_figures")
    return folding.fold(AT_ONCE)


@act
def keep_reaches(command: KeepReaches, *, actor: Actor, now: datetime) -> int:
    """How many days were added: whoever asks tomorrow finds his at midnight. Yesterday's stays for who is just reading it."""
    _demand_system(actor, "fold_figures")
    today = date_in_bishkek(now)
    days = [today + timedelta(days=n) for n in (-1, 0, 1)]
    yesterdays, *wanted = (Period(day, day).a_year_before().last for day in days)
    return reaches.keep(wanted, since=yesterdays)


@act
def rebuild_figures(command: RebuildFigures, *, actor: Actor, now: datetime) -> int:
    """How many appeals were counted. Nobody waits for it."""
    _demand_system(actor, "rebuild_figures")
    n = rebuilding.rebuild()
    record("rebuild_figures", actor=actor, now=now, facts={"n": n})
    return n


@act
def check_figures(command: CheckFigures, *, actor: Actor, now: datetime) -> list[Difference]:
    """The first differences, none when all is right."""
    _demand_system(actor, "check_figures")
    rows = comparing.differences(SHOWN, *([command.tell] if command.tell else []))
    record("check_figures", actor=actor, now=now, facts={"n_different": len(rows)})
    if rows:
        log.error("check_figures: %d sums differ from the appeals", len(rows))
    names = {number: name for name, number in HAPPENINGS.items()}
    bodies = dict(Body.objects.values_list("pk", "code").order_by())
    bodies |= branches.tops()
    return [
        Difference(
            happening=names[happening],
            column=["", *COLUMNS][dimension % CONFIDENTIAL],
            is_confidential=dimension >= CONFIDENTIAL,
            key=key,
            value=value,
            body=bodies.get(body, ""),
            day=day,
            grain=grain,
            kept=int(kept),
            counted=int(counted),
        )
        for dimension, grain, body, happening, day, key, value, kept, counted in rows
    ]


def _demand_system(actor: Actor, verb: str) -> None:
    if actor.kind != SYSTEM:
        raise NotAllowed({"verb": verb, "because": "system_only"})
