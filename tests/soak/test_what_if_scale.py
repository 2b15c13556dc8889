"""What another term would have meant, over two hundred thousand appeals of half a year."""

from __future__ import annotations

from datetime import date, timedelta
from time import perf_counter

import pytest
from django.db import connection

from kairyluu.data.appeals.models import Appeal
from kairyluu.queries.clock.what_if import WhatIf, count_lateness
from kairyluu.rules.facts import SYSTEM_ACTOR
from tests.cast import NOW, Town
from tests.factories import appeals

N = 200_000
DAYS = 120
LIMIT = 10  # seconds, on two slow cores


def copies(town: Town) -> None:
    """Copies of one appeal, registered on each of the days, closed up to forty days later."""
    one = appeals.answered(town)
    own = {
        "id": "gen_random_uuid()",
        "submission_key": "gen_random_uuid()",
        "tracking_number": "'n' || n",
        "serial": "100 + n",
        "number": "'n' || n",
        "subject": "'x'",
        "text": "'x'",
        "registered_on": "a.registered_on + n % %(days)s",
        "consideration_due_on": "a.consideration_due_on + n % %(days)s",
        "closed_on": "a.registered_on + n % %(days)s + n % 40",
    }
    named = [f.column for f in Appeal._meta.fields if f.column != "search"]
    columns = ", ".join(f'"{name}"' for name in named)
    values = ", ".join(own.get(name, f'a."{name}"') for name in named).replace("n % ", "n %% ")
    values = values.replace("%(days)s", str(DAYS))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO appeals_appeal ({columns}) SELECT {values} FROM appeals_appeal a, "
            "generate_series(1, %s) AS n WHERE a.id = %s",
            [N, one.pk],
        )
        cursor.execute("ANALYZE")


@pytest.mark.soak
def test_two_hundred_thousand_appeals_are_counted_in_seconds(town: Town) -> None:
    copies(town)
    asked = WhatIf(consideration="10wd", first=date(2026, 3, 1), last=date(2026, 8, 31))

    began = perf_counter()
    outcome = count_lateness(asked, actor=SYSTEM_ACTOR, today=NOW.date() + timedelta(days=300))
    took = perf_counter() - began

    print(f"what if: {took:.2f} s")
    assert outcome.total.n == N + 1
    assert 0 < outcome.total.late < outcome.total.would_be_late < N
    assert took < LIMIT
