"""Fields of the acts on an appeal. What nobody can see is taken out of a text, and nothing is cut."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from kairyluu.rules.spelling import clean_line, clean_text

LONGEST_TEXT = 20_000
TOO_LONG = ngettext_lazy(
    "Too long: shorten it by %(n)d character.", "Too long: shorten it by %(n)d characters.", "n"
)
CHOOSE = _("Choose one from the list.")
STALE = -1


def _demand_length(value: str, limit: int) -> None:
    if len(value) > limit:
        raise ValidationError(TOO_LONG % {"n": len(value) - limit}, code="too_long")


class Words(forms.CharField):
    """Several lines; only white space counts as empty. `missing` is the sentence for nothing; none: optional."""

    widget = forms.Textarea

    def __init__(self, missing: Any = "", *, label: Any, limit: int = LONGEST_TEXT) -> None:
        super().__init__(
            required=bool(missing), strip=False, label=label, error_messages={"required": missing or ""}
        )
        self.limit = limit

    def to_python(self, value: Any) -> str:
        text = clean_text(super().to_python(value) or "")
        return text if text.strip() else ""

    def validate(self, value: Any) -> None:
        super().validate(value)
        _demand_length(value, self.limit)


class Line(forms.CharField):
    """One optional line."""

    def __init__(self, *, label: Any, limit: int = 300) -> None:
        super().__init__(required=False, label=label)
        self.limit = limit

    def to_python(self, value: Any) -> str:
        return clean_line(super().to_python(value) or "")

    def validate(self, value: Any) -> None:
        super().validate(value)
        _demand_length(value, self.limit)


class OneOf(forms.ChoiceField):
    """One of the choices, which may stand in groups."""

    def __init__(self, choices: list[Any], *, label: Any, required: bool = True) -> None:
        messages = {"required": CHOOSE, "invalid_choice": CHOOSE}
        super().__init__(choices=choices, label=label, required=required, error_messages=messages)


class Day(forms.DateField):
    """An optional day, as a date control sends it or as officials write it: 24.11.2026."""

    def __init__(self, *, label: Any) -> None:
        super().__init__(
            required=False,
            label=label,
            input_formats=["%Y-%m-%d", "%d.%m.%Y"],
            widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            error_messages={"invalid": _("Write the day like 24.11.2026.")},
        )

    def to_python(self, value: Any) -> Any:
        # A NUL or a surrogate in the typed value must be a plain mistake.
        return super().to_python(clean_line(value) if isinstance(value, str) else value)


class SeenVersion(forms.Field):
    """The version of the page that was acted on; whatever is not a number is an old page."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(required=False)

    def to_python(self, value: Any) -> int:
        typed = str(value or "")
        return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else STALE
