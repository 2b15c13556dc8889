"""The body says that what a sent letter promised was done."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kairyluu.faces.desk.forms.answer import PromiseForm
from kairyluu.faces.desk.gate import DeskRequest, at_desk
from kairyluu.faces.desk.sentences import sentence
from kairyluu.faces.desk.views.case import looked_at
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.appeals.opening import AppealNotFound
from kairyluu.usecases.quality.confirm_promise import confirm_promise


@at_desk
def confirm(request: DeskRequest, appeal_id: UUID, promise_id: int) -> HttpResponse:
    if request.method != "POST":
        return redirect("desk:case", appeal_id)
    case = looked_at(request, appeal_id)
    form = PromiseForm(request.POST, version=case.appeal.version, promise_id=promise_id)
    if not form.is_valid():
        messages.warning(request, " ".join(str(e) for errors in form.errors.values() for e in errors))
        return redirect("desk:case", appeal_id)
    try:
        confirm_promise(form.to_command(appeal_id), actor=request.actor, now=request.now)
    except AppealNotFound:
        raise Http404 from None
    except Refused as refused:
        messages.warning(request, sentence(refused)[0])
    else:
        messages.success(request, _("The promise is confirmed; the applicant is told."))
    return redirect("desk:case", appeal_id)
