"""Words of the part about other appeals: `{% load alike %}`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import template

from kairyluu.faces.desk.alike_words import BONDS, DECIDED, KINDS, REASONS, SIGNATURES
from kairyluu.faces.desk.forms.take_in import LANGUAGES

register = template.Library()
LOOKS = {"repeat": "is-late", "duplicate": "is-hold", "look_alike": "is-work"}


@register.filter
def likely_word(kind: str) -> str:
    return str(KINDS.get(kind, kind))


@register.filter
def likely_look(kind: str) -> str:
    return LOOKS.get(kind, "")


@register.filter
def decided_word(kind: str) -> str:
    return str(DECIDED.get(kind, ""))


@register.filter
def reasons_words(reasons: Iterable[str]) -> str:
    return ", ".join(str(REASONS.get(reason, reason)) for reason in reasons)


@register.filter
def bond_word(what: str) -> str:
    return str(BONDS.get(what, what))


@register.filter
def signature_word(code: str) -> str:
    return str(SIGNATURES.get(code, code))


@register.filter
def of_row(counts: Any, appeal_id: UUID) -> int:
    """How many similar appeals a row of the inbox has; none where nothing was counted."""
    return int(counts.get(appeal_id, 0)) if counts else 0


@register.filter
def language_name(code: str) -> str:
    """In the language itself."""
    return dict(LANGUAGES).get(code, code)


@register.filter
def per_cent(share: float) -> str:
    return f"{round(share * 100)} %"
