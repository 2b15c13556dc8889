"""The journal of a line on the screen: a page as it is printed, its corrections, what is submitted today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kairyluu.faces.console.forms import seen_version
from kairyluu.faces.console.gate import ConsoleRequest, at_journal
from kairyluu.faces.console.page import draw, language_now
from kairyluu.faces.console.sentences import sentence
from kairyluu.queries.calls.journal import JournalLine, find_entry, has_volume_apart, list_years
from kairyluu.queries.calls.lines import answers
from kairyluu.rules.refusals import Refused
from kairyluu.rules.spelling import clean_line, clean_text
from kairyluu.usecases.calls.correct_entry import CorrectEntry, EntryNotFound, correct_entry
from kairyluu.usecases.calls.print_journal import (
    PrintDay,
    PrintJournal,
    TooManyPages,
    print_day,
    print_journal,
)
from kairyluu.usecases.calls.read_journal import ReadDay, ReadJournal, read_day, read_journal

if TYPE_CHECKING:
    from kairyluu.data.agencies.models import Line

LANGUAGES = ("ky", "ru")


@require_safe
@at_journal
def journal(request: ConsoleRequest) -> HttpResponse:
    """`?line=`, `?year=`, `?page=` (0: the newest), `?apart=1`."""
    line = _line(request)
    command = ReadJournal(
        line=line.code,
        year=_year(request),
        page=seen_version(request.GET.get("page", "0")),
        language=language_now(),
        is_apart="apart" in request.GET,
    )
    page = read_journal(command, actor=request.actor, now=request.now)
    context = {
        "page": page,
        "line": line,
        "lines": request.lines,
        "years": list_years(line) or [request.today.year],
        "pages": range(1, page.volume.n_pages + 1),
        "may_correct": answers(request.actor, line),
        "has_apart": has_volume_apart(request.actor, line),
        "is_closed": page.volume.is_full(page.number),
    }
    return draw(request, "console/journal.html", context, current="journal")


@require_safe
@at_journal
def journal_pdf(request: ConsoleRequest) -> HttpResponse:
    """`?from=` and `?to=` are numbers of pages; `?language=` ky or ru."""
    first = max(seen_version(request.GET.get("from", "1")), 1)
    command = PrintJournal(
        line=_line(request).code,
        year=_year(request),
        first_page=first,
        last_page=seen_version(request.GET.get("to", "0")) or first,
        language=_language(request),
        is_apart="apart" in request.GET,
    )
    try:
        return _pdf(print_journal(command, actor=request.actor, now=request.now), "journal")
    except TooManyPages as refused:
        told = _("A printing has at most %(most)s pages: print in parts.") % refused.facts
        messages.warning(request, told)
        return redirect("console:journal")


@require_http_methods(["GET", "HEAD", "POST"])
@at_journal
def correct(request: ConsoleRequest, entry_id: int) -> HttpResponse:
    entry = find_entry(request.actor, entry_id)
    if entry is None:
        raise EntryNotFound()
    if request.method != "POST":
        return _correction(request, entry, None)
    command = CorrectEntry(
        entry_id=entry_id,
        applicant=clean_line(request.POST.get("applicant", ""))[:600],
        content=clean_text(request.POST.get("content", ""))[:1000],
        reason=clean_line(request.POST.get("reason", ""))[:200],
    )
    try:
        made = correct_entry(command, actor=request.actor, now=request.now)
    except EntryNotFound:
        raise
    except Refused as refused:
        return _correction(request, entry, refused)
    messages.success(request, _("Corrected by entry No. %(serial)s.") % {"serial": made.serial})
    apart = "&apart=1" if made.book.is_apart else ""
    return redirect(f"{reverse('console:journal')}?page={made.page}{apart}")


@require_safe
@at_journal
def today(request: ConsoleRequest) -> HttpResponse:
    """What was entered today, on the head's screen."""
    command = _day(request)
    lines = read_day(command, actor=request.actor, now=request.now)
    context = {"lines": lines, "on": command.on}
    return draw(request, "console/today.html", context, current="today")


@require_safe
@at_journal
def today_pdf(request: ConsoleRequest) -> HttpResponse:
    day = _day(request)
    command = PrintDay(body=day.body, on=day.on, language=_language(request))
    return _pdf(print_day(command, actor=request.actor, now=request.now), "submitted")


def _day(request: ConsoleRequest) -> ReadDay:
    return ReadDay(body=request.lines[0].body.code, on=request.today, language=language_now())


def _correction(request: ConsoleRequest, entry: JournalLine, refused: Refused | None) -> HttpResponse:
    sent = request.POST if request.method == "POST" else {}
    context = {
        "entry": entry,
        "applicant": sent.get("applicant", entry.applicant),
        "content": sent.get("content", entry.content),
        "reason": sent.get("reason", ""),
        "problem": sentence(refused)[0] if refused else "",
    }
    return draw(request, "console/correct.html", context, current="journal", status=422 if refused else 200)


def _line(request: ConsoleRequest) -> Line:
    wanted = request.GET.get("line", "")
    found = [line for line in request.lines if line.code == wanted] if wanted else request.lines
    if not found:
        raise Http404
    return found[0]


def _year(request: ConsoleRequest) -> int:
    return seen_version(request.GET.get("year", "")) or request.today.year


def _language(request: ConsoleRequest) -> str:
    wanted = request.GET.get("language", "") or language_now()
    return wanted if wanted in LANGUAGES else "ky"


def _pdf(content: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'inline; filename="{name}.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
