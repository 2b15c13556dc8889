"""A generated year of 200,000 appeals: every number of the figures is the recount from the raw rows.

The recount reads the tables row by row and counts in plain Python (`tests/queries/figures/recount.py`). It shares no statement with
`data.figures.happenings`."""

from __future__ import annotations

import os
import random

import pytest
from django.conf import LazySettings

from kairyluu.data.agencies.models import Body
from kairyluu.data.figures import branches
from kairyluu.data.figures.models import Branch
from kairyluu.queries.figures import Asking, count_figures
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.rules.figures.catalogue import CATALOGUE
from kairyluu.rules.figures.periods import Period
from kairyluu.usecases.figures.keep import CheckFigures, check_figures
from kairyluu.usecases.figures.keep_branches import KeepBranches, keep_branches
from kairyluu.usecases.generating.generate import Generate, generate
from tests.cast import NOW, TODAY, Town
from tests.factories.histories import Story
from tests.soak import raw_rows

pytestmark = [pytest.mark.soak, pytest.mark.django_db(transaction=True)]
N = int(os.environ.get("KAIRYLUU_SOAK_APPEALS", "200000"))
EVERY = tuple(CATALOGUE)
PERIODS = ("2025", "2025-11", "2025-02-10..2025-09-20", "2026-Q1", "2025-W20")


def test_every_number_is_the_recount(
    town: Town, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(branches, "FEWEST", 2)  # the town has six bodies
    settings.DEMO = True
    command = Generate(n_appeals=N, seed=2025, until=TODAY)
    generate(command, actor=SYSTEM_ACTOR, now=NOW, tell=lambda n: None)
    assert keep_branches(KeepBranches(), actor=SYSTEM_ACTOR, now=NOW) > 0
    rows = raw_rows.read()
    assert len(rows) == N
    raw_rows.change_some(random.Random(5), rows)
    rows = raw_rows.read()
    told = {path: sum(map(holds, rows)) for path, holds in raw_rows.PATHS.items()}
    assert min(told.values()) > 0, told

    wrong = [line for code in PERIODS for line in _differences(Period.of(code), rows)]
    assert wrong == []
    for branch in Branch.objects.all():
        codes = set(Body.objects.filter(pk__in=branch.bodies).values_list("code", flat=True))
        below = [row for row in rows if row.body in codes]
        for code in PERIODS:
            wrong += _differences(Period.of(code), below, frozenset(branch.bodies), (None, "topic"))
    assert wrong == []
    assert check_figures(CheckFigures(), actor=SYSTEM_ACTOR, now=NOW) == []


def _differences(
    period: Period,
    rows: list[Story],
    bodies: frozenset[int] | None = None,
    breakdowns: tuple[str | None, ...] = (None, *raw_rows.KEYS),
) -> list[tuple[object, ...]]:
    found: list[tuple[object, ...]] = []
    for by in breakdowns:
        counted = count_figures(Asking(period, EVERY, bodies, by), today=TODAY)
        groups = raw_rows.grouped(rows, by)
        lines = {line.key: line.values for line in counted.lines} if by else {"": counted.total}
        for key in {*lines, *groups}:
            expected = raw_rows.values(groups.get(key, []), period, TODAY)
            shown = lines.get(key) or raw_rows.values([], period, TODAY)
            found += [
                (period.code, by, key, code, shown[code], n)
                for code, n in expected.items()
                if shown[code] != n
            ]
    return found
