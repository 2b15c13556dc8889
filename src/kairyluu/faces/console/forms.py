"""What the console reads from a request: shape only. The call's form is kept as typed, so nothing here is refused."""

from __future__ import annotations

import json
from uuid import UUID

from django.http import HttpRequest, QueryDict

from kairyluu.rules.spelling import clean_text

FIELDS = (
    *("said_name", "said_post", "read_back", "who", "name", "legal_form", "organisation", "phone"),
    *("home_territory", "home_address", "postal_address", "kind", "topic", "reply_language", "text"),
    *(
        "concern",
        "about_official",
        "about_body",
        "about_words",
        "told_body",
        "told",
        "sms",
        "why",
        "referral",
    ),
    *("urgent", "urgent_aside"),
    *("confidential", "confidential_ground", "earlier"),
)
LONGEST = {"text": 20_000, "told": 600, "about_words": 300, "home_address": 300, "postal_address": 300}
LINE = 200
BODY_LIMIT = 100_000


def typed(sent: QueryDict | dict[str, str]) -> dict[str, str]:
    """Known fields that hold something."""
    found = {name: clean_text(str(sent.get(name, "")))[: LONGEST.get(name, LINE)] for name in FIELDS}
    return {name: value for name, value in found.items() if value}


def seen_version(value: object) -> int:
    """0, which no call has, for anything that is not a number."""
    text = str(value)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def uuid_or_none(value: object) -> UUID | None:
    try:
        return UUID(str(value))
    except ValueError:
        return None


def read_json(request: HttpRequest) -> dict[str, str]:
    """The body of an autosave; nothing for what is not a plain object."""
    if len(request.body) > BODY_LIMIT:
        return {}
    try:
        sent = json.loads(request.body)
    except (ValueError, RecursionError):
        return {}
    return (
        {str(k): str(v) for k, v in sent.items() if isinstance(v, str | int)}
        if isinstance(sent, dict)
        else {}
    )
