"""What the form of a call knows of its line: the languages of the answer, and whether an explanation can be sent as SMS."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings

from kairyluu.queries.calls.lines import languages_of
from kairyluu.queries.exchange.told import measured

if TYPE_CHECKING:
    from kairyluu.data.agencies.models import Line


def line_part(line: Line, fields: dict[str, str]) -> dict[str, Any]:
    return {
        "sms": measured(fields),
        "sends_sms": settings.REACH.get("sms", "none") != "none",
        "line_languages": languages_of(line),
    }
