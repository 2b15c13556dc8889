"""Words of the previews: stored days, scopes, families of terms. `{% load sysadmin_days %}`."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import template
from django.utils.translation import get_language, gettext

from kairyluu.faces.sysadmin import words
from kairyluu.queries.directory import directory

register = template.Library()


@register.filter
def stored_day(value: str) -> str:
    """`2026-03-17` → 17.03.2026."""
    return date.fromisoformat(value).strftime("%d.%m.%Y")


@register.filter
def stored_name(row: Any) -> str:
    """The name in the language of the page, of stored facts or of a row."""
    name = f"name_{(get_language() or 'ky')[:2]}"
    facts = row if isinstance(row, dict) else vars(row)
    return str(facts.get(name) or facts.get("name_ky") or "")


@register.filter
def scope_name(code: str) -> str:
    """The name of the territory or body a day is limited to."""
    known = directory()
    row = known.territories.get(code) or known.bodies.get(code)
    if not code:
        return gettext("the whole republic")
    return row.name((get_language() or "ky")[:2]) if row else code


@register.filter
def day_kind(code: str) -> str:
    return str(words.DAY_KIND.get(code, code))


@register.filter
def family_word(code: str) -> str:
    return str(words.FAMILY.get(code, code))


@register.filter
def moved_word(code: str) -> str:
    """Whose day moved: of a term, or of what hangs on the appeal."""
    return str(words.MOVED.get(code, code))


@register.filter
def unit_word(code: str) -> str:
    return str(words.UNIT.get(code, code))
