"""Control of one appeal on a page of its own: marks, requests, reminders, and the acts that are open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kairyluu.faces.desk.forms.case import ActForm
from kairyluu.faces.desk.forms.steering import FORMS, AnswerRequestForm
from kairyluu.faces.desk.gate import DeskRequest, at_desk
from kairyluu.faces.desk.page import draw
from kairyluu.faces.desk.sentences import sentence
from kairyluu.faces.desk.views.case import looked_at
from kairyluu.queries.cases.case import Case
from kairyluu.rules import policies
from kairyluu.rules.policies import NotAllowed
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.appeals.opening import AppealNotFound
from kairyluu.usecases.control.answer_request import answer_request
from kairyluu.usecases.control.lift_control import lift_control
from kairyluu.usecases.control.request_information import request_information
from kairyluu.usecases.control.take_under_control import take_under_control

ACTS: dict[str, tuple[Callable[..., Any], str | Promise]] = {
    "take_under_control": (take_under_control, _("The appeal is taken under control.")),
    "lift_control": (lift_control, _("Your control is lifted.")),
    "request_information": (request_information, _("The body is asked.")),
    "answer_request": (answer_request, _("The request is answered.")),
}


@at_desk
def control(request: DeskRequest, appeal_id: UUID) -> HttpResponse:
    case = looked_at(request, appeal_id)
    if request.method != "POST":
        return _page(request, case)
    verb = request.POST.get("act", "")
    if verb not in ACTS:
        return _page(request, case, status=422)
    form = _form(verb, case, request.POST)
    verdict = policies.VERBS[verb](request.actor, case.facts)
    if not verdict:
        told, _field = sentence(NotAllowed({"verb": verb, "because": verdict.because}))
        form.refuse(NotAllowed(), told)
        return _page(request, case, form, status=409 if verdict.because == "not_possible_now" else 403)
    return _do(request, case, form) if form.is_valid() else _page(request, case, form, status=422)


def _do(request: DeskRequest, case: Case, form: ActForm) -> HttpResponse:
    perform, said = ACTS[form.verb]
    try:
        perform(form.to_command(case.appeal.pk), actor=request.actor, now=request.now)  # type: ignore[attr-defined]
    except AppealNotFound:
        raise Http404 from None
    except Refused as refused:
        told, field = sentence(refused)
        form.refuse(refused, told, field)
        return _page(request, looked_at(request, case.appeal.pk), form, status=409)
    messages.success(request, str(said))
    return redirect("desk:case-control", case.appeal.pk)


def _form(verb: str, case: Case, data: Any = None, request_id: int = 0) -> ActForm:
    common: dict[str, Any] = {"data": data, "version": case.appeal.version}
    if verb == "answer_request":
        common["request_id"] = _number(data.get("request")) if data is not None else request_id
    return FORMS[verb](**common)


def _number(typed: Any) -> int:
    text = str(typed or "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else 0


def _page(
    request: DeskRequest, case: Case, failed: ActForm | None = None, *, status: int = 200
) -> HttpResponse:
    forms: dict[str, Any] = {
        verb: _form(verb, case) for verb in FORMS if verb in case.verbs and verb != "answer_request"
    }
    if failed and failed.verb in forms:
        forms[failed.verb] = failed
    context = {
        "case": case,
        "appeal": case.appeal,
        "control": case.control,
        "forms": forms,
        "asked": [(row, _answer_form(case, row.pk, failed)) for row in case.control.requests],
        "failed": failed,
        "today": request.today,
    }
    return draw(request, "desk/steering/case_control.html", context, status=status)


def _answer_form(case: Case, request_id: int, failed: ActForm | None) -> ActForm | None:
    """For an unanswered request, to whom may answer it."""
    is_open = any(row.pk == request_id for row in case.control.unanswered)
    if not is_open or "answer_request" not in case.verbs:
        return None
    if isinstance(failed, AnswerRequestForm) and failed.request_id == request_id:
        return failed
    return _form("answer_request", case, request_id=request_id)
