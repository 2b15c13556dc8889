"""The analysis laid out for reading: the same parts for a page, PDF, a workbook. Every cell is text of the paper's
language, except in the workbook, which takes `Cell.value`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from kairyluu.rules.analysis import spans, telling, words
from kairyluu.rules.analysis.document import Analysis, Pair, Row, Table, in_order
from kairyluu.rules.analysis.writing import (
    GREW,
    NOTHING,
    UNKNOWN,
    Change,
    change,
    change_in_words,
    decimal,
    difference,
    figure,
    per_cent,
    share,
)

HIDDEN = "…"
MOST_LINES = 25  # of a table in the paper; the workbook and the JSON have all


@dataclass(frozen=True)
class Cell:
    """`value` None: a word, or nothing that can be shown. `unit` stands behind the value; `is_signed`: a rise has a plus."""

    text: str
    value: int | Decimal | None = None
    unit: str = ""
    is_signed: bool = False


@dataclass(frozen=True)
class DrawnTable:
    """`bars`: for each row its share for a bar, 0–100; None where there is none."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    total: tuple[Cell, ...] = ()
    bars: tuple[Decimal | None, ...] = ()


@dataclass(frozen=True)
class Part:
    """`counted` is the paragraph as it was made of the figures; `text` as it stands."""

    code: str
    title: str
    text: str
    counted: str = ""
    table: DrawnTable | None = None

    @property
    def paragraphs(self) -> list[str]:
        return [line for line in self.text.splitlines() if line.strip()]


@dataclass(frozen=True)
class DrawnTrend:
    """Columns by month; `text` says what a picture of them shows. `whole` is the highest that can be, 0: none."""

    code: str
    title: str
    text: str
    months: tuple[tuple[str, int | Decimal | None, str], ...]
    whole: int = 0


@dataclass(frozen=True)
class Drawn:
    """`trends` stand after the first part."""

    language: str
    title: str
    body: str
    period: str
    parts: tuple[Part, ...]
    trends: tuple[DrawnTrend, ...] = ()


def draw(
    analysis: Analysis, language: str, texts: Mapping[str, str] | None = None, *, for_writing: bool = False
) -> Drawn:
    """`texts` by block replace the counted paragraphs; `for_writing` has the blocks that wait for words too."""
    counted = telling.tell(analysis, language)
    given = texts or {}
    parts = []
    for code in telling.BLOCKS:
        table = _table_of(analysis, code, language)
        text = given.get(code, counted.get(code, ""))
        if text or table or (for_writing and code in counted):
            parts.append(Part(code, words.BLOCKS[code][language], text, counted.get(code, ""), table))
    return Drawn(
        language=language,
        title=words.TITLE[language],
        body=analysis.title.get(language) or words.COUNTRY[language],
        period=spans.titled(analysis.span, language),
        parts=tuple(parts),
        trends=_trends(analysis, language),
    )


def _trends(analysis: Analysis, language: str) -> tuple[DrawnTrend, ...]:
    if not any(month.received or month.answered for month in analysis.trend):
        return ()
    labels = [f"{month.key[5:]}.{month.key[2:4]}" for month in analysis.trend]
    received = tuple(
        (label, m.received, figure(m.received, language))
        for label, m in zip(labels, analysis.trend, strict=True)
    )
    in_time = tuple(
        (label, m.share, _share(m.share, language).text)
        for label, m in zip(labels, analysis.trend, strict=True)
    )
    titles, text = words.TRENDS, words.TREND_TEXT[language]
    return (
        DrawnTrend("received", titles["received"][language], text, received),
        DrawnTrend("share_in_time", titles["share_in_time"][language], text, in_time, whole=100),
    )


def _table_of(analysis: Analysis, code: str, language: str) -> DrawnTable | None:
    if code == telling.TOTAL:
        return _figures(analysis, language)
    table = analysis.table(code)
    if table is None or not (table.rows or table.is_hiding):
        return None
    return (
        _late_bodies(analysis, table, language) if table.base == "own" else _lines(analysis, table, language)
    )


