"""What an analysis is asked of, and the questions it puts to the figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kairyluu.queries.directory import directory
from kairyluu.queries.figures.apart import SEALED, Apart
from kairyluu.queries.figures.asking import Asking
from kairyluu.queries.figures.counting import compare, count_figures
from kairyluu.rules.analysis.document import Pair
from kairyluu.rules.analysis.overlap import Told
from kairyluu.rules.figures.comparison import NotComparable
from kairyluu.rules.figures.periods import Period


@dataclass(frozen=True, kw_only=True)
class AnalysisAsked:
    """`body` with the bodies below it, "": the whole country. `few`: counts below it are hidden, 0: none is. `told` is what
    approved analyses of the same body tell already."""

    period: Period
    body: str = ""
    is_compared: bool = True
    few: int = 0
    told: tuple[Told, ...] = ()


@dataclass(frozen=True)
class Answered:
    """By key and figure; `total` by figure."""

    lines: Mapping[str, Mapping[str, Pair]]
    total: Mapping[str, Pair]
    not_comparable: tuple[NotComparable, ...] = ()


def bodies_of(code: str) -> frozenset[int] | None:
    """Row ids of the body and those below it; None: all. Raises `UnknownCode`."""
    if not code:
        return None
    known = directory()
    path = known.body(code).path
    return frozenset(pk for pk, body in known.bodies_by_id.items() if body.path.startswith(path))


def ask(asked: AnalysisAsked, codes: tuple[str, ...], by: str | None, today: date) -> Answered:
    """One question; with the same period of the year before where that is asked for. Whatever says something of a single body is
    without what its own people do not all see (decision record 0025)."""
    asking = Asking(asked.period, codes, bodies_of(asked.body), by)
    apart = SEALED if asked.body or by == "body" else Apart()
    if asked.is_compared:
        compared = compare(asking, today=today, apart=apart)
        lines = {
            line.key: {code: Pair(found.now, found.before) for code, found in line.changes.items()}
            for line in compared.lines
        }
        total = {code: Pair(found.now, found.before) for code, found in compared.total.items()}
        return Answered(lines, total, compared.not_comparable)
    counted = count_figures(asking, today=today, apart=apart)
    plain = {line.key: {code: Pair(n) for code, n in line.values.items()} for line in counted.lines}
    return Answered(plain, {code: Pair(n) for code, n in counted.total.items()})
