"""Making an appeal confidential, naming who else sees it, opening who sent it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from kairyluu.faces.desk.forms.case import ActForm
from kairyluu.faces.desk.forms.confidence import MakeForm, NameForm, RevealForm
from kairyluu.faces.desk.gate import DeskRequest, at_desk
from kairyluu.faces.desk.page import draw, language_now
from kairyluu.faces.desk.sentences import sentence
from kairyluu.faces.desk.views.case import looked_at
from kairyluu.faces.desk.views.hands.own_page import OwnPage
from kairyluu.queries.cases.case import Case
from kairyluu.queries.conflicts.confidants import ground_of, list_confidants, list_deciders, list_nameable
from kairyluu.queries.staff import Colleague
from kairyluu.rules import policies
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.appeals.opening import AppealNotFound
from kairyluu.usecases.confidence.make_confidential import make_confidential
from kairyluu.usecases.confidence.name_confidant import name_confidant
from kairyluu.usecases.confidence.reveal_identity import reveal_identity


def _choices(people: list[Colleague]) -> list[tuple[str, str]]:
    language = language_now()
    return [(one.code, f"{one.name}, {one.title(language)}") for one in people]


def _make_form(case: Case, request: DeskRequest, data: Any) -> ActForm:
    return MakeForm(
        data=data,
        version=case.appeal.version,
        deciders=_choices(list_deciders(case.facts, request.today)),
        colleagues=_choices(list_nameable(case.facts, request.today)),
    )


def _name_form(case: Case, request: DeskRequest, data: Any) -> ActForm:
    colleagues = _choices(list_nameable(case.facts, request.today))
    return NameForm(data=data, version=case.appeal.version, colleagues=colleagues)


def _nothing(case: Case, request: DeskRequest) -> dict[str, Any]:
    return {}


def _named(case: Case, request: DeskRequest) -> dict[str, Any]:
    if not case.appeal.is_confidential:
        raise Http404
    return {"named": list_confidants(case.appeal), "ground": ground_of(case.appeal)}


make = OwnPage(
    verb="make_confidential",
    template="desk/confidence/make.html",
    make=_make_form,
    perform=make_confidential,
    said=_("The appeal is confidential: only the persons named see it, and the name is sealed."),
    facts=_nothing,
).view()
name = OwnPage(
    verb="name_confidant",
    template="desk/confidence/name.html",
    make=_name_form,
    perform=name_confidant,
    said=_("This person sees the appeal now."),
    facts=_named,
).view()


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def reveal(request: DeskRequest, appeal_id: UUID) -> HttpResponse:
    """What is opened is drawn once: a reload asks again."""
    case = looked_at(request, appeal_id)
    may = policies.VERBS["reveal_identity"](request.actor, case.facts)
    if not may or not case.appeal.is_confidential:
        raise Http404
    form = RevealForm(request.POST or None, version=case.appeal.version)
    people: list[dict[str, str]] = []
    if form.is_bound and form.is_valid():
        try:
            people = reveal_identity(form.to_command(appeal_id), actor=request.actor, now=request.now)
        except AppealNotFound:
            raise Http404 from None
        except Refused as refused:
            form.refuse(refused, *sentence(refused))
    status = 422 if form.is_bound and not people else 200
    context = {"case": case, "appeal": case.appeal, "form": form, "people": people}
    return draw(request, "desk/confidence/identity.html", context, status=status)
