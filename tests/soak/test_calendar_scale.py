"""A hundred thousand open appeals, and a holiday that is announced late."""

from __future__ import annotations

from datetime import date
from time import perf_counter

import pytest
from django.db import connection

from kairyluu.data.appeals.models import Appeal, Assignment
from kairyluu.data.journal.models import Entry
from kairyluu.queries.clock.changing import foresee
from kairyluu.queries.clock.moves import ChangedDay
from kairyluu.usecases.clock.change_calendar import ChangeCalendar, change_calendar
from tests.cast import NOW, Town
from tests.factories import appeals

N = 100_000
LIMIT = 90  # seconds, on two idle cores; most of it is the indexes of the appeal


def copies(town: Town) -> None:
    """Copies of one assigned appeal on each of the days, all open."""
    templates = [appeals.assigned(town, now=NOW.replace(day=10 - n % 2)) for n in range(2)]
    named = [f.column for f in Appeal._meta.fields if f.column != "search"]
    own = {
        "id": "uuidv7()",
        "submission_key": "gen_random_uuid()",
        "tracking_number": "'n' || n || '-' || right(a.id::text, 6)",
        "serial": "100 + n * 2 + right(a.number, 1)::int",
        "number": "a.number || '-' || n",
    }
    columns = ", ".join(f'"{name}"' for name in named)
    values = ", ".join(own.get(name, f'a."{name}"') for name in named)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO appeals_appeal ({columns}) SELECT {values} FROM appeals_appeal a, "
            "generate_series(1, %s) AS n WHERE a.id = ANY(%s)",
            [N // len(templates), [t.pk for t in templates]],
        )
        work = [f.column for f in Assignment._meta.fields if f.column not in ("id", "appeal_id")]
        names = ", ".join(f'"{name}"' for name in work)
        taken = ", ".join(f't."{name}"' for name in work)
        cursor.execute(
            f"INSERT INTO appeals_assignment (appeal_id, {names}) SELECT a.id, {taken} FROM appeals_appeal a, "
            "appeals_assignment t WHERE t.appeal_id = %s AND a.id <> ALL(%s)",
            [templates[0].pk, [t.pk for t in templates]],
        )
        cursor.execute("ANALYZE")


@pytest.mark.soak
def test_a_late_holiday_over_a_hundred_thousand_open_appeals(town: Town) -> None:
    copies(town)
    command = ChangeCalendar(date=date(2026, 3, 17), kind="holiday", name_ky="Айт", name_ru="Айт")
    actor = town.operator_of_the_system.actor

    began = perf_counter()
    seen = foresee(command.row(), ChangedDay(command.date), actor=actor)
    looked = perf_counter() - began
    entry = change_calendar(command, actor=actor, now=NOW)
    acted = perf_counter() - began - looked

    print(f"preview {looked:.1f} s, act {acted:.1f} s")
    assert len(seen.appeal_ids) == entry.facts["n_moved"] == N + 2
    assert Entry.objects.filter(act="recount_deadline").count() == N + 2
    assert looked < LIMIT
    assert acted < LIMIT
