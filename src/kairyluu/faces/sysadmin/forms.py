"""How a field of a table becomes a field of a form: its name, its help, its words, its messages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib.admin.widgets import (
    AdminTextareaWidget,
    AdminTextInputWidget,
    AutocompleteMixin,
    RelatedFieldWidgetWrapper,
)
from django.core.exceptions import NON_FIELD_ERRORS
from django.db.models import Field, TextField
from django.utils.dates import WEEKDAYS
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kairyluu.faces.sysadmin.fieldnames import HELP, LABELS
from kairyluu.faces.sysadmin.labels import words_of
from kairyluu.faces.sysadmin.titles import ONE
from kairyluu.faces.sysadmin.words import Source

# What people write at length; every other text is a line.
LONG_TEXTS = {"text", "source", "note", "legal_basis", "aliases"}
THERE_ALREADY = _("There is a row with this value already.")
ROW_ERRORS = {NON_FIELD_ERRORS: {"unique_together": _("There is such a row already.")}}


class NamedRelated(RelatedFieldWidgetWrapper):
    """The signs beside a link to another table call that table by its name."""

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        related = self.rel.model._meta.model_name
        return context | {"model": ONE.get(related or "", context["model"])}


class WeekdaysField(forms.MultipleChoiceField):
    """Days of the week in boxes; kept as ISO numbers parted by commas: 1,3."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=[(str(day + 1), name) for day, name in WEEKDAYS.items()], **kwargs)

    def prepare_value(self, value: Any) -> list[str]:
        days = value.split(",") if isinstance(value, str) else value or []
        return [day.strip() for day in days if day.strip()]

    def clean(self, value: Any) -> str:
        return ",".join(sorted(super().clean(value)))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return set(self.prepare_value(initial)) != set(data or ())


def wordings(db_field: Field[Any, Any]) -> dict[str, Any]:
    """Arguments of the form's field."""
    given: dict[str, Any] = {"help_text": HELP.get(db_field.name, "")}
    if db_field.name in LABELS:
        given["label"] = LABELS[db_field.name]
    if isinstance(db_field, TextField):
        is_long = db_field.name in LONG_TEXTS
        given["widget"] = AdminTextareaWidget(attrs={"rows": 4}) if is_long else AdminTextInputWidget()
    return given


def code_field(db_field: Field[Any, Any], words: Mapping[str, Source]) -> forms.ChoiceField:
    """A choice by words; empty where the column may be."""
    may_be_empty = bool(db_field.blank)
    choices = [("", "—")] if may_be_empty or not db_field.has_default() else []
    return forms.ChoiceField(
        choices=[*choices, *words_of(words, db_field.name).items()],
        required=not may_be_empty,
        initial=db_field.get_default() if db_field.has_default() else None,
        label=LABELS.get(db_field.name),
        help_text=HELP.get(db_field.name, ""),
    )


def keep_present_code(field: Any, value: Any) -> None:
    """A code that has no word yet stays a choice of its own: saving a row never changes it unasked."""
    choices: list[Any] = list(getattr(field, "choices", ()))
    if isinstance(field, forms.ChoiceField) and value and value not in dict(choices):
        field.choices = [*choices, (value, value)]


def finished(field: Any) -> Any:
    """The field as Django made it, with messages and signs in the language of the page."""
    if field is None:
        return None
    field.error_messages["unique"] = THERE_ALREADY
    if isinstance(field.widget, RelatedFieldWidgetWrapper):
        field.widget = _named(field.widget)
        inner = field.widget.widget
        if isinstance(inner, AutocompleteMixin) and get_language() == "ky":
            setattr(inner, "i18n_name", "ky")  # noqa: B010  our own file, unknown to the library
    return field


def _named(widget: RelatedFieldWidgetWrapper) -> NamedRelated:
    may = ("can_add_related", "can_change_related", "can_delete_related", "can_view_related")
    rights = {right: getattr(widget, right) for right in may}
    return NamedRelated(widget.widget, widget.rel, widget.admin_site, **rights)
