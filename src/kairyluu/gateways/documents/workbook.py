"""Tables as a workbook (XLSX). The same tables give the same bytes: every moment in the file is the one handed in.

The library is loaded with the first workbook: no start of a server waits for it."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_LONGEST_TITLE = 31
_WIDEST, _NARROWEST = 60, 12
_BIRTH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Number:
    """`unit` is shown behind it; `is_signed`: a rise has its plus, as a fall its minus."""

    value: int | Decimal
    unit: str = ""
    is_signed: bool = False

    def __str__(self) -> str:
        return f"{self.value:+,} {self.unit}"

    @property
    def shape(self) -> str:
        """A number format of a workbook."""
        number = "0.0" if isinstance(self.value, Decimal) else "#,##0"
        shown = f'{number}"\u00a0{self.unit}"' if self.unit else number
        return f'+{shown};"\u2212"{shown};0' if self.is_signed else shown


Value = str | int | Decimal | Number


@dataclass(frozen=True)
class Sheet:
    """With `has_head` the first row is one."""

    title: str
    rows: tuple[tuple[Value, ...], ...]
    has_head: bool = False


def made(sheets: list[Sheet], made_at: datetime) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    taken: set[str] = set()
    for sheet in sheets:
        _write(book.create_sheet(_title(sheet.title, taken)), sheet)
    stamp = made_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    book.properties.creator = "Kairyluu"
    book.properties.created = book.properties.modified = stamp
    written = io.BytesIO()
    book.save(written)
    return _timeless(written.getvalue(), stamp)


def _title(words: str, taken: set[str]) -> str:
    name = _FORBIDDEN.sub(" ", words)[:_LONGEST_TITLE].strip() or "1"
    n = 1
    while name in taken:
        n += 1
        name = f"{name[: _LONGEST_TITLE - 4]} {n}"
    taken.add(name)
    return name


def _write(page: Worksheet, sheet: Sheet) -> None:
    from openpyxl.styles import Alignment

    for n, row in enumerate(sheet.rows, 1):
        for place, value in enumerate(row, 1):
            _fill(page.cell(n, place), value)
    if sheet.has_head:
        _shape_table(page, sheet)
        return
    page.column_dimensions["A"].width = 2 * _WIDEST
    for (cell,) in page.iter_rows(max_col=1):
        cell.alignment = Alignment(wrap_text=True, vertical="top")


def _fill(cell: Any, value: Value) -> None:
    if isinstance(value, str):
        cell.value = _UNWRITABLE.sub("", value)
        cell.data_type = "s"  # words, never run as a formula
        return
    number = value if isinstance(value, Number) else Number(value)
    cell.value, cell.number_format = number.value, number.shape


def _shape_table(page: Worksheet, sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    page.freeze_panes = "B2"
    for place, cell in enumerate(page[1]):
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
        longest = max((len(str(row[place])) for row in sheet.rows[1:] if len(row) > 1), default=0)
        width = min(max(longest + 2, _NARROWEST), _WIDEST)
        page.column_dimensions[get_column_letter(place + 1)].width = width


def _timeless(content: bytes, stamp: datetime) -> bytes:
    """The library stamps the archive and its core properties with the hour of writing: both are set again."""
    moment = stamp.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", moment, part)
            new.writestr(zipfile.ZipInfo(name, _BIRTH), part, zipfile.ZIP_DEFLATED)
    return written.getvalue()
