"""Referring: from a call, an appeal, or a report by itself."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kairyluu.faces.law.gate import LawRequest, at_law
from kairyluu.faces.law.page import draw, language_now
from kairyluu.faces.law.sentences import sentence
from kairyluu.faces.law.ways import ways_to
from kairyluu.rules.calls import referrals
from kairyluu.rules.policies import NotAllowed
from kairyluu.rules.refusals import Refused
from kairyluu.rules.spelling import clean_line, clean_text
from kairyluu.usecases.appeals.opening import AppealNotFound
from kairyluu.usecases.calls.opening import CallNotFound
from kairyluu.usecases.referrals.look import Beginning, BeginReferral, begin_referral
from kairyluu.usecases.referrals.refer import ReferToLaw, Spoken, refer_to_law_enforcement

HIDDEN = (NotAllowed, AppealNotFound, CallNotFound)


@require_http_methods(["GET", "HEAD", "POST"])
@at_law
def new(request: LawRequest) -> HttpResponse:
    if not request.bodies:
        raise Http404
    where: dict[str, Any] = {
        "call_id": _uuid(request.GET.get("call")),
        "appeal_id": _uuid(request.GET.get("appeal")),
        "body": request.bodies[0].code,
    }
    begun = begin_referral(BeginReferral(**where), actor=request.actor, now=request.now)
    if request.method != "POST":
        first = {"text": begun.text, "matter": begun.matter, "names_caller": "on", "language": _language()}
        return _page(request, begun, first, None)
    try:
        made = refer_to_law_enforcement(_command(request, where), actor=request.actor, now=request.now)
    except HIDDEN:
        raise
    except Refused as refused:
        return _page(request, begun, request.POST.dict(), refused)
    messages.success(request, _("Referred: No. %(number)s.") % {"number": made.number})
    return redirect("law:referral", made.pk)


def _command(request: LawRequest, where: dict[str, Any]) -> ReferToLaw:
    sent = request.POST
    receiver, _sep, channel = sent.get("way", "").partition(":")
    spoken = Spoken(
        name=clean_line(sent.get("spoken_name", "")[:200]),
        post=clean_line(sent.get("spoken_post", "")[:200]),
        reference=clean_line(sent.get("their_reference", "")[:80]),
    )
    return ReferToLaw(
        **where,
        sending_key=_uuid(sent.get("sending_key")) or uuid4(),
        receiver=receiver[:60],
        channel=channel[:10],
        matter=sent.get("matter", "")[:12],
        tense=sent.get("tense", "")[:12],
        text=clean_text(sent.get("text", "")[:10_000]),
        names_caller="names_caller" in sent,
        language=sent.get("language", "ky")[:2],
        spoken=spoken,
    )


def _page(
    request: LawRequest, begun: Beginning, typed: dict[str, Any], refused: Refused | None
) -> HttpResponse:
    problem, where = sentence(refused) if refused else ("", "")
    context = {
        "begun": begun,
        "typed": typed,
        "problem": problem,
        "where": where,
        "sending_key": typed.get("sending_key") or uuid4(),
        "matters": referrals.MATTERS,
        "tenses": referrals.TENSES,
        "receivers": ways_to(begun.body, typed.get("matter", ""), language_now()),
    }
    return draw(request, "law/new.html", context, current="new", status=422 if refused else 200)


def _language() -> str:
    return "ru" if language_now() == "ru" else "ky"


def _uuid(value: object) -> UUID | None:
    try:
        return UUID(str(value))
    except ValueError:
        return None
