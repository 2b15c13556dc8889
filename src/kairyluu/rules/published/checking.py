"""The checks themselves. A finding says what was printed, what comes out, and how the difference may have arisen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Any

from kairyluu.rules.published import reading
from kairyluu.rules.published.columns import Change, Column, Line, Pace, nature, rounded, share

SUM, OVER, UNLISTED = "sum", "over", "unlisted"
PERCENT, BASE, ADJUSTED = "percent", "base", "adjusted"
PACE, CHANGE, DEFINITION, MISSING = "pace", "change", "definition", "missing"
REMARKS = frozenset({UNLISTED, DEFINITION, MISSING})
FEW = 2  # a single wrong share is a slip; from two on they may stand on another base
FAR = Fraction(1)  # percentage points from which a single share, too, is taken for one on another base
HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Finding:
    """`kind` is one of the words above; `values` are plain figures by name. Remarks are true of the table without being
    a fault of it."""

    kind: str
    place: str
    values: dict[str, Any] = field(default_factory=dict)

    @property
    def is_fault(self) -> bool:
        return self.kind not in REMARKS


def check_table(table: reading.Table) -> list[Finding]:
    """Everything that does not come out, in the order of the table."""
    found: list[Finding] = []
    for column in reading.columns_of(table):
        found += [*_sum(column), *_shares(column)]
    found += [finding for pace in reading.paces_of(table) for finding in _pace(pace)]
    found += [finding for change in reading.changes_of(table) for finding in _change(change)]
    meanings = reading.definitions_of(table)
    return found + ([Finding(DEFINITION, "periods", {"meanings": meanings})] if len(meanings) > 1 else [])


def change_in_percent(change: Change, decimals: int = 1) -> Decimal:
    """Rounded half up, away from zero for a fall as for a rise."""
    return rounded(Fraction((change.count - change.previous) * 100, change.previous), decimals)


def _sum(column: Column) -> Iterator[Finding]:
    """Against the total, by the lines that are parts of it: who names a base of his own is a part of another line."""
    parts = [line for line in column.lines if line.of is None]
    if column.total is None or column.is_rough or len(parts) < FEW or any(line.is_rough for line in parts):
        return
    if any(line.count is None for line in parts):
        return
    said = sum(line.count or 0 for line in parts)
    gap = column.total - said
    if gap == 0:
        return
    values: dict[str, Any] = {"sum": said, "total": column.total, "gap": gap}
    elsewhere = sum(n for _, n in column.elsewhere)
    if elsewhere:
        values |= {"elsewhere": dict(column.elsewhere), "left": gap - elsewhere}
    kind = OVER if gap < 0 else SUM if column.is_whole else UNLISTED
    if not (kind == OVER and not column.is_whole):
        yield Finding(kind, column.place, values)


def _shares(column: Column) -> Iterator[Finding]:
    """Shares that do not come out: on another base together, or each for itself."""
    wrong = [line for line in column.lines if _is_wrong(line, column)]
    on_total = [line for line in column.lines if _base(line, column) == column.total]
    span = _common_base([line for line in wrong if line in on_total], column)
    is_far = any(abs(_exact(line, column) - Fraction(line.percent or 0)) >= FAR for line in wrong)
    if span and (len(wrong) >= FEW or is_far):
        values = {
            "lines": [line.code for line in wrong],
            "total": column.total,
            "from": span[0],
            "to": span[1],
        }
        yield Finding(BASE, column.place, values)
    yield from (_share(line, column) for line in wrong)
    yield from _adjusted(column, wrong)
    for line in column.lines:
        if line.percent is None and line.count is not None and len(column.lines) == 1 and column.total:
            said = share(line.count, column.total, column.decimals)
            yield Finding(MISSING, column.place, {"line": line.code, "recomputed": said})


def _share(line: Line, column: Column) -> Finding:
    exact = _exact(line, column)
    values = {
        "line": line.code,
        "published": line.percent,
        "recomputed": rounded(exact, column.decimals),
        "nature": nature(exact, line.percent or Decimal(0), column.decimals),
    }
    return Finding(PERCENT, column.place, values)


def _adjusted(column: Column, wrong: list[Line]) -> Iterator[Finding]:
    """The printed shares add to exactly 100, the rounded ones do not: somebody made them fit."""
    if not wrong or not column.is_whole or any(line.percent is None for line in column.lines):
        return
    printed = sum((line.percent or Decimal(0) for line in column.lines), Decimal(0))
    right = sum((rounded(_exact(line, column), column.decimals) for line in column.lines), Decimal(0))
    if printed == HUNDRED != right:
        yield Finding(ADJUSTED, column.place, {"printed": printed, "recomputed": right})


def _is_wrong(line: Line, column: Column) -> bool:
    if line.percent is None or line.count is None or not _base(line, column):
        return False
    exact = _exact(line, column)
    if line.is_rough:  # «about»: only what cannot be meant
        return abs(exact - Fraction(line.percent)) >= FAR
    return rounded(exact, column.decimals) != line.percent


def _base(line: Line, column: Column) -> int | None:
    return line.of if line.of is not None else column.total


def _exact(line: Line, column: Column) -> Fraction:
    return Fraction((line.count or 0) * 100, _base(line, column) or 1)


def _common_base(lines: list[Line], column: Column) -> tuple[int, int] | None:
    """The whole numbers on which all these shares come out, from the least to the greatest."""
    half = Fraction(1, 2 * 10**column.decimals)
    low, high = Fraction(1), None
    for line in lines:
        percent = Fraction(line.percent or 0)
        if percent <= half or not line.count:
            return None
        low = max(low, Fraction(line.count * 100) / (percent + half))
        top = Fraction(line.count * 100) / (percent - half)
        high = top if high is None else min(high, top)
    if high is None or ceil(low) > floor(high):
        return None
    return ceil(low), floor(high)


def _pace(pace: Pace) -> Iterator[Finding]:
    exact = Fraction(pace.count, pace.units)
    if rounded(exact, 0) != pace.published:
        way = nature(exact, Decimal(pace.published), 0)
        fits = int(rounded(Fraction(pace.count, pace.published), 0)) if pace.published else 0
        values = {"published": pace.published, "recomputed": int(rounded(exact, 0)), "nature": way}
        yield Finding(PACE, pace.place, values | {"units": pace.units, "fits": fits})


def _change(change: Change) -> Iterator[Finding]:
    if change.published is None:
        return
    right = change_in_percent(change)
    if abs(right - change.published) > Decimal("0.1"):
        yield Finding(CHANGE, change.place, {"published": change.published, "recomputed": right})
