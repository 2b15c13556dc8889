"""Fields of the appeal: what nobody can see is taken out, what is too long is told by how much, nothing is cut."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from kairyluu.rules.spelling import NotATelephone, clean_line, clean_text, phone_e164

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

TOO_LONG = ngettext_lazy(
    "Too long: shorten it by %(n)d character", "Too long: shorten it by %(n)d characters", "n"
)


def demand_length(value: str, limit: int) -> None:
    if len(value) > limit:
        raise ValidationError(TOO_LONG % {"n": len(value) - limit}, code="too_long")


class Line(forms.CharField):
    """One line of at most `limit` characters. `missing` is the sentence for an empty one; none makes it optional."""

    def __init__(self, missing: str | StrPromise = "", *, limit: int = 100) -> None:
        super().__init__(required=bool(missing), error_messages={"required": missing or ""})
        self.limit = limit

    def to_python(self, value: Any) -> str:
        return clean_line(super().to_python(value) or "")

    def validate(self, value: Any) -> None:
        super().validate(value)
        demand_length(value, self.limit)


class Text(forms.CharField):
    """Several lines, ends as typed; only white space counts as empty."""

    def __init__(self, missing: str | StrPromise = "", *, limit: int = 4000) -> None:
        super().__init__(required=bool(missing), strip=False, error_messages={"required": missing or ""})
        self.limit = limit

    def to_python(self, value: Any) -> str:
        text = clean_text(super().to_python(value) or "")
        return text if text.strip() else ""

    def validate(self, value: Any) -> None:
        super().validate(value)
        demand_length(value, self.limit)


class Telephone(Line):
    """Any Kyrgyz spelling; the value is E.164."""

    def clean(self, value: Any) -> str:
        typed = super().clean(value)
        try:
            return phone_e164(typed) if typed else ""
        except NotATelephone:
            raise ValidationError(_("Write the number with its code, like 0700 12 34 56")) from None


class Address(Line):
    """An e-mail address."""

    def clean(self, value: Any) -> str:
        typed = super().clean(value)
        try:
            return str(forms.EmailField(required=False).clean(typed))
        except ValidationError:
            raise ValidationError(_("Write the whole address, like asan@example.kg")) from None


class PersonalNumber(Line):
    """Spaces are forgiven. Fewer digits than fourteen only bring a warning on the review page."""

    DIGITS = 14

    def to_python(self, value: Any) -> str:
        return "".join(super().to_python(value).split())

    def validate(self, value: Any) -> None:
        if len(value) > self.DIGITS or (value and not (value.isascii() and value.isdigit())):
            raise ValidationError(_("A personal number has 14 digits"))


class Choice(Line):
    """One of the codes; the sentence for anything else is that for nothing."""

    def __init__(self, codes: tuple[str, ...], missing: str | StrPromise) -> None:
        super().__init__(missing)
        self.codes = codes

    def validate(self, value: Any) -> None:
        if value not in self.codes:
            raise ValidationError(self.error_messages["required"], code="required")
