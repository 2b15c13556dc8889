"""Referrals of the body: the list with where each stands, one of them, and what the receiver said."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kairyluu.faces.law.gate import LawRequest, at_law
from kairyluu.faces.law.page import draw
from kairyluu.faces.law.sentences import sentence
from kairyluu.queries.referrals.seeing import find_card, list_cards
from kairyluu.rules.refusals import Refused
from kairyluu.rules.spelling import clean_line, clean_text
from kairyluu.usecases.referrals.follow import (
    AcknowledgeReferral,
    NoteAnswer,
    acknowledge_referral,
    note_referral_answer,
)
from kairyluu.usecases.referrals.look import LookAtReferral, look_at_referral
from kairyluu.usecases.referrals.print import PrintReferral, print_referral

LONGEST = 4000


@require_safe
@at_law
def referrals(request: LawRequest) -> HttpResponse:
    cards = list_cards(request.actor, now=request.now, today=request.today)
    return draw(request, "law/referrals.html", {"cards": cards}, current="referrals")


@require_safe
@at_law
def referral(request: LawRequest, referral_id: UUID) -> HttpResponse:
    return _page(request, referral_id)


@require_POST
@at_law
def acknowledge(request: LawRequest, referral_id: UUID) -> HttpResponse:
    command = AcknowledgeReferral(
        referral_id=referral_id,
        number=clean_line(request.POST.get("number", "")[:80]),
        on=_day(request.POST.get("on", "")),
        words=clean_text(request.POST.get("words", "")[:LONGEST]),
    )
    try:
        acknowledge_referral(command, actor=request.actor, now=request.now)
    except Refused as refused:
        return _page(request, referral_id, refused)
    messages.success(request, _("The acknowledgement is noted."))
    return redirect("law:referral", referral_id)


@require_POST
@at_law
def answer(request: LawRequest, referral_id: UUID) -> HttpResponse:
    command = NoteAnswer(
        referral_id=referral_id,
        words=clean_text(request.POST.get("words", "")[:LONGEST]),
        number=clean_line(request.POST.get("number", "")[:80]),
        on=_day(request.POST.get("on", "")),
    )
    try:
        note_referral_answer(command, actor=request.actor, now=request.now)
    except Refused as refused:
        return _page(request, referral_id, refused)
    messages.success(request, _("The answer is noted."))
    return redirect("law:referral", referral_id)


@require_safe
@at_law
def letter(request: LawRequest, referral_id: UUID) -> HttpResponse:
    pdf = print_referral(PrintReferral(referral_id=referral_id), actor=request.actor, now=request.now)
    return HttpResponse(
        pdf,
        content_type="application/pdf",
        headers={"Content-Disposition": 'inline; filename="referral.pdf"'},
    )


def _page(request: LawRequest, referral_id: UUID, refused: Refused | None = None) -> HttpResponse:
    """Raises what makes a page that is not there."""
    look_at_referral(LookAtReferral(referral_id=referral_id), actor=request.actor, now=request.now)
    card = find_card(request.actor, referral_id, now=request.now, today=request.today)
    problem, where = sentence(refused) if refused else ("", "")
    context = {
        "card": card,
        "referral": card.referral,
        "problem": problem,
        "where": where,
        "typed": request.POST,
        "today": request.today.isoformat(),
    }
    return draw(request, "law/referral.html", context, status=422 if refused else 200)


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed.strip())
    except ValueError:
        return None
