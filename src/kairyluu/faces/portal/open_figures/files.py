"""A published table as CSV, XLSX and JSON. In CSV and XLSX a hidden number is `*`, in JSON the word `hidden`. The library of workbooks
is loaded with the first one."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from kairyluu.faces.portal.open_figures.periods import in_words
from kairyluu.faces.portal.open_figures.rows import MARK, Row, definitions_of
from kairyluu.reports.published.asking import LICENCE
from kairyluu.reports.published.cells import Cell, change_of
from kairyluu.reports.published.reading import Published, PublishedLine
from kairyluu.rules.figures.catalogue import CATALOGUE, COUNT, SHARE
from kairyluu.rules.figures.periods import Period

if TYPE_CHECKING:
    from openpyxl.cell import WriteOnlyCell

HIDDEN = "hidden"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
Plain = int | float | str | None


@dataclass(frozen=True)
class Sheet:
    """`name` of the file without its ending, `title` of the table, `first` the heading of its first column."""

    name: str
    title: str
    first: str
    rows: tuple[Row, ...]
    published: Published
    language: str
    schema: str

    @property
    def codes(self) -> tuple[str, ...]:
        return self.published.table.shown

    @property
    def lines(self) -> Iterator[tuple[str, str, PublishedLine]]:
        """The total last, under an empty key."""
        yield from ((row.key, row.name, row.line) for row in self.rows)
        yield "", _("In all"), self.published.total


def neutral(cell: str) -> str:
    """A word that a spreadsheet would run gets an apostrophe before it."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def as_csv(sheet: Sheet) -> bytes:
    """UTF-8 with its mark, so that spreadsheets know the letters."""
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\r\n")
    for line in _table(sheet):
        rows.writerow([neutral(cell) if isinstance(cell, str) else cell for cell in line])
    return ("\ufeff" + written.getvalue()).encode()


def as_xlsx(sheet: Sheet) -> bytes:
    """The table, and a second sheet that says what its numbers mean."""
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    for title, lines, widths, freeze in (
        (_("Figures"), _table(sheet), (14, 44, *[17] * (3 * len(sheet.codes))), "C2"),
        (_("What they mean"), _about(sheet), (44, 110, 44), None),
    ):
        page = book.create_sheet(title)
        page.freeze_panes = freeze
        for number, width in enumerate(widths, 1):
            page.column_dimensions[get_column_letter(number)].width = width
        for n, line in enumerate(lines):
            page.append([_cell(page, value, is_head=bool(freeze) and n == 0) for value in line])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def as_json(sheet: Sheet) -> bytes:
    published = sheet.published
    found = {
        "schema": sheet.schema,
        "licence": LICENCE,
        "table": published.table.slug,
        "inside": published.table.inside,
        "language": sheet.language,
        "title": sheet.title,
        "period": _period(published.period),
        "before": _period(published.before),
        "counted_at": published.as_of.isoformat(timespec="seconds"),
        "hidden_below": published.k,
        "figures": [
            {
                "code": d.figure.code,
                "version": d.figure.version,
                "unit": d.figure.unit,
                "name": d.name,
                "base": d.base,
                "formula": d.formula,
            }
            for d in definitions_of(sheet.codes, sheet.language)
        ],
        "lines": [
            {"key": row.key, "name": row.name, "values": _values(sheet.codes, row.line)} for row in sheet.rows
        ],
        "total": _values(sheet.codes, published.total),
    }
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()


FORMATS: Mapping[str, tuple[Callable[[Sheet], bytes], str]] = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "json": (as_json, "application/json"),
}


def _table(sheet: Sheet) -> Iterator[list[Plain]]:
    """Each heading says its period and its unit; a change in per cent is of counts only."""
    now, before = (in_words(period) for period in (sheet.published.period, sheet.published.before))
    heads: list[str] = []
    for d in definitions_of(sheet.codes, sheet.language):
        unit = ", %" if d.figure.unit == SHARE else ""
        heads += [f"{d.name}{unit}: {now}", f"{d.name}{unit}: {before}"]
        heads += [f"{d.name}: {_('change, %')}"] if d.figure.unit == COUNT else []
    yield [_("Code"), sheet.first, *heads]
    for key, name, line in sheet.lines:
        cells = [cell for code in sheet.codes for cell in _three(code, line)[: _n_columns(code)]]
        yield [key, name, *(MARK if cell.is_hidden else _plain(cell) for cell in cells)]


def _n_columns(code: str) -> int:
    return 3 if CATALOGUE[code].unit == COUNT else 2


def _about(sheet: Sheet) -> Iterator[list[Plain]]:
    yield [_("Table"), sheet.title]
    yield [_("Period"), in_words(sheet.published.period)]
    yield [_("Counted"), sheet.published.as_of.isoformat(timespec="seconds")]
    yield [_("Licence"), f"{LICENCE['name']}, {LICENCE['address']}"]
    yield [MARK, _("hidden, so that nobody can be recognised")]
    for definition in definitions_of(sheet.codes, sheet.language):
        base = _("Base: %(base)s.") % {"base": definition.base} if definition.base else ""
        yield [definition.name, definition.formula, base]


def _three(code: str, line: PublishedLine) -> tuple[Cell, Cell, Cell]:
    """Now, a year before, the change in per cent, of counts only."""
    now, before = line.now[code], line.before[code]
    return now, before, change_of(now, before) if CATALOGUE[code].unit == COUNT else Cell()


def _values(codes: tuple[str, ...], line: PublishedLine) -> dict[str, dict[str, Plain]]:
    names = ("now", "before", "change_per_cent")
    return {
        code: {
            name: HIDDEN if cell.is_hidden else _plain(cell)
            for name, cell in zip(names, _three(code, line), strict=True)
        }
        for code in codes
    }


def _plain(cell: Cell) -> Plain:
    return float(cell.value) if isinstance(cell.value, Decimal) else cell.value


def _period(period: Period) -> dict[str, str]:
    return {"code": period.code, "first": period.first.isoformat(), "last": period.last.isoformat()}


def _cell(page: object, value: Plain, *, is_head: bool) -> WriteOnlyCell:
    """A word is never taken for a formula; a share keeps its decimal."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font

    cell = WriteOnlyCell(page, value)
    if isinstance(value, str):
        cell.data_type = "s"
    elif isinstance(value, float):
        cell.number_format = "0.0"
    if is_head:
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="bottom")
    return cell
