"""Recount every figure from the appeals and compare it with the kept sums; prints what differs.

Example:
  kairyluu check-figures
  kairyluu check-figures --rebuild
How far it has come is told on standard error.
Changes that are not folded yet are taken into account, so it may run while people work. Exit code 1: something differs.
With --rebuild all sums are made anew first: after very many appeals were loaded at once, or when a check found
differences; nobody waits for it, the new sums take the place of the old ones at the end.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kairyluu.usecases.figures.keep import Difference

WHEN = {
    "y": "%Y",
    "m": "%Y-%m",
    "t": "the third of a month from %Y-%m-%d",
    "d": "%Y-%m-%d",
    "c": "the year to the end of the quarter, %Y-%m-%d",
    "M": "the month as far as %Y-%m-%d",
    "Y": "the year as far as %Y-%m-%d",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--rebuild", action="store_true", help="make all sums anew before checking")


def run(args: argparse.Namespace) -> int:
    from django.utils import timezone

    from kairyluu.rules.facts import SYSTEM_ACTOR
    from kairyluu.usecases.figures.keep import (
        SHOWN,
        CheckFigures,
        RebuildFigures,
        check_figures,
        rebuild_figures,
    )

    if args.rebuild:
        n = rebuild_figures(RebuildFigures(), actor=SYSTEM_ACTOR, now=timezone.now())
        print(f"counted anew from {n} appeals")
    found = check_figures(CheckFigures(tell=_tell), actor=SYSTEM_ACTOR, now=timezone.now())
    for line in found:
        print(_sentence(line))
    if not found:
        print("every figure agrees with the appeals")
    elif len(found) == SHOWN:
        print(f"only the first {SHOWN} differences are shown")
    return int(bool(found))


def _tell(what: str, n: int, of: int, n_wrong: int) -> None:
    wrong = f", {n_wrong} differ" if n_wrong else ""
    print(f"{what}: part {n} of {of}{wrong}", file=sys.stderr, flush=True)


def _sentence(found: Difference) -> str:
    where = f"{found.column} {found.key or '(not known)'}, " if found.column else ""
    when = found.day.strftime(WHEN[found.grain])
    value = f" of {found.value}" if found.value else ""
    value += " (confidential)" if found.is_confidential else ""
    return f"{found.happening}{value}, {where}{found.body or 'all bodies'}, {when}: kept {found.kept}, counted {found.counted}"
