"""Columns and filters of the system administration under the names people read, with words in place of codes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib.admin import (
    AllValuesFieldListFilter,
    BooleanFieldListFilter,
    ChoicesFieldListFilter,
    EmptyFieldListFilter,
)
from django.core.exceptions import FieldDoesNotExist
from django.db.models import BooleanField, Field, Model
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import get_language, gettext

from kairyluu.data.agencies.models import Post
from kairyluu.data.reference.provenance import Named
from kairyluu.faces.sysadmin.fieldnames import LABELS
from kairyluu.faces.sysadmin.words import Source, Words


def words_of(words: Mapping[str, Source], name: str) -> Words:
    """Code -> word of one column; empty where the column is not one of codes."""
    found = words.get(name, {})
    return found() if callable(found) else found


def word_of(words: Mapping[str, Source], name: str, value: Any) -> Any:
    """What is read in place of a value; the value itself where nobody has given it a word."""
    if isinstance(value, bool):
        return yes_or_no(value)
    if isinstance(value, Named):
        return value.name(get_language() or "ky")
    if isinstance(value, Post):
        language = get_language() or "ky"
        return f"{value.title(language)} — {value.body.short(language)}"
    return words_of(words, name).get(value, value) if isinstance(value, str) else value


def yes_or_no(value: bool) -> str:
    icon = static(f"admin/img/icon-{'yes' if value else 'no'}.svg")
    return format_html('<img src="{}" alt="{}">', icon, gettext("Yes") if value else gettext("No"))


def field_of(model: type[Model], name: str) -> Field[Any, Any] | None:
    try:
        return model._meta.get_field(name)  # type: ignore[return-value]
    except FieldDoesNotExist:
        return None


def column(model: type[Model], name: Any, words: Mapping[str, Source]) -> Any:
    """A field of the table as a column with a name people read; what is no field is its own column."""
    if not isinstance(name, str) or name not in LABELS or field_of(model, name) is None:
        return name
    return reading(name, words)


def reading(name: str, words: Mapping[str, Source]) -> Callable[[Any], Any]:
    """How the field of a row is read in lists and in forms where it cannot be changed."""

    def read(row: Any) -> Any:
        return word_of(words, name, getattr(row, name))

    read.__name__ = name
    read.short_description = LABELS.get(name, name)  # type: ignore[attr-defined]
    read.admin_order_field = name  # type: ignore[attr-defined]
    return read


class _Titled:
    """A filter under the name of its column; `words` are those of the table's administration."""

    title: Any

    def __init__(
        self, field: Any, request: Any, params: Any, model: Any, model_admin: Any, field_path: str
    ) -> None:
        super().__init__(field, request, params, model, model_admin, field_path)  # type: ignore[call-arg]
        self.title = LABELS.get(field_path, self.title)
        self.words: dict[Any, Any] = dict(words_of(model_admin.words, field_path))


class YesNoFilter(_Titled, BooleanFieldListFilter):
    pass


class EmptyFilter(_Titled, EmptyFieldListFilter):
    pass


class ChoicesFilter(_Titled, ChoicesFieldListFilter):
    def choices(self, changelist: Any) -> Any:
        codes = {str(label): code for code, label in self.field.flatchoices}
        for choice in super().choices(changelist):
            yield choice | {"display": self.words.get(codes.get(str(choice["display"])), choice["display"])}


class ValuesFilter(_Titled, AllValuesFieldListFilter):
    def choices(self, changelist: Any) -> Any:
        for choice in super().choices(changelist):
            display = self.words.get(choice["display"], choice["display"])
            yield choice | {"display": display or gettext("Empty")}


def titled_filter(model: type[Model], entry: Any) -> Any:
    """An entry of list_filter whose title is the name of its column."""
    if not isinstance(entry, str):
        return entry
    field = model._meta.get_field(entry)
    if isinstance(field, BooleanField):
        return entry, YesNoFilter
    return entry, ChoicesFilter if getattr(field, "choices", None) else ValuesFilter
