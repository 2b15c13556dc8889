"""What else is decided of a letter: no appeal, with its appeal, back to those that wait."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kairyluu.faces.desk.gate import DeskRequest, at_desk
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.letters.settle import (
    AttachToHinted,
    CallNoAppeal,
    PutBack,
    attach_to_hinted,
    call_no_appeal,
    put_back,
)


@require_POST
@at_desk
def no_appeal(request: DeskRequest, letter_id: UUID) -> HttpResponse:
    reason, note = request.POST.get("reason", ""), request.POST.get("note", "")
    command = CallNoAppeal(letter_id=letter_id, reason=reason, note=note)
    return _done(request, letter_id, call_no_appeal, command, _("Kept as no appeal."))


@require_POST
@at_desk
def attach(request: DeskRequest, letter_id: UUID) -> HttpResponse:
    command = AttachToHinted(letter_id=letter_id)
    return _done(request, letter_id, attach_to_hinted, command, _("The letter is with its appeal."))


@require_POST
@at_desk
def back(request: DeskRequest, letter_id: UUID) -> HttpResponse:
    return _done(request, letter_id, put_back, PutBack(letter_id=letter_id), _("The letter waits again."))


def _done(
    request: DeskRequest, letter_id: UUID, act: Callable[..., Any], command: object, told: str
) -> HttpResponse:
    try:
        act(command, actor=request.actor, now=request.now)
    except Refused as refused:
        if refused.code == "letter_not_found":
            raise Http404 from None
        if refused.code == "reason_missing":
            return redirect(f"{reverse('desk:mail-letter', args=[letter_id])}?untold=1#no-appeal")
        wrong = {
            "letter_settled": _("This letter was decided already. Open it again."),
        }
        messages.error(request, wrong.get(refused.code, _("No appeal of this body is named in it.")))
        return redirect("desk:mail-letter", letter_id)
    messages.success(request, told)
    return redirect("desk:mail")
