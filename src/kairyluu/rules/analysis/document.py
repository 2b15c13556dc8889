"""What an analysis consists of, as it is frozen: figures, tables and the names as they were that day. The same document
gives the same texts and files whenever they are made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from kairyluu.rules.analysis.spans import Span
from kairyluu.rules.analysis.writing import share

Names = Mapping[str, str]  # by language
Value = int | Decimal | None
BEGAN = "body_began"
# In the order of the table of figures; calls come after them. What is kept in the database has lost its order.
FIGURES = (
    *("received", "registered", "in_consideration", "answered", "answered_in_time", "answered_late"),
    *("share_in_time", "share_late", "overdue_now", "extended", "days_median", "days_p90", "days_max"),
    *("refused", "forwarded", "returned", "reviewed", "restored", "near_copies"),
    *("rated", "rating_average", "share_satisfied", "confidential"),
)
SHAPE = 1  # of the frozen form; raised when its reader must know


@dataclass(frozen=True)
class Row:
    """`n` None: not shown because it is small, or small ones could be worked out from it; the same of `before`, which is
    None too where nothing is compared. `base`: the row has a base of its own."""

    key: str
    n: int | None
    before: int | None = None
    base: int | None = None


@dataclass(frozen=True)
class Table:
    """`base` is what the shares are of: received, answered, refused, or own (each row's)."""

    code: str
    base: str
    total: int
    rows: tuple[Row, ...]
    total_before: int | None = None

    def share(self, row: Row) -> Decimal | None:
        return share(row.n, row.base if self.base == "own" else self.total)

    def share_before(self, row: Row) -> Decimal | None:
        return None if self.base == "own" else share(row.before, self.total_before)

    @property
    def is_hiding(self) -> bool:
        """No lines although there is a total: all of them are hidden."""
        return any(row.n is None for row in self.rows) or bool(self.total and not self.rows)


@dataclass(frozen=True)
class Pair:
    """A figure now and in the period before; None: nothing to count it from."""

    now: Value
    before: Value = None


@dataclass(frozen=True)
class Month:
    """Of the thirteen months to the end of the period: key 2026-10; totals, which nothing hides."""

    key: str
    received: int
    answered: int
    in_time: int

    @property
    def share(self) -> Decimal | None:
        return share(self.in_time, self.answered)


@dataclass(frozen=True, kw_only=True)
class Analysis:
    """`body` is empty for the whole country. `compared_with` is the period of the year before, None where nothing is
    compared. `names` by kind of name and key, `versions` of the catalogue of figures
    by code. `not_comparable`: why the number of appeals itself cannot be compared. `few`: counts below it are not shown; 0: all are.
    `is_apart`: what names somebody or is confidential is counted for the country and for no body."""

    body: str
    title: Names
    span: Span
    compared_with: Span | None
    counted_on: date
    figures: Mapping[str, Pair]
    tables: tuple[Table, ...]
    names: Mapping[str, Mapping[str, Names]] = field(default_factory=dict)
    versions: Mapping[str, int] = field(default_factory=dict)
    not_comparable: tuple[str, ...] = ()
    few: int = 0
    is_apart: bool = False
    trend: tuple[Month, ...] = ()

    def now(self, code: str) -> Value:
        return self.figures[code].now if code in self.figures else None

    def count(self, code: str) -> int | None:
        value = self.now(code)
        return int(value) if value is not None else None

    def before(self, code: str) -> int | None:
        value = self.figures[code].before if code in self.figures else None
        return int(value) if value is not None and self.is_comparable else None

    @property
    def is_comparable(self) -> bool:
        """That bodies joined since does not forbid a comparison, it is only said."""
        return self.compared_with is not None and not set(self.not_comparable) - {BEGAN}

    def table(self, code: str) -> Table | None:
        return next((table for table in self.tables if table.code == code), None)

    def name(self, kind: str, key: str, language: str) -> str:
        return self.names.get(kind, {}).get(key, {}).get(language) or key


def to_json(analysis: Analysis) -> dict[str, Any]:
    """Plain values; what is written is what `from_json` reads back."""
    return {
        "shape": SHAPE,
        "body": analysis.body,
        "title": dict(analysis.title),
        "span": _days(analysis.span),
        "compared_with": _days(analysis.compared_with) if analysis.compared_with else None,
        "counted_on": analysis.counted_on.isoformat(),
        "figures": {
            code: {"now": _plain(pair.now), "before": _plain(pair.before)}
            for code, pair in analysis.figures.items()
        },
        "tables": [
            {
                "code": table.code,
                "base": table.base,
                "total": table.total,
                "total_before": table.total_before,
                "rows": [{"key": r.key, "n": r.n, "before": r.before, "base": r.base} for r in table.rows],
            }
            for table in analysis.tables
        ],
        "names": {kind: {key: dict(n) for key, n in some.items()} for kind, some in analysis.names.items()},
        "versions": dict(analysis.versions),
        "not_comparable": list(analysis.not_comparable),
        "few": analysis.few,
        "apart": analysis.is_apart,
        "trend": [[m.key, m.received, m.answered, m.in_time] for m in analysis.trend],
    }


def from_json(frozen: Mapping[str, Any]) -> Analysis:
    return Analysis(
        body=frozen["body"],
        title=frozen["title"],
        span=_span(frozen["span"]),
        compared_with=_span(frozen["compared_with"]) if frozen["compared_with"] else None,
        counted_on=date.fromisoformat(frozen["counted_on"]),
        figures={
            code: Pair(_value(pair["now"]), _value(pair["before"]))
            for code, pair in frozen["figures"].items()
        },
        tables=tuple(
            Table(
                code=table["code"],
                base=table["base"],
                total=table["total"],
                total_before=table["total_before"],
                rows=tuple(Row(**row) for row in table["rows"]),
            )
            for table in frozen["tables"]
        ),
        names=frozen["names"],
        versions=frozen["versions"],
        not_comparable=tuple(frozen["not_comparable"]),
        few=frozen["few"],
        is_apart=frozen.get("apart", False),
        trend=tuple(Month(*month) for month in frozen.get("trend", ())),
    )


def in_order(figures: Mapping[str, Pair]) -> list[tuple[str, Pair]]:
    place = {code: n for n, code in enumerate(FIGURES)}
    return sorted(figures.items(), key=lambda one: (place.get(one[0], len(place)), one[0]))


def digest(*parts: Any) -> str:
    """SHA-256 of plain values, whatever the order of their names."""
    written = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def _days(span: Span) -> list[str]:
    return [span.first.isoformat(), span.last.isoformat()]


def _span(days: list[str]) -> Span:
    return Span(date.fromisoformat(days[0]), date.fromisoformat(days[1]))


def _plain(value: Value) -> int | str | None:
    """A decimal keeps its noughts as text."""
    return f"{value:f}" if isinstance(value, Decimal) else value


def _value(value: int | str | None) -> Value:
    return Decimal(value) if isinstance(value, str) else value
