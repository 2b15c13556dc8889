"""Declaring a conflict of interest of one's own."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from kairyluu.faces.desk.forms.case import ActForm
from kairyluu.faces.desk.forms.conflicts import DeclareForm
from kairyluu.faces.desk.gate import DeskRequest
from kairyluu.faces.desk.views.hands.own_page import OwnPage
from kairyluu.queries.cases.case import Case
from kairyluu.usecases.conflicts.declare_conflict import declare_conflict


def _form(case: Case, request: DeskRequest, data: Any) -> ActForm:
    return DeclareForm(data=data, version=case.appeal.version)


def _nothing(case: Case, request: DeskRequest) -> dict[str, Any]:
    return {}


declare = OwnPage(
    verb="declare_conflict",
    template="desk/conflicts/declare.html",
    make=_form,
    perform=declare_conflict,
    said=_("You do not handle this appeal any more; others go on with it."),
    facts=_nothing,
    leads_home=True,
).view()
