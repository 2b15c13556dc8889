"""Forwarding an appeal or one of its questions, and entering a withdrawal."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from kairyluu.faces.desk.forms.case import ActForm
from kairyluu.faces.desk.forms.hands.bodies import open_bodies
from kairyluu.faces.desk.forms.hands.giving import ForwardForm, PartForm, WithdrawForm
from kairyluu.faces.desk.gate import DeskRequest
from kairyluu.faces.desk.page import language_now
from kairyluu.faces.desk.views.hands.own_page import OwnPage
from kairyluu.queries.cases.case import Case
from kairyluu.queries.hands.climbing import find_superior
from kairyluu.queries.hands.days import find_forwarding_day
from kairyluu.queries.hands.parts import mark_given
from kairyluu.queries.quality.questions import list_listed
from kairyluu.usecases.hands.forward import forward_appeal
from kairyluu.usecases.hands.forward_part import forward_part as give_part
from kairyluu.usecases.hands.withdraw import withdraw_appeal


def _bodies(case: Case, data: Any) -> list[Any]:
    typed = data or {}
    return open_bodies(
        str(typed.get("q", "")), str(typed.get("to", "")), language_now(), but=case.appeal.body_id
    )


def _forward_form(case: Case, request: DeskRequest, data: Any) -> ActForm:
    climbs = find_superior(case.appeal, request.today) is not None
    return ForwardForm(data=data, version=case.appeal.version, bodies=None if climbs else _bodies(case, data))


def _part_form(case: Case, request: DeskRequest, data: Any) -> ActForm:
    marked = mark_given(case.appeal.pk, list_listed(case.appeal.pk))
    listed = [(one.question.pk, one.question.text) for one in marked if one.given is None]
    return PartForm(data=data, version=case.appeal.version, bodies=_bodies(case, data), listed=listed)


def _withdraw_form(case: Case, request: DeskRequest, data: Any) -> ActForm:
    return WithdrawForm(data=data, version=case.appeal.version)


def _forward_facts(case: Case, request: DeskRequest) -> dict[str, Any]:
    return {
        "law": find_forwarding_day(case.appeal, request.today),
        "climb": find_superior(case.appeal, request.today),
    }


def _part_facts(case: Case, request: DeskRequest) -> dict[str, Any]:
    return {"law": find_forwarding_day(case.appeal, request.today)}


def _nothing(case: Case, request: DeskRequest) -> dict[str, Any]:
    return {}


forward = OwnPage(
    verb="forward",
    template="desk/hands/forward.html",
    make=_forward_form,
    perform=forward_appeal,
    said=_("The appeal is forwarded; the applicant is told why and to whom."),
    facts=_forward_facts,
).view()
forward_part = OwnPage(
    verb="forward_part",
    template="desk/hands/forward_part.html",
    make=_part_form,
    perform=give_part,
    said=_("The question is forwarded; the rest of the appeal stays here."),
    facts=_part_facts,
).view()
withdraw = OwnPage(
    verb="withdraw",
    template="desk/hands/withdraw.html",
    make=_withdraw_form,
    perform=withdraw_appeal,
    said=_("The withdrawal is entered; the appeal is closed."),
    facts=_nothing,
).view()
