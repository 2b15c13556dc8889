"""Confidential appeals of the bodies below that nobody sees any more: who stands above names somebody, and sees nothing
but number and days."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kairyluu.faces.desk.forms.confidence import AnewForm
from kairyluu.faces.desk.gate import DeskRequest, at_desk
from kairyluu.faces.desk.page import draw, language_now
from kairyluu.faces.desk.sentences import sentence
from kairyluu.queries.conflicts.forsaken import (
    find_forsaken,
    list_forsaken_for,
    list_namers_choice,
    may_have_forsaken,
)
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.appeals.opening import AppealNotFound
from kairyluu.usecases.confidence.name_anew import name_anew


@require_safe
@at_desk
def forsaken(request: DeskRequest) -> HttpResponse:
    if not may_have_forsaken(request.actor):
        raise Http404
    context = {"forsaken": list_forsaken_for(request.actor, request.today)}
    return draw(request, "desk/confidence/forsaken.html", context, current="forsaken")


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def anew(request: DeskRequest, appeal_id: UUID) -> HttpResponse:
    found = find_forsaken(request.actor, appeal_id, request.today)
    if found is None:
        raise Http404
    language = language_now()
    people = list_namers_choice(found.appeal, request.today)
    form = AnewForm(
        request.POST or None, colleagues=[(one.code, f"{one.name}, {one.title(language)}") for one in people]
    )
    if form.is_bound and form.is_valid():
        try:
            name_anew(form.to_command(appeal_id), actor=request.actor, now=request.now)
        except AppealNotFound:
            raise Http404 from None
        except Refused as refused:
            form.refuse(refused, *sentence(refused))
        else:
            messages.success(request, _("This person sees the appeal now."))
            return redirect("desk:forsaken")
    context = {"found": found, "form": form}
    status = 422 if form.is_bound else 200
    return draw(request, "desk/confidence/anew.html", context, current="forsaken", status=status)