def _lines(analysis: Analysis, table: Table, language: str) -> DrawnTable:
    is_compared = analysis.is_comparable and table.total_before is not None
    named = ("name", "n", "share", *(("before", "share_before", "change") if is_compared else ()))
    shown, gone = telling.shown_and_gone(table, is_compared=is_compared)
    rows = tuple(_line(analysis, table, row, language) for row in shown)
    names = "; ".join(telling.headed(analysis, table, row, language) for row in gone)
    total = Row("", table.total, table.total_before)
    last = (Cell(words.COLUMNS["total"][language]), *_cells(total, *_whole(table), is_compared, language))
    return DrawnTable(
        columns=tuple(words.COLUMNS[name][language] for name in named),
        rows=rows,
        notes=(*telling.notes(table, language), *([words.GONE[language].format(names)] if gone else [])),
        total=last,
        bars=tuple(table.share(row) for row in shown),
    )


def _whole(table: Table) -> tuple[Decimal | None, Decimal | None]:
    """The base of the shares is all of them, even where the rounded ones do not add to it."""
    now, before = (share(n, n) for n in (table.total, table.total_before))
    return now, before


def _line(analysis: Analysis, table: Table, row: Row, language: str) -> tuple[Cell, ...]:
    is_compared = analysis.is_comparable and table.total_before is not None
    name = Cell(telling.headed(analysis, table, row, language))
    return (name, *_cells(row, table.share(row), table.share_before(row), is_compared, language))


def _cells(
    row: Row, part: Decimal | None, part_before: Decimal | None, is_compared: bool, language: str
) -> tuple[Cell, ...]:
    cells = (_count(row.n, language), _share(part, language))
    if not is_compared:
        return cells
    changed = _changed(change(row.n, row.before), language)
    return (*cells, _count(row.before, language), _share(part_before, language), changed)


def _late_bodies(analysis: Analysis, table: Table, language: str) -> DrawnTable:
    named = ("name", "late", "answered", "share")
    rows = tuple(
        (
            Cell(analysis.name(table.code, row.key, language)),
            _count(row.n, language),
            _count(row.base, language),
            _share(table.share(row), language),
        )
        for row in table.rows
    )
    columns = tuple(words.COLUMNS[name][language] for name in named)
    return DrawnTable(columns, rows, tuple(telling.notes(table, language)))


def _figures(analysis: Analysis, language: str) -> DrawnTable:
    named = ("name", "value", *(("before", "change") if analysis.is_comparable else ()))
    rows = tuple(
        (
            Cell(analysis.name("figures", code, language)),
            *_pair(code, pair, analysis.is_comparable, language),
        )
        for code, pair in in_order(analysis.figures)
        if pair.now is not None or pair.before is not None
    )
    return DrawnTable(tuple(words.COLUMNS[name][language] for name in named), rows)


def _pair(code: str, pair: Pair, is_compared: bool, language: str) -> tuple[Cell, ...]:
    cells = [_value(code, pair.now, language)]
    if is_compared:
        cells += [_value(code, pair.before, language), _moved(code, pair, language)]
    return tuple(cells)


def _moved(code: str, pair: Pair, language: str) -> Cell:
    """A count in per cent, a share in points, days and marks as they are."""
    if pair.now is None or pair.before is None:
        return Cell(NOTHING)
    if isinstance(pair.now, int) and isinstance(pair.before, int) and not code.startswith("days"):
        return _changed(change(pair.now, pair.before), language)
    unit = words.POINTS[language] if code.startswith("share") else ""
    text = difference(pair.now, pair.before, language, unit)
    return Cell(text, pair.now - pair.before, unit, is_signed=True)


def _value(code: str, value: int | Decimal | None, language: str) -> Cell:
    if value is None:
        return Cell(NOTHING)
    if isinstance(value, Decimal):
        is_share = code.startswith("share")
        text = per_cent(value, language) if is_share else decimal(value, language)
        return Cell(text, value, "%" if is_share else "")
    return Cell(figure(value, language), value)


def _count(n: int | None, language: str) -> Cell:
    return Cell(HIDDEN) if n is None else Cell(figure(n, language), n)


def _share(value: Decimal | None, language: str) -> Cell:
    return Cell(NOTHING) if value is None else Cell(decimal(value, language), value)


def _changed(told: Change, language: str) -> Cell:
    text = change_in_words(told, language)
    if told.kind == UNKNOWN:
        return Cell(text)
    if told.per_cent is None:
        return Cell(text, told.by, is_signed=True)
    return Cell(text, told.per_cent if told.kind == GREW else -told.per_cent, "%", is_signed=True)
