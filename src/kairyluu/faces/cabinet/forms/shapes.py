"""Fields whose shape the rules know."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kairyluu.faces.cabinet.forms.wording import Words, shown_again
from kairyluu.rules.spelling import NotATelephone, clean_line, phone_e164

LONGEST_LINE = 100


class LineField(forms.CharField):
    """One line: invisible characters and line breaks are taken out, not refused. `missing` is said of an empty one."""

    def __init__(self, *, autocomplete: str = "", missing: Words = "", **kwargs: Any) -> None:
        if missing:
            kwargs["error_messages"] = {"required": missing}
        super().__init__(**{"max_length": LONGEST_LINE} | kwargs)
        if autocomplete:
            self.widget.attrs["autocomplete"] = autocomplete

    def bound_data(self, data: Any, initial: Any) -> Any:
        return shown_again(data, initial)

    def to_python(self, value: Any) -> str:
        return clean_line(super().to_python(value) or "")


class PhoneField(LineField):
    """Any Kyrgyz spelling; the value is E.164 or empty."""

    widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"})

    def clean(self, value: Any) -> str:
        typed = super().clean(value)
        if not typed:
            return ""
        try:
            return phone_e164(typed)
        except NotATelephone:
            raise ValidationError(
                _("This does not look like a telephone number. Write it like 0700 12 34 56."),
                code="telephone",
            ) from None
