"""An act on a page of its own: the form is shown, sent, and shown again with what was typed where it is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise

from kairyluu.faces.desk.forms.case import ActForm
from kairyluu.faces.desk.gate import DeskRequest, at_desk
from kairyluu.faces.desk.page import draw
from kairyluu.faces.desk.sentences import sentence
from kairyluu.faces.desk.views.case import looked_at
from kairyluu.queries.cases.case import Case
from kairyluu.rules import policies
from kairyluu.rules.policies import NotAllowed
from kairyluu.rules.refusals import Refused
from kairyluu.rules.states import NotPossibleNow
from kairyluu.usecases.act import ChangedMeanwhile
from kairyluu.usecases.appeals.opening import AppealNotFound

MOVED_ON = (ChangedMeanwhile, NotAllowed, NotPossibleNow)


@dataclass(frozen=True, kw_only=True)
class OwnPage:
    """`make` builds the form, bound when there are data; `facts` are what the template shows beside it; `said` is the
    message after the act. A press of the button `find` only changes what the form offers. With `leads_home` the appeal is
    not to be seen any more after the act."""

    verb: str
    template: str
    make: Callable[[Case, DeskRequest, Any], ActForm]
    perform: Callable[..., Any]
    said: str | Promise
    facts: Callable[[Case, DeskRequest], dict[str, Any]]
    leads_home: bool = False

    def view(self) -> Any:
        @at_desk
        def view(request: DeskRequest, appeal_id: UUID) -> HttpResponse:
            return self._answer(request, looked_at(request, appeal_id))

        view.__name__ = self.verb
        return view

    def _answer(self, request: DeskRequest, case: Case) -> HttpResponse:
        verdict = policies.VERBS[self.verb](request.actor, case.facts)
        if request.method != "POST":
            if not verdict:
                return redirect("desk:case", case.appeal.pk)
            return self._page(request, case, self.make(case, request, None))
        form = self.make(case, request, request.POST)
        if not verdict:
            because = NotAllowed({"verb": self.verb, "because": verdict.because})
            status = 409 if verdict.because == "not_possible_now" else 403
            return self._page(request, case, form.unchecked(), because=sentence(because)[0], status=status)
        if "find" in request.POST:
            return self._page(request, case, form.unchecked())
        if not form.is_valid():
            return self._page(request, case, form, status=422)
        return self._do(request, case, form)

    def _do(self, request: DeskRequest, case: Case, form: ActForm) -> HttpResponse:
        command = form.to_command(case.appeal.pk)  # type: ignore[attr-defined]
        try:
            self.perform(command, actor=request.actor, now=request.now)
        except AppealNotFound:
            raise Http404 from None
        except Refused as refused:
            told, field = sentence(refused)
            form.refuse(refused, told, field)
            case = looked_at(request, case.appeal.pk)
            form.redrawn_with(case.appeal.version)
            return self._page(request, case, form, status=409 if isinstance(refused, MOVED_ON) else 422)
        messages.success(request, str(self.said))
        return redirect("desk:home") if self.leads_home else redirect("desk:case", case.appeal.pk)

    def _page(
        self, request: DeskRequest, case: Case, form: ActForm, *, because: str = "", status: int = 200
    ) -> HttpResponse:
        context = {"case": case, "appeal": case.appeal, "form": form, "because": because}
        return draw(request, self.template, context | self.facts(case, request), status=status)
