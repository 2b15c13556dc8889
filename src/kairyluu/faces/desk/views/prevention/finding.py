"""Noting what a complaint about somebody came to."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from kairyluu.faces.desk.forms.case import ActForm
from kairyluu.faces.desk.forms.prevention import FindingForm
from kairyluu.faces.desk.gate import DeskRequest
from kairyluu.faces.desk.page import language_now
from kairyluu.faces.desk.views.hands.own_page import OwnPage
from kairyluu.queries.cases.case import Case
from kairyluu.queries.directory import directory
from kairyluu.queries.prevention.findings import list_findings
from kairyluu.queries.prevention.suggesting import suggest_kind
from kairyluu.usecases.prevention.note_finding import MEASURE, note_finding


def _form(case: Case, request: DeskRequest, data: Any) -> ActForm:
    if not case.targets:
        raise Http404
    known, language = directory(), language_now()
    targets = []
    for one in case.targets:
        body = one.body.name(language) if one.body else ""
        name = one.official.full_name if one.official else body
        targets.append((str(one.pk), " ".join(part for part in (name, one.description) if part)))
    return FindingForm(
        data=data,
        version=case.appeal.version,
        targets=targets,
        kinds=[(code, kind.name(language)) for code, kind in known.misconduct.items()],
        measures=[(o.code, o.name(language)) for o in known.outcomes.values() if o.group == MEASURE],
        initial={"kind": suggest_kind(f"{case.appeal.subject} {case.appeal.text}")},
    )


def _facts(case: Case, request: DeskRequest) -> dict[str, Any]:
    return {"findings": list_findings(case.appeal.pk)}


finding = OwnPage(
    verb="note_finding",
    template="desk/prevention/finding.html",
    make=_form,
    perform=note_finding,
    said=_("The result is noted; the report counts it."),
    facts=_facts,
).view()
