"""How long typical questions to the figures, the pages that show them and the analyses take at N appeals, some changes not folded
yet: p50 and p95 in milliseconds.

python -m bench.figures --appeals 200000 [--seed 463] [--rounds 20] [--check]
DATABASE_URL=... python -m bench.figures --there

A database of its own in a temporary folder is filled by `kairyluu generate`'s use case; with --check every sum is recounted too.
With --there nothing is filled: a country that `kairyluu generate` made there is asked, and two accounts are added to it.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

UNTIL = dt.date(2026, 10, 31)
PENDING = 50  # changes that wait to be folded while questions are asked


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.figures", description=__doc__)
    parser.add_argument("--appeals", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=463)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--check", action="store_true", help="recount every sum from the appeals")
    parser.add_argument("--there", action="store_true", help="the database of DATABASE_URL, filled already")
    args = parser.parse_args()
    if args.there:
        os.environ["DJANGO_SETTINGS_MODULE"] = "kairyluu.wiring.settings.test"
        import django

        django.setup()
        print(json.dumps(_asked(args), ensure_ascii=False, indent=2))
        return 0
    with tempfile.TemporaryDirectory(prefix="kairyluu-bench-") as home, _database(Path(home)):
        print(json.dumps(_measured(args), ensure_ascii=False, indent=2))
    return 0


@contextmanager
def _database(home: Path) -> Iterator[None]:
    home.chmod(0o755)
    os.environ["KAIRYLUU_TEST_SERVER"] = str(home)
    os.environ["DJANGO_SETTINGS_MODULE"] = "kairyluu.wiring.settings.test"
    from kairyluu.wiring.runtime.postgres import Cluster

    cluster = Cluster(home / "data", home / "socket", home / "server.log")
    cluster.start()
    try:
        import django

        django.setup()
        yield
    finally:
        from django.db import connection

        connection.close()
        cluster.stop()


def _measured(args: argparse.Namespace) -> dict[str, Any]:
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    from kairyluu.data.figures import folding, rebuilding
    from kairyluu.rules.facts import SYSTEM_ACTOR
    from kairyluu.usecases.figures.keep import CheckFigures, check_figures
    from kairyluu.usecases.generating.generate import Generate, generate
    from kairyluu.usecases.reference.load import LoadReference, load_reference

    settings.DEMO = True
    now = dt.datetime.combine(UNTIL, dt.time(18), dt.UTC)
    call_command("migrate", verbosity=0)
    load_reference(LoadReference(folder=Path(settings.REFERENCE_DATA)), actor=SYSTEM_ACTOR, now=now)
    command = Generate(n_appeals=args.appeals, seed=args.seed, until=UNTIL)
    found: dict[str, Any] = {
        "appeals": args.appeals,
        "generate_s": _seconds(lambda: generate(command, actor=SYSTEM_ACTOR, now=now, tell=lambda n: None)),
        "rebuild_s": _seconds(lambda: _in_transaction(rebuilding.rebuild)),
    }
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE figures_cell")
    found |= _asked(args)
    found["fold_s"] = _seconds(lambda: _in_transaction(lambda: folding.fold(2000)))
    if args.check:
        found["differences"] = len(check_figures(CheckFigures(), actor=SYSTEM_ACTOR, now=now))
        found["check_s"] = _seconds(lambda: check_figures(CheckFigures(), actor=SYSTEM_ACTOR, now=now))
    return found


def _asked(args: argparse.Namespace) -> dict[str, Any]:
    from django.db import connection

    from bench.figure_pages import analyses, pages, public_pages

    found: dict[str, Any] = {"load": os.getloadavg(), "kept_s": _seconds(_keep)}
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*), pg_total_relation_size('figures_cell') FROM figures_cell")
        n, size = cursor.fetchone()
        found["cells"] = {"n": n, "megabytes": size // 2**20}
        cursor.execute("SELECT count(*) FROM figures_fact")
        found["facts"] = cursor.fetchone()[0]
        cursor.execute(
            "UPDATE appeals_appeal SET is_confidential = NOT is_confidential WHERE id IN"
            " (SELECT id FROM appeals_appeal ORDER BY id LIMIT %s)",
            [PENDING],
        )
    gc.collect()
    gc.freeze()  # as the web server does when it has started
    for part, made in (
        ("questions_ms", _questions),
        ("analyses_ms", analyses),
        ("pages_ms", pages),
        ("public_ms", public_pages),
    ):
        found[part] = {}
        for name, ask in made().items():
            found[part][name] = _times(ask, args.rounds)
            print(f"bench: {name} {found[part][name]}", file=sys.stderr, flush=True)
    return found


def _keep() -> None:
    """What the worker does in the minutes after a start."""
    from kairyluu.rules.facts import SYSTEM_ACTOR
    from kairyluu.usecases.figures.keep import FoldChanges, KeepReaches, fold_changes, keep_reaches
    from kairyluu.usecases.figures.keep_branches import KeepBranches, keep_branches

    now = dt.datetime.fromtimestamp(time.time(), dt.UTC)
    fold_changes(FoldChanges(), actor=SYSTEM_ACTOR, now=now)
    keep_reaches(KeepReaches(), actor=SYSTEM_ACTOR, now=now)
    keep_branches(KeepBranches(), actor=SYSTEM_ACTOR, now=now)


def _questions() -> dict[str, Callable[[], Any]]:
    from kairyluu.queries.directory import directory
    from kairyluu.queries.figures import Asking, compare, count_figures
    from kairyluu.rules.figures.catalogue import CATALOGUE
    from kairyluu.rules.figures.periods import Period

    every = tuple(CATALOGUE)
    few = ("received", "answered", "share_in_time", "days_median", "overdue_now")
    year, month = Period.of("2026"), Period.of("2026-10")
    bodies = directory().bodies
    one = frozenset({bodies["da-o-alai"].pk})
    below = frozenset(b.pk for b in bodies.values() if b.path.startswith(bodies["pr-o"].path))

    def asked(*asking: Any) -> Callable[[], Any]:
        return lambda: count_figures(Asking(*asking), today=UNTIL)

    found = {
        "country, year, every figure": asked(year, every),
        "country, year by month": asked(year, few, None, "month"),
        "country, year by body": asked(year, few, None, "body"),
        "country, year by topic": asked(year, few, None, "topic"),
        "country, year by region": asked(year, few, None, "region_applicant"),
        "country, month by day": asked(month, few, None, "day"),
        "country, any days by channel": asked(Period.of("2026-02-10..2026-09-20"), few, None, "channel"),
        "below an oblast, year by kind": asked(year, few, below, "kind"),
        "below an oblast, year by body": asked(year, few, below, "body"),
        "one body, year by month": asked(year, few, one, "month"),
        "one body, month by topic": asked(month, few, one, "topic"),
        "one body, any days": asked(Period.of("2026-02-10..2026-09-20"), every, one),
    }
    comparing = Asking(year, few, None, "region_applicant")
    found["country, beside the year before by region"] = lambda: compare(comparing, today=UNTIL)
    return found


def _times(ask: Callable[[], Any], rounds: int) -> dict[str, float]:
    """What takes seconds is asked less often."""
    rounds = max(3, min(rounds, int(20 / max(_seconds(ask), 0.01))))
    taken = sorted(_seconds(ask) * 1000 for _ in range(rounds))
    return {
        "p50": round(statistics.median(taken), 1),
        "p95": round(taken[max(int(len(taken) * 0.95 + 0.5) - 1, 0)], 1),
    }


def _seconds(act: Callable[[], Any]) -> float:
    start = time.perf_counter()
    act()
    return round(time.perf_counter() - start, 4)


def _in_transaction(act: Callable[[], Any]) -> Any:
    from django.db import transaction

    with transaction.atomic():
        return act()


if __name__ == "__main__":
    sys.exit(main())
