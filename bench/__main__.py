"""`make bench`: starts an instance of its own in a temporary folder, measures, prints JSON, stops it.

python -m bench [--quick] [--only alike [--looks 400]] [--appeals 100000 200000]
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import psycopg

from bench import alike, latency, submissions
from bench.filling import fill
from bench.instance import Instance

BODY = "da-o-alai"
CLERK = "registrar@alai.example"
PASSWORD = "kairyluu-demo"  # noqa: S105 - the demo's public password


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="short runs, for trying the bench itself")
    parser.add_argument("--only", choices=["alike"], help="one part of the bench")
    parser.add_argument("--looks", type=int, default=400, help="look-ups of each kind of planted letter")
    parser.add_argument("--appeals", type=int, nargs="*", default=[100_000, 200_000])
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kairyluu-bench-") as home, Instance(Path(home)) as house:
        print(json.dumps(_measured(house, args), ensure_ascii=False, indent=2))
    return 0


def _measured(house: Instance, args: argparse.Namespace) -> dict[str, Any]:
    pairs, seconds = (2, 2.0) if args.quick else (submissions.PAIRS, submissions.SECONDS)
    found: dict[str, Any] = {"machine": {"cores": os.cpu_count(), "python": platform.python_version()}}
    if args.only == "alike":
        return found | {"alike": _alike(house, args)}
    _note("submissions against bare SQL")
    with psycopg.connect(house.conninfo) as connection:
        connection.execute("CREATE TABLE bench_job (id bigserial PRIMARY KEY, task_name text, args jsonb)")
    found["submissions"] = submissions.measure(house.port, house.conninfo, BODY, pairs=pairs, seconds=seconds)
    _empty(house)
    found["latency"] = {str(n): _latency(house, n) for n in ([5_000] if args.quick else args.appeals)}
    return found


def _alike(house: Instance, args: argparse.Namespace) -> dict[str, Any]:
    """In an instance of its own, or after nothing else: it fills the register itself."""
    n, looks = (5_000, 100) if args.quick else (args.appeals[0], args.looks)
    return alike.measure(house, BODY, (CLERK, PASSWORD), n, looks)


def _empty(house: Instance) -> None:
    """Without the bare rows, which belong to nobody."""
    with psycopg.connect(house.conninfo) as connection:
        connection.execute(
            "DELETE FROM appeals_applicant WHERE appeal_id IN (SELECT id FROM appeals_appeal WHERE tracking_number LIKE 'b%')"
        )
        connection.execute("DELETE FROM appeals_appeal WHERE tracking_number LIKE 'b%'")


def _latency(house: Instance, n: int) -> dict[str, Any]:
    with psycopg.connect(house.conninfo) as connection:
        row = connection.execute(
            "SELECT count(*) FROM appeals_appeal a JOIN agencies_body b ON b.id = a.body_id WHERE b.code = %s",
            [BODY],
        ).fetchone()
        assert row is not None
        _note(f"filling the register up to {n} appeals")
        start = time.perf_counter()
        fill(
            connection,
            BODY,
            n - row[0],
            seed=n,
            today=connection.execute("SELECT current_date").fetchone()[0],
        )
        filled = time.perf_counter() - start
        case = connection.execute(
            "SELECT a.id FROM appeals_appeal a JOIN agencies_body b ON b.id = a.body_id "
            "WHERE b.code = %s AND a.state = 'answered' AND a.tracking_number NOT LIKE 'b%%' LIMIT 1",
            [BODY],
        ).fetchone()
        assert case is not None
    _note("pages")
    pages = latency.measure(house.port, CLERK, PASSWORD, str(case[0]))
    return {"filled_in_seconds": round(filled, 1), **pages}


def _note(words: str) -> None:
    print(f"bench: {words} ...", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
