"""Codes of programs in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template

register = template.Library()


@register.filter
def of_words(code: str, words: Mapping[str, Any]) -> Any:
    """The word of a code; the code itself where there is none, like http_503."""
    return words.get(code, code)
