"""What the columns, filters and fields of the system administration are called, by the name of the column."""

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
from django.db.models import BooleanField, Model
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

LABELS: dict[str, Any] = {
    "code": _("Code"),
    "name_ky": _("Name in Kyrgyz"),
    "name_ru": _("Name in Russian"),
    "name_en": _("Name in English"),
    "short_ky": _("Short name in Kyrgyz"),
    "short_ru": _("Short name in Russian"),
    "short_en": _("Short name in English"),
    "title_ky": _("Title in Kyrgyz"),
    "title_ru": _("Title in Russian"),
    "title_en": _("Title in English"),
    "kind": _("Kind"),
    "parent": _("Part of"),
    "territory": _("Territory"),
    "body": _("Body"),
    "department": _("Department"),
    "post": _("Post"),
    "official": _("Official"),
    "role": _("Role"),
    "rank": _("Order in the body"),
    "is_public": _("Shown among the heads"),
    "participation": _("Participation"),
    "is_open": _("Open to the public"),
    "aliases": _("Other names"),
    "phone": _("Telephone"),
    "trust_phone": _("Trust telephone"),
    "hours": _("Hours"),
    "address": _("Address"),
    "website": _("Website"),
    "register_index": _("Mark in the numbers"),
    "register_pattern": _("Pattern of the numbers"),
    "path": _("Place in the directory"),
    "surname": pgettext_lazy("column", "Surname"),
    "given_name": pgettext_lazy("column", "Given name"),
    "patronymic": pgettext_lazy("column", "Patronymic"),
    "starts_on": _("First day"),
    "ends_on": _("Last day"),
    "stands_in_for": _("Stands in for"),
    "basis": _("Order of appointment"),
    "family": _("What the term is for"),
    "amount": _("How many"),
    "unit": _("Unit"),
    "effective_from": _("In force from"),
    "effective_to": _("In force until"),
    "is_enabled": _("Enabled"),
    "legal_basis": _("Legal basis"),
    "date": _("Day"),
    "announced_on": _("Announced"),
    "decided_on": _("Decided"),
    "default_body_code": _("Body by default"),
    "value": _("Value"),
    "form": _("Form"),
    "counts_as_appeal": _("Counts as an appeal"),
    "group": _("Group"),
    "counts_as_positive": _("Counts as positive"),
    "needs_reason": _("Needs a reason"),
    "requires_notice": _("The applicant is told"),
    "citizen_can_fix": _("The applicant can mend it"),
    "slug": _("Page"),
    "language": _("Language"),
    "version": _("Version"),
    "title": _("Title"),
    "text": _("Text"),
    "name": pgettext_lazy("column", "Name"),
    "outcome_code": _("Outcome"),
    "body_code": _("Body"),
    "status": _("Confirmed"),
    "source": _("Source"),
    "note": _("Note"),
    "is_active": _("In use"),
    "email": _("Email"),
    "is_staff": _("Runs the system"),
    "last_login": _("Last signed in"),
    "joined_at": _("Joined"),
    "created_at": _("Written"),
    "channel": _("Channel"),
    "attempts": _("Attempts"),
    "last_tried_at": _("Last attempt"),
}
Words = Mapping[str, Mapping[str, Any]]


def column(model: type[Model], name: Any, words: Words) -> Any:
    """A field of the table as a column with a name people read; what is no field is its own column."""
    if not isinstance(name, str) or name not in LABELS or not _is_field(model, name):
        return name
    return _reading(
        name, LABELS[name], words.get(name), isinstance(model._meta.get_field(name), BooleanField)
    )


def _reading(
    name: str, label: Any, words: Mapping[str, Any] | None, is_yes_or_no: bool
) -> Callable[[Any], Any]:
    def read(row: Any) -> Any:
        value = getattr(row, name)
        return value if is_yes_or_no else (words or {}).get(value, value)

    read.__name__ = name
    read.short_description = label  # type: ignore[attr-defined]
    read.admin_order_field = name  # type: ignore[attr-defined]
    read.boolean = is_yes_or_no  # type: ignore[attr-defined]
    return read


def _is_field(model: type[Model], name: str) -> bool:
    try:
        return bool(model._meta.get_field(name))
    except FieldDoesNotExist:
        return False


class _Titled:
    """A filter under the name of its column; `words` are those of the table's administration."""

    title: Any

    def __init__(
        self, field: Any, request: Any, params: Any, model: Any, model_admin: Any, field_path: str
    ) -> None:
        super().__init__(field, request, params, model, model_admin, field_path)  # type: ignore[call-arg]
        self.title = LABELS.get(field_path, self.title)
        self.words = model_admin.words.get(field_path, {})


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
            yield choice | {"display": self.words.get(choice["display"], choice["display"])}


def titled_filter(model: type[Model], entry: Any) -> Any:
    """An entry of list_filter whose title is the name of its column."""
    if not isinstance(entry, str):
        return entry
    field = model._meta.get_field(entry)
    if isinstance(field, BooleanField):
        return entry, YesNoFilter
    return entry, ChoicesFilter if getattr(field, "choices", None) else ValuesFilter
