"""The report on corruption and other offences: a page, CSV and PDF, and the same for the public without small numbers."""

from __future__ import annotations

import csv
import io

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from kairyluu.faces.watch.frame import framed
from kairyluu.faces.watch.gate import WatchRequest, from_above
from kairyluu.rules.steering.spans import Span, read_span
from kairyluu.usecases.prevention.read_report import (
    FEW,
    PrintReport,
    ReadReport,
    print_report,
    read_report,
)

LABELS: dict[str, str | Promise] = {
    "kind": _("By kind of act"),
    "institution": _("By institution"),
    "post": _("By post"),
    "place": _("By place"),
    "measure": _("By measure taken"),
    "month": _("By month"),
    "repeated": _("Repeated names"),
    "name": _("What is counted"),
    "n": _("Complaints"),
    "n_confirmed": _("Confirmed"),
    "n_measures": _("Measures taken"),
    "few": _("few"),
    "unknown": _("not said yet"),
}


@require_safe
@from_above
def prevention(request: WatchRequest) -> HttpResponse:
    span, is_public = _asked(request)
    command = ReadReport(span=span, language=_language(), is_public=is_public)
    report = read_report(command, actor=request.actor, now=timezone.now())
    context = {
        "report": report,
        "tables": [(code, LABELS[code], rows) for code, rows in report.tables.items()],
        "span": span,
        "is_public": is_public,
        "few": FEW,
        "asked": f"from={span.first_on:%d.%m.%Y}&to={span.last_on:%d.%m.%Y}"
        + ("&public=1" if is_public else ""),
    }
    return render(request, "watch/prevention.html", framed(request, "prevention") | context)


@require_safe
@from_above
def prevention_csv(request: WatchRequest) -> HttpResponse:
    """One table below the other, the first column says which."""
    span, is_public = _asked(request)
    command = ReadReport(span=span, language=_language(), is_public=is_public)
    report = read_report(command, actor=request.actor, now=timezone.now())
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\r\n")
    rows.writerow(["", *(str(LABELS[name]) for name in ("name", "n", "n_confirmed", "n_measures"))])
    for code, table in report.tables.items():
        for row in table:
            figures = [_figure(n) for n in (row.n, row.n_confirmed, row.n_measures)]
            rows.writerow([LABELS[code], _neutral(row.name or str(LABELS["unknown"])), *figures])
    return _file("\ufeff" + written.getvalue(), "text/csv; charset=utf-8", "prevention.csv")


@require_safe
@from_above
def prevention_pdf(request: WatchRequest) -> HttpResponse:
    span, is_public = _asked(request)
    labels = {name: str(word) for name, word in LABELS.items()}
    command = PrintReport(span=span, language=_language(), is_public=is_public, labels=labels)
    content = print_report(command, actor=request.actor, now=timezone.now())
    return _file(content, "application/pdf", "prevention.pdf")


def _asked(request: WatchRequest) -> tuple[Span, bool]:
    asked = request.GET
    span, _understood = read_span(
        asked.get("from", ""), asked.get("to", ""), asked.get("period", ""), request.today
    )
    return span, "public" in asked


def _language() -> str:
    return (get_language() or "ky")[:2]


def _figure(n: int) -> str:
    return str(LABELS["few"]) if n == FEW else str(n)


def _neutral(words: str) -> str:
    """A table program must not take a name for a formula."""
    return f"'{words}" if words[:1] in ("=", "+", "-", "@") else words


def _file(content: str | bytes, kind: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=kind, headers=headers)
