"""Extending the term, and asking the applicant."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from kairyluu.faces.desk.forms.case import ActForm
from kairyluu.faces.desk.forms.hands.days import AskForm, ExtendForm
from kairyluu.faces.desk.gate import DeskRequest
from kairyluu.faces.desk.views.hands.own_page import OwnPage
from kairyluu.queries.cases.case import Case
from kairyluu.queries.directory import directory
from kairyluu.queries.hands.days import find_extended_day, proposed_reply_day
from kairyluu.usecases.hands.ask_applicant import ask_applicant
from kairyluu.usecases.hands.extend import extend_term


def _extend_form(case: Case, request: DeskRequest, data: Any) -> ActForm:
    return ExtendForm(data=data, version=case.appeal.version)


def _extend_facts(case: Case, request: DeskRequest) -> dict[str, Any]:
    return {
        "extended": find_extended_day(case.appeal, request.today),
        "least": directory().number("extension_reason_min_length"),
    }


def _ask_form(case: Case, request: DeskRequest, data: Any) -> ActForm:
    day = proposed_reply_day(case.appeal, request.today)
    return AskForm(data=data, version=case.appeal.version, initial={"due_on": day})


def _ask_facts(case: Case, request: DeskRequest) -> dict[str, Any]:
    return {"may_stop": directory().setting("asking_stops_clock") == "yes"}


extend = OwnPage(
    verb="extend",
    template="desk/hands/extend.html",
    make=_extend_form,
    perform=extend_term,
    said=_("The term is extended; the applicant is told why."),
    facts=_extend_facts,
).view()
ask = OwnPage(
    verb="ask_applicant",
    template="desk/hands/ask.html",
    make=_ask_form,
    perform=ask_applicant,
    said=_("The question has gone to the applicant."),
    facts=_ask_facts,
).view()
