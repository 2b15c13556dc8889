"""The register book: a period on the screen, and the same as a printed sheet."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kairyluu.faces.desk.forms.period import Chosen, read_period
from kairyluu.faces.desk.gate import DeskRequest, at_desk
from kairyluu.faces.desk.page import draw, language_now
from kairyluu.queries.exchange.second_entries import lines_kept_by
from kairyluu.queries.sight import NotYourBody
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.registers.print import PrintRegister, RegisterTooLong, print_register
from kairyluu.usecases.registers.read import ReadRegister, read_register


@require_safe
@at_desk
def register_book(request: DeskRequest) -> HttpResponse:
    period = read_period(request.GET, request.today)
    command = ReadRegister(
        body=request.sight.body.code,
        first_on=period.first_on,
        last_on=period.last_on,
        language=language_now(),
        after=_serial(request.GET.get("after", "")),
    )
    try:
        page = read_register(command, actor=request.actor, now=request.now)
    except (NotAllowed, NotYourBody):
        raise Http404 from None
    context = {
        "page": page,
        "period": period,
        "kept": _kept(period),
        "after": command.after,
        "has_system": bool(lines_kept_by(request.actor)),
    }
    return draw(request, "desk/register_book.html", context, current="register-book")


@require_safe
@at_desk
def register_book_pdf(request: DeskRequest) -> HttpResponse:
    period = read_period(request.GET, request.today)
    command = PrintRegister(
        body=request.sight.body.code,
        first_on=period.first_on,
        last_on=period.last_on,
        language=language_now(),
    )
    try:
        sheet = print_register(command, actor=request.actor, now=request.now)
    except (NotAllowed, NotYourBody):
        raise Http404 from None
    except RegisterTooLong as long:
        told = _("The period has more than %(most)s entries: print it in parts.") % long.facts
        messages.warning(request, told)
        return redirect(f"{reverse('desk:register-book')}?{_kept(period)}")
    name = f"register-{period.first_on.isoformat()}-{period.last_on.isoformat()}.pdf"
    return HttpResponse(
        sheet,
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"'},
    )


def _kept(period: Chosen) -> str:
    return f"from={period.first_on.isoformat()}&to={period.last_on.isoformat()}"


def _serial(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0
