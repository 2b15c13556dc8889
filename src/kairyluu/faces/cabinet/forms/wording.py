"""Our labels and hints on allauth's fields; its placeholders go, they vanish while one writes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kairyluu.rules.spelling import clean_text

PASSWORD_HELP = _("At least 10 characters, not only digits, not a word that everybody uses.")


WRITE_ADDRESS = _("Write your e-mail address")
WRITE_PASSWORD = _("Write your password")
WRITE_AGAIN = _("Write the same password once more")

Words = str | Promise


def say(form: forms.Form, name: str, label: Words, missing: Words, help_text: Words = "") -> None:
    """`missing` is the sentence for an empty field: it names what to do."""
    field: Any = form.fields[name]
    field.error_messages["required"] = missing
    field.label = label
    field.help_text = help_text
    field.widget.attrs.pop("placeholder", None)
    field.bound_data = shown_again


def shown_again(data: Any, initial: Any) -> Any:
    """What a form with errors shows: everything typed that can be seen; a page with a NUL in it is no page."""
    return clean_text(data) if isinstance(data, str) else data
