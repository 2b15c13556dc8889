"""The controls of the appeal's form: label, hint, error, control, in this order and linked to one another."""

from __future__ import annotations

from typing import Any

from django import template
from django.forms import BoundField, Form

register = template.Library()


@register.inclusion_tag("portal/parts/line.html")
def line(form: Form, name: str, label: str, hint: str = "", **attributes: Any) -> dict[str, Any]:
    """A field of one line. `optional` is the word in brackets; the others become attributes of the input."""
    return _field(form[name], label, hint) | {
        "optional": attributes.pop("optional", ""),
        "css": attributes.pop("css", ""),
        "type": attributes.pop("type", ""),
        "autocomplete": attributes.pop("autocomplete", ""),
    }


@register.inclusion_tag("portal/parts/area.html")
def area(
    form: Form, name: str, label: str, hint: str = "", *, optional: str = "", limit: int = 0
) -> dict[str, Any]:
    """Several lines; with a limit it says how much fits, and a script may count along."""
    field = _field(form[name], label, hint)
    return field | {"optional": optional, "limit": limit, "n": len(field["value"].replace("\r\n", "\n"))}


@register.inclusion_tag("portal/parts/choose.html")
def choose(form: Form, name: str, label: str, hint: str = "", **lists: Any) -> dict[str, Any]:
    """A list: `groups` of options, or plain `options`; `empty` is the word for nothing chosen. With `chosen`, a code,
    the options go by their words alone."""
    field = _field(form[name], label, hint)
    return field | {
        "by_name": "chosen" in lists,
        "chosen": lists.get("chosen", field["value"]),
        "optional": lists.get("optional", ""),
        "empty": lists.get("empty", ""),
        "groups": lists.get("groups", ()),
        "options": lists.get("options", ()),
    }


def _field(field: BoundField, label: str, hint: str) -> dict[str, Any]:
    error = field.errors[0] if field.errors else ""
    parts = [f"{field.name}-h" if hint else "", f"{field.name}-e" if error else ""]
    return {
        "name": field.name,
        "value": str(field.value() or ""),
        "label": label,
        "hint": hint,
        "error": error,
        "described_by": " ".join(part for part in parts if part),
        "is_required": field.field.required,
    }
