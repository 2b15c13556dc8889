"""How long lists, searches and a case page take with many appeals of one body, through the real server, signed in."""

from __future__ import annotations

import statistics
import time
from typing import Any

from bench.visitor import Visitor

ROUNDS = 40
LISTS = ("/desk/lists/all/", "/desk/lists/in-execution/", "/desk/lists/overdue/", "/desk/lists/answered/")
SEARCHES = ("суу", "коче", "Улгубаев", "насос ондоо", "дороги", "мектеп жылуулук", "№ 4711")


def measure(port: int, email: str, password: str, case: str) -> dict[str, Any]:
    """Milliseconds, p50 and p95, per kind of page."""
    visitor = Visitor(port)
    visitor.sign_in(email, password)
    kinds = {
        "list": [visitor_path for visitor_path in LISTS],
        "search": [f"/desk/search/?{_q(words)}" for words in SEARCHES],
        "case": [f"/desk/appeals/{case}/"],
    }
    return {kind: _times(visitor, paths) for kind, paths in kinds.items()}


def _q(words: str) -> str:
    from urllib.parse import urlencode

    return urlencode({"q": words})


def _times(visitor: Visitor, paths: list[str]) -> dict[str, Any]:
    taken: dict[str, list[float]] = {path: [] for path in paths}
    for path in paths:  # warm: plans, caches
        status, where, _ = visitor.ask("GET", path)
        assert status == 200, (path, status, where)
    for _ in range(max(ROUNDS // len(paths), 10)):
        for path in paths:
            start = time.perf_counter()
            status, _, _ = visitor.ask("GET", path)
            taken[path].append((time.perf_counter() - start) * 1000)
            assert status == 200, (path, status)
    every = sorted(t for times in taken.values() for t in times)
    return {
        "n": len(every),
        "p50_ms": round(statistics.median(every), 1),
        "p95_ms": round(every[int(len(every) * 0.95) - 1], 1),
        "slowest_ms": round(every[-1], 1),
        "median_by_page": {path: round(statistics.median(times), 1) for path, times in taken.items()},
    }
