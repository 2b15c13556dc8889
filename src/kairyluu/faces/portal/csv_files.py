"""A table as a file that a spreadsheet opens: comma-separated, UTF-8 with its mark, no cell taken for a formula."""

from __future__ import annotations

import csv
import io

from django.http import HttpResponse
from django.utils.translation import gettext as _

from kairyluu.faces.portal.tables import Table
from kairyluu.reports.events import Counts

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def neutral(cell: str) -> str:
    """A word that a spreadsheet would run gets an apostrophe before it."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def as_file(table: Table, name: str) -> HttpResponse:
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\r\n")
    rows.writerow([neutral(str(words)) for words in (_("Code"), table.first, *columns())])
    for line in table.lines:
        rows.writerow([neutral(line.code), neutral(line.words), *_figures(line.counts)])
    response = HttpResponse("\ufeff" + written.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def columns() -> list[str]:
    """The headings of the figures, in the order of `_figures`."""
    return [
        *(_("Appeals received"), _("Registered"), _("Answered")),
        *(_("In time"), _("Late"), _("Consideration refused")),
    ]


def _figures(counts: Counts) -> list[int]:
    return [
        *(counts.received, counts.registered, counts.answered),
        *(counts.in_time, counts.late, counts.refused),
    ]
