"""What waits for a person between us and the body's document system, with the act that goes on from there."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kairyluu.faces.desk.gate import DeskRequest, at_desk
from kairyluu.faces.desk.page import draw
from kairyluu.faces.desk.sentences import sentence
from kairyluu.queries.exchange.documents import find_system, list_come, list_differences, list_going
from kairyluu.rules.exchange.access import may_note_number
from kairyluu.rules.policies import NotAllowed
from kairyluu.rules.refusals import Refused
from kairyluu.rules.spelling import clean_line
from kairyluu.usecases.appeals.opening import AppealNotFound
from kairyluu.usecases.documents.again import SendLaterAgain, TakeUpAgain, send_later_again, take_up_again
from kairyluu.usecases.documents.compare import CompareRegisters, compare_registers
from kairyluu.usecases.documents.cure import CureDifference, NoSuchDifference, cure_difference
from kairyluu.usecases.documents.print_card import PrintCard, print_card
from kairyluu.usecases.exchange.note_number import NoteNumber, note_number
from kairyluu.usecases.exchange.send_again import NoSuchEntry, SendAgain, send_again


@require_safe
@at_desk
def documents(request: DeskRequest) -> HttpResponse:
    system = find_system(request.actor, request.sight.body)
    if system is None:
        raise Http404
    context = {
        "system": system,
        "going": list_going(request.actor, system),
        "come": list_come(request.actor, system),
        "differences": list_differences(request.actor, system),
        "may_note": bool(may_note_number(request.actor, system.body_id)),
        "today": request.today,
    }
    return draw(request, "desk/exchange/documents.html", context, current="document-system")


@require_POST
@at_desk
def act_on_document(request: DeskRequest) -> HttpResponse:
    """`do` names the act: again, number, cure or compare; `which` and `id` the row."""
    system = find_system(request.actor, request.sight.body)
    if system is None:
        raise Http404
    try:
        if request.POST.get("do") == "compare":
            command = CompareRegisters(system_id=system.pk)
            compare_registers(command, actor=request.actor, now=request.now)
            messages.success(request, _("The registers are compared."))
        else:
            messages.success(request, _done(request, UUID(request.POST.get("id", ""))))
    except (NoSuchEntry, NoSuchDifference, NotAllowed, ValueError):
        raise Http404 from None
    except Refused as refused:
        messages.warning(request, sentence(refused)[0])
    return redirect("desk:document-system")


@require_safe
@at_desk
def card(request: DeskRequest, appeal_id: UUID) -> HttpResponse:
    """The sheet for the paper file."""
    try:
        content = print_card(PrintCard(appeal_id=appeal_id), actor=request.actor, now=request.now)
    except AppealNotFound:
        raise Http404 from None
    headers = {"Content-Disposition": 'inline; filename="card.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def _done(request: DeskRequest, row: UUID) -> str:
    which = request.POST.get("which", "")
    who: dict[str, Any] = {"actor": request.actor, "now": request.now}
    if request.POST.get("do") == "cure":
        cure_difference(CureDifference(difference_id=row), **who)
        return _("Done: it is on its way.")
    if request.POST.get("do") == "number":
        number = clean_line(request.POST.get("number", "")[:200])
        command = NoteNumber(entry_id=row, number=number, on=_day(request.POST.get("on", "")))
        note_number(command, **who)
        return _("The number is written down.")
    if which == "later":
        send_later_again(SendLaterAgain(message_id=row), **who)
    elif which == "incoming":
        take_up_again(TakeUpAgain(message_id=row), **who)
        return _("It is taken up again.")
    else:
        send_again(SendAgain(entry_id=row), **who)
    return _("It is being sent again.")


def _day(typed: str) -> date | None:
    try:
        return parse_date(typed)
    except ValueError:
        return None
