"""The record of a body that received a hundred thousand appeals in a year."""

from __future__ import annotations

from datetime import date
from os import sysconf
from pathlib import Path
from time import perf_counter, process_time

import pytest
from django.db import connection

from kairyluu.data.appeals.models import Appeal
from kairyluu.queries.answerability.counting import count_days
from kairyluu.queries.answerability.record import record_sight
from kairyluu.rules.steering.attribution import FIGURES
from kairyluu.rules.steering.spans import Span
from tests.cast import NOW, Town, build_town
from tests.factories import appeals

N = 100_000
LIMIT = 0.3  # seconds of a processor, the best of five
YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))
TODAY = date(2026, 12, 31)
# Every tenth is late, one in twenty open; days are spread over the year.
DAY = "date '2026-01-05' + (n %% 340)"
OWN = {
    "id": "gen_random_uuid()",
    "submission_key": "gen_random_uuid()",
    "tracking_number": "'n' || n || '-' || right(a.tracking_number, 1)",
    "serial": "100 + n * 4 + right(a.number, 1)::int",
    "number": "a.number || '-' || n",
    "received_at": f"({DAY})::timestamptz + interval '4 hours'",
    "registration_due_on": f"{DAY} + 1",
    "registered_on": f"{DAY} + CASE WHEN n %% 40 = 0 THEN 2 ELSE 1 END",
    "registered_at": f"({DAY})::timestamptz + interval '28 hours'",
    "consideration_due_on": f"{DAY} + 20",
    "due_on": f"CASE WHEN a.is_open THEN {DAY} + 20 END",
    "closed_on": f"CASE WHEN NOT a.is_open THEN {DAY} + CASE WHEN n %% 10 = 0 THEN 25 ELSE 12 END END",
    "closed_at": f"CASE WHEN NOT a.is_open THEN ({DAY})::timestamptz + interval '12 days' END",
}


def copies(town: Town) -> None:
    closed, opened = appeals.answered(town), appeals.assigned(town)
    named = [f.column for f in Appeal._meta.fields if f.column != "search"]
    columns = ", ".join(f'"{name}"' for name in named)
    values = ", ".join(OWN.get(name, f'a."{name}"') for name in named)
    with connection.cursor() as cursor:
        for template, first, last in ((closed, 1, N - N // 20), (opened, N - N // 20 + 1, N)):
            cursor.execute(
                f"INSERT INTO appeals_appeal ({columns}) SELECT {values} FROM appeals_appeal a, "
                "generate_series(%s, %s) AS n WHERE a.id = %s",
                [first, last, template.pk],
            )
        cursor.execute(
            "INSERT INTO appeals_rating (appeal_id, score, is_resolved, comment, rated_at) "
            "SELECT id, 1 + ascii(right(id::text, 1)) %% 5, true, '', %s FROM appeals_appeal "
            "WHERE NOT is_open AND right(id::text, 1) IN ('0', '1', '2')",
            [NOW],
        )
        cursor.execute(
            "INSERT INTO journal_entry (at, act, appeal_id, body_code, actor_kind, actor_name, actor_post, facts, "
            "reason) SELECT received_at + interval '5 days', (ARRAY['return_answer', 'register', 'resolve', "
            "'draft_answer'])[k], id, %s, 'staff', '', '', '{}', '' FROM appeals_appeal, generate_series(1, 4) k "
            "WHERE k > 1 OR right(id::text, 1) = '3'",
            [town.body.code],
        )
        # As autovacuum leaves a table that is older than a night: only then an index alone is read.
        cursor.execute("VACUUM (ANALYZE)")


@pytest.mark.soak
@pytest.mark.django_db(transaction=True)
def test_a_year_of_a_hundred_thousand_appeals_is_counted_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    town = build_town()
    copies(town)
    sight = record_sight(town.deputy.actor, town.body.code)

    taken, spent = [], []
    for _ in range(5):
        began, busy = perf_counter(), _busy()
        counted = count_days(sight, YEAR, TODAY)
        taken.append(perf_counter() - began)
        spent.append(_busy() - busy)

    figures = {code: sum(counted.days[code].values()) for code in FIGURES}
    with capsys.disabled():
        print("\nwall", [f"{t * 1000:.0f} ms" for t in taken], "busy", [f"{t * 1000:.0f} ms" for t in spent])
    assert figures["received"] == N + 2
    assert min(spent) < LIMIT


def _busy() -> float:
    """Seconds of a processor that we and our database session have used: a busy machine beside does not count."""
    with connection.cursor() as cursor:
        cursor.execute("SET max_parallel_workers_per_gather = 0")
        cursor.execute("SELECT pg_backend_pid()")
        (pid,) = cursor.fetchone()
    user, system = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    return process_time() + (int(user) + int(system)) / sysconf("SC_CLK_TCK")
