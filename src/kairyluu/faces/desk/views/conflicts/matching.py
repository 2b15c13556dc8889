"""The question whether the words of a complaint mean an official, on the case page."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kairyluu.faces.desk.forms.conflicts import MatchForm
from kairyluu.faces.desk.gate import DeskRequest, at_desk
from kairyluu.faces.desk.page import draw, language_now
from kairyluu.faces.desk.sentences import sentence
from kairyluu.faces.desk.views.case import looked_at
from kairyluu.queries.cases.case import Case
from kairyluu.queries.conflicts.suspects import Doubt, list_doubts
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.appeals.opening import AppealNotFound
from kairyluu.usecases.conflicts.decide_match import decide_match


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def match(request: DeskRequest, appeal_id: UUID) -> HttpResponse:
    """One question a time; the next one follows. Decided, the appeal may have gone above: then it is not here."""
    case = looked_at(request, appeal_id)
    doubts = list_doubts(case.targets, request.today)
    if not doubts or "decide_match" not in case.verbs:
        return redirect("desk:case", appeal_id)
    doubt = doubts[0]
    if request.method != "POST":
        return _page(request, case, doubt, _form(case, doubt))
    form = _form(case, doubt, request.POST)
    if not form.is_valid():
        return _page(request, case, doubt, form, status=422)
    return _do(request, case, doubt, form)


def _do(request: DeskRequest, case: Case, doubt: Doubt, form: MatchForm) -> HttpResponse:
    try:
        now_at = decide_match(form.to_command(case.appeal.pk), actor=request.actor, now=request.now)
    except AppealNotFound:
        raise Http404 from None
    except Refused as refused:
        told, field = sentence(refused)
        form.refuse(refused, told, field)
        form.redrawn_with(looked_at(request, case.appeal.pk).appeal.version)
        return _page(request, case, doubt, form, status=409)
    if now_at.pk == case.appeal.pk:
        messages.success(request, _("The decision is kept in the journal."))
        return redirect("desk:case", case.appeal.pk)
    messages.success(
        request, _("The complaint went to the body above; nobody of this body sees it any more.")
    )
    return redirect("desk:home")


def _form(case: Case, doubt: Doubt, data: Any = None) -> MatchForm:
    language = language_now()
    suspects = [(one.code, f"{one.name}, {one.posts[language]}") for one in doubt.suspects]
    return MatchForm(data=data, version=case.appeal.version, target_id=doubt.target_id, suspects=suspects)


def _page(
    request: DeskRequest, case: Case, doubt: Doubt, form: MatchForm, *, status: int = 200
) -> HttpResponse:
    context = {"case": case, "appeal": case.appeal, "doubt": doubt, "form": form}
    return draw(request, "desk/conflicts/match.html", context, status=status)
