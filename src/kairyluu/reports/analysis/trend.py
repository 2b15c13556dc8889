"""The thirteen months to the end of an analysis, as totals."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kairyluu.reports.analysis.asking import AnalysisAsked, ask
from kairyluu.rules.analysis.document import Month, Pair
from kairyluu.rules.figures.periods import Period

CODES = ("received", "answered", "answered_in_time")


def count_trend(asked: AnalysisAsked, today: date) -> tuple[Month, ...]:
    last = asked.period.last
    period = Period(date(last.year - 1, last.month, 1), last)
    lines = ask(replace(asked, period=period, is_compared=False), CODES, "month", today).lines
    return tuple(Month(key, *(_whole(pairs[code]) for code in CODES)) for key, pairs in sorted(lines.items()))


def _whole(pair: Pair) -> int:
    return int(pair.now or 0)
