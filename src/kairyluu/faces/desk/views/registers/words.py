"""Refused rows in words, on the page and as a table; the empty table to fill."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from kairyluu.design.registers import reasons_in_words
from kairyluu.rules.legacy.cells import harmless

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def told_rows(rows: Iterable[Sequence[Any]], language: str) -> list[tuple[int, str, str]]:
    """Line, first cells, why."""
    return [
        (line, " · ".join(cell for cell in cells if cell), reasons_in_words(reasons, language))
        for line, reasons, cells in rows
    ]


def table_of(rows: Iterable[Any], header: Sequence[str], language: str) -> bytes:
    """CSV of `LegacyRefusal`: corrected, it can be loaded again."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([_("Row below the header"), _("Why it was not taken"), *map(harmless, header)])
    for row in rows:
        why = harmless(reasons_in_words(row.reasons, language))
        writer.writerow([row.line, why, *map(harmless, row.cells)])
    return out.getvalue().encode("utf-8-sig")


def empty_table(header: Sequence[str], ending: str) -> tuple[bytes, str]:
    """The content and its kind."""
    if ending == "csv":
        return (";".join(header) + "\r\n").encode("utf-8-sig"), "text/csv; charset=utf-8"
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    book.create_sheet().append(list(header))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue(), XLSX
