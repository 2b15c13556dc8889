"""Letters to applicants that did not arrive: the registrar prints each, and says that it was posted or handed over."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kairyluu.faces.desk.gate import DeskRequest, at_desk
from kairyluu.faces.desk.page import draw, language_now
from kairyluu.faces.desk.views.case import looked_at
from kairyluu.notices.catalogue import KINDS, TO_APPLICANT
from kairyluu.notices.facts import facts_of
from kairyluu.notices.letter import on_paper, render
from kairyluu.queries.notices.not_arrived import (
    NoSuchLetter,
    find_not_arrived,
    list_not_arrived,
    may_see_letters,
)
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.notices.hand_over_letter import HandOverLetter, hand_over_letter


@require_safe
@at_desk
def letters(request: DeskRequest) -> HttpResponse:
    if not may_see_letters(request.sight):
        raise Http404
    language = language_now()
    rows = [
        {"notice": notice, "appeal": appeal, "subject": _subject(notice.code, language)}
        for notice, appeal in list_not_arrived(request.sight, TO_APPLICANT)
    ]
    return draw(request, "desk/steering/letters.html", {"rows": rows}, current="letters")


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def letter(request: DeskRequest, notice_id: UUID) -> HttpResponse:
    """As it is printed; the look is recorded, for it shows where the applicant lives."""
    try:
        notice = find_not_arrived(request.sight, TO_APPLICANT, notice_id)
        if request.method == "POST":
            command = HandOverLetter(notice_id=notice_id, how=request.POST.get("how", ""))
            hand_over_letter(command, actor=request.actor, now=request.now)
            messages.success(request, _("Written down: the letter was seen to."))
            return redirect("desk:letters")
    except NoSuchLetter:
        raise Http404 from None
    except Refused:
        return redirect("desk:letters")
    assert notice.appeal_id is not None
    case = looked_at(request, notice.appeal_id, "letter")
    facts = {"site": settings.BASE_URL} | notice.facts
    facts |= facts_of(notice.appeal_id, notice.language, settings.BASE_URL)
    context = {
        "notice": notice,
        "case": case,
        "appeal": case.appeal,
        "letter": on_paper(render(notice.code, notice.language, facts)),
        "brings_letter": KINDS[notice.code].brings_letter,
    }
    return draw(request, "desk/steering/letter.html", context, current="letters")


def _subject(code: str, language: str) -> str:
    """What it is about, without a word of the appeal."""
    return render(code, language, dict.fromkeys(KINDS[code].sample, "")).subject.strip(" :№.")
