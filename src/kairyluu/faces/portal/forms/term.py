"""The question put to the term calculator."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kairyluu.design.wording import KINDS
from kairyluu.faces.portal.page import language_now
from kairyluu.queries.clock.calculator import Question, list_terms
from kairyluu.queries.directory import directory
from kairyluu.rules.workdays import BISHKEK

YEARS = range(2000, 2100)
SHAPES = ("%Y-%m-%d", "%d.%m.%Y")
NOT_A_DAY = _("Write the day as 24.11.2026")
NOT_A_TIME = _("Write the time as 17:45")


def _day(value: date | None) -> date | None:
    if value and value.year not in YEARS:
        raise ValidationError(NOT_A_DAY)
    return value


class TermForm(forms.Form):
    """Sent by GET, so that an answer has an address."""

    received = forms.DateField(
        label=_("Day of receipt"),
        input_formats=SHAPES,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": NOT_A_DAY, "required": _("Choose the day of receipt")},
    )
    at = forms.TimeField(
        label=_("Time of receipt"),
        input_formats=("%H:%M", "%H:%M:%S"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": NOT_A_TIME},
    )
    registered = forms.DateField(
        label=_("Day of registration"),
        input_formats=SHAPES,
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": NOT_A_DAY},
    )
    kind = forms.ChoiceField(label=_("Kind of appeal"), required=False)
    term = forms.ChoiceField(label=_("Term of consideration"), required=False)
    body = forms.ChoiceField(label=_("Body"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = language_now()[:2]
        kinds = [(code, word.text) for code, word in KINDS.items()]
        terms = [(term.id, getattr(term, f"name_{language}") or term.id) for term in list_terms()]
        bodies = sorted((body.name(language), code) for code, body in directory().bodies.items())
        self._offer("kind", [("", _("Any")), *kinds])
        self._offer("term", [("", _("By the law in force")), *terms])
        self._offer("body", [("", _("Any")), *((code, name) for name, code in bodies)])

    def _offer(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices
        field.error_messages["invalid_choice"] = _("Choose one from the list.")

    def clean_received(self) -> date | None:
        return _day(self.cleaned_data["received"])

    def clean_registered(self) -> date | None:
        return _day(self.cleaned_data["registered"])

    def question(self) -> Question:
        """Noon stands for a time that was not given."""
        values = self.cleaned_data
        moment = datetime.combine(values["received"], values["at"] or time(12), BISHKEK)
        chosen = {name: values[name] for name in ("kind", "term", "body")}
        return Question(received_at=moment, registered_on=values["registered"], **chosen)
