"""The words of the document in the language in force: English stands beside the code, the others in the catalogue."""

from __future__ import annotations

from typing import Any

from django.utils.translation import pgettext

TOLD = ("summary", "description")
_AS_THEY_ARE = ("example", "examples", "default", "enum")  # shown, not told


def in_words(said: str) -> str:
    """In the language in force: what routers and fields say of themselves is written in English beside them."""
    return pgettext("api", said)


def tell(part: Any) -> None:
    """All that a part of the document says to people, in place; where nothing is known English stays."""
    if isinstance(part, list):
        for one in part:
            tell(one)
    elif isinstance(part, dict):
        for name, one in part.items():
            if isinstance(one, str):
                if name in TOLD:
                    part[name] = _told(one)
            elif name not in _AS_THEY_ARE:
                tell(one)


def _told(said: str) -> str:
    """Of "one of: " and codes only the beginning is told: codes are added without asking here."""
    begins, _, codes = said.partition("one of: ")
    if codes and not begins:
        return in_words("one of: %(codes)s") % {"codes": codes}
    return in_words(said)
