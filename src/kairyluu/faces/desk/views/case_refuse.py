"""Refusing to consider: a ground with the words of the law, a reason, and a second look before it is done."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kairyluu.faces.desk.case_forms import form_for
from kairyluu.faces.desk.case_words import law_words
from kairyluu.faces.desk.forms.case import RefuseForm
from kairyluu.faces.desk.gate import DeskRequest, at_desk
from kairyluu.faces.desk.page import draw, language_now
from kairyluu.faces.desk.sentences import sentence
from kairyluu.faces.desk.views.case import looked_at
from kairyluu.queries.cases.case import Case
from kairyluu.queries.directory import directory
from kairyluu.rules import policies
from kairyluu.rules.policies import NotAllowed
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import ChangedMeanwhile
from kairyluu.usecases.appeals.opening import AppealNotFound
from kairyluu.usecases.appeals.refuse import ReasonTooShort, refuse_to_consider


@at_desk
def refuse(request: DeskRequest, appeal_id: UUID) -> HttpResponse:
    case = looked_at(request, appeal_id)
    verdict = policies.may_refuse(request.actor, case.facts)
    if request.method != "POST":
        if not verdict:
            return redirect("desk:case", appeal_id)
        return _page(request, case, _form(case))
    form = _form(case, request.POST)
    if not verdict:
        because = NotAllowed({"verb": "refuse", "because": verdict.because})
        return _page(request, case, form.unchecked(), because, 403)
    if not form.is_valid() or "change" in request.POST:
        return _page(request, case, form if form.errors else form.unchecked(), status=422)
    if "confirm" not in request.POST:
        return _confirmation(request, case, form)
    return _do(request, case, form)


def _do(request: DeskRequest, case: Case, form: RefuseForm) -> HttpResponse:
    try:
        refuse_to_consider(form.to_command(case.appeal.pk), actor=request.actor, now=request.now)
    except AppealNotFound:
        raise Http404 from None
    except Refused as refused:
        told, field = sentence(refused)
        form.refuse(refused, told, field)
        case = looked_at(request, case.appeal.pk)
        form.redrawn_with(case.appeal.version)
        return _page(request, case, form, status=409 if isinstance(refused, ChangedMeanwhile) else 422)
    messages.success(request, _("Consideration is refused; the applicant is told why."))
    return redirect("desk:case", case.appeal.pk)


def _form(case: Case, data: object = None) -> RefuseForm:
    form = form_for("refuse", case, data)
    assert isinstance(form, RefuseForm)
    return form


def _page(
    request: DeskRequest, case: Case, form: RefuseForm, because: Refused | None = None, status: int = 200
) -> HttpResponse:
    language = language_now()
    context = {
        "case": case,
        "appeal": case.appeal,
        "form": form,
        "laws": {code: law_words(ground.legal_basis) for code, ground in directory().grounds.items()},
        "because": sentence(because)[0] if because else "",
        "language": language,
    }
    return draw(request, "desk/case_refuse.html", context, status=status)


def _confirmation(request: DeskRequest, case: Case, form: RefuseForm) -> HttpResponse:
    """Shows what the applicant will read. A reason that is too short is said here already."""
    least, length = form.least, len(form.cleaned_data["reason"].strip())
    if length < least:
        too_short = ReasonTooShort({"least": least, "length": length})
        told, field = sentence(too_short)
        form.refuse(too_short, told, field)
        return _page(request, case, form, status=422)
    ground = directory().grounds[form.cleaned_data["ground"]]
    context = {
        "case": case,
        "appeal": case.appeal,
        "form": form,
        "ground": ground,
        "law": law_words(ground.legal_basis),
    }
    return draw(request, "desk/case_refuse_confirm.html", context)
