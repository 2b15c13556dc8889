"""The body says, or shows, that what a sent letter promised was done: on a page of its own."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kairyluu.faces.desk.forms.answer import PromiseForm
from kairyluu.faces.desk.gate import DeskRequest, at_desk
from kairyluu.faces.desk.page import draw
from kairyluu.faces.desk.sentences import sentence
from kairyluu.faces.desk.views.case import looked_at
from kairyluu.faces.desk.views.hands.own_page import MOVED_ON
from kairyluu.queries.cases.case import Case
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.appeals.opening import AppealNotFound
from kairyluu.usecases.quality.confirm_promise import confirm_promise


@at_desk
def confirm(request: DeskRequest, appeal_id: UUID, promise_id: int) -> HttpResponse:
    """Who may not confirm, and a promise confirmed already, lead back to the case."""
    case = looked_at(request, appeal_id)
    promise = _promise(case, promise_id)
    if promise is None:
        raise Http404
    if request.method != "POST":
        form = PromiseForm(version=case.appeal.version, promise_id=promise_id)
        if "confirm_promise" not in case.verbs or (promise.kept_at and not promise.denied_at):
            return redirect("desk:case", appeal_id)
        return _page(request, case, promise, form)
    form = PromiseForm(request.POST, request.FILES, version=case.appeal.version, promise_id=promise_id)
    if not form.is_valid():
        return _page(request, case, promise, form, status=422)
    try:
        confirm_promise(form.to_command(appeal_id), actor=request.actor, now=request.now)
    except AppealNotFound:
        raise Http404 from None
    except Refused as refused:
        return _refused(request, appeal_id, form, refused)
    messages.success(request, _("The promise is confirmed; the applicant is told."))
    return redirect("desk:case", appeal_id)


def _refused(request: DeskRequest, appeal_id: UUID, form: PromiseForm, refused: Refused) -> HttpResponse:
    told, field = sentence(refused)
    form.refuse(refused, told, field)
    case = looked_at(request, appeal_id)
    form.redrawn_with(case.appeal.version)
    status = 409 if isinstance(refused, MOVED_ON) else 422
    return _page(request, case, _promise(case, form.promise_id), form, status=status)


def _promise(case: Case, promise_id: int) -> Any:
    """Of this appeal, not of the one considered for it."""
    promises = case.voice.promises if case.voice else ()
    return next((row for row in promises if row.pk == promise_id and row.appeal_id == case.appeal.pk), None)


def _page(
    request: DeskRequest, case: Case, promise: Any, form: PromiseForm, *, status: int = 200
) -> HttpResponse:
    context = {"case": case, "appeal": case.appeal, "promise": promise, "form": form, "today": request.today}
    return draw(request, "desk/quality/promise.html", context, status=status)
