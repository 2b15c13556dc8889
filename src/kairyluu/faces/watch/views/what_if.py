"""What another term would have meant: late answers by body and topic, beside the real ones."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from kairyluu.faces.watch.frame import framed
from kairyluu.faces.watch.gate import WatchRequest, from_above
from kairyluu.queries.clock.what_if import Outcome, WhatIf, count_lateness, list_countable
from kairyluu.queries.directory import directory
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused

OLD_TERM = re.compile(r"(\d{1,3})(wd|cd)", re.ASCII)
SHAPES = ("%Y-%m-%d", "%d.%m.%Y")
NOT_A_DAY = _("Write the day as 24.11.2026")
CHOOSE = _("Choose one from the list.")
UNITS = (("wd", _("working days")), ("cd", _("calendar days")))
BECAUSE: dict[str, tuple[str, Any]] = {
    "not_a_term": ("amount", _("Write a number of days from 1 to 999.")),
    "not_a_period": (
        "last",
        _("The last day lies not before the first, and the period is at most three years."),
    ),
    "no_such_subtree": ("body", CHOOSE),
}


class WhatIfForm(forms.Form):
    """Sent by GET, so that an answer has an address."""

    amount = forms.IntegerField(
        label=_("Term of consideration"),
        min_value=1,
        max_value=999,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), BECAUSE["not_a_term"][1]
        ),
    )
    unit = forms.ChoiceField(
        label=_("Kind of days"),
        choices=UNITS,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    first = forms.DateField(
        label=_("Registered from"),
        input_formats=SHAPES,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": NOT_A_DAY, "required": NOT_A_DAY},
    )
    last = forms.DateField(
        label=_("Registered until"),
        input_formats=SHAPES,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": NOT_A_DAY, "required": NOT_A_DAY},
    )
    body = forms.ChoiceField(label=_("Body with those below it"), required=False)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = (get_language() or "ky")[:2]
        field = self.fields["body"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            ("", gettext_lazy("All")),
            *((b.code, b.name(language)) for b in list_countable(actor)),
        ]
        field.error_messages["invalid_choice"] = CHOOSE


@require_safe
@from_above
def what_if(request: WatchRequest) -> HttpResponse:
    initial = {"amount": 10, "unit": "wd", "first": date(request.today.year, 1, 1), "last": request.today}
    asked = _asked(request.GET)
    is_asked = "amount" in asked or "term" in asked
    form = WhatIfForm(asked if is_asked else None, initial=initial, actor=request.actor)
    outcome = _outcome(form, request) if is_asked else None
    language = (get_language() or "ky")[:2]
    context = {
        "form": form,
        "failed": is_asked and outcome is None,
        "outcome": outcome,
        "tables": _tables(outcome, language) if outcome else (),
    }
    context |= framed(request, "what-if")
    return render(request, "watch/what_if.html", context, status=422 if context["failed"] else 200)


def _asked(given: QueryDict) -> QueryDict:
    """An address of before says `term=10wd`, as the command does."""
    found = OLD_TERM.fullmatch(given.get("term", ""))
    if found is None or "amount" in given:
        return given
    asked = given.copy()
    asked["amount"], asked["unit"] = found[1], found[2]
    return asked


def _outcome(form: WhatIfForm, request: WatchRequest) -> Outcome | None:
    """None with an error in the form."""
    if not form.is_valid():
        return None
    values = form.cleaned_data
    question = WhatIf(
        consideration=f"{values['amount']}{values['unit']}",
        first=values["first"],
        last=values["last"],
        body=values["body"],
    )
    try:
        return count_lateness(question, actor=request.actor, today=request.today)
    except Refused as refused:
        field, sentence = BECAUSE.get(refused.code, BECAUSE["not_a_term"])
        form.add_error(field, str(sentence))
        return None


def _tables(outcome: Outcome, language: str) -> list[tuple[Any, list[tuple[str, Any]]]]:
    known = directory()
    by_code = {body.code: body for body in known.bodies_by_id.values()}
    topics = {code: topic.name(language) for code, topic in known.topics.items()}
    return [
        (_("By body"), [(by_code[row.code].name(language), row) for row in outcome.bodies]),
        (_("By topic"), [(topics.get(row.code) or str(_("Without a topic")), row) for row in outcome.topics]),
    ]
