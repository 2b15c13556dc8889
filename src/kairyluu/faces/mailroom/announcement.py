"""Reading what a telephone exchange sends: shape only, each fault with a sentence that says the cure."""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import Any

from kairyluu.rules.exchange.ringing import RingingCall
from kairyluu.rules.spelling import NotATelephone, phone_e164

LARGEST = 10_000  # bytes
FIELDS = {"call_id", "number", "line", "started_at", "answered_at", "ended_at"}
_CALL_ID = re.compile(r"[!-~]{1,80}")
# What exchanges send for a caller who hides the number.
HIDDEN = {"", "anonymous", "unknown", "restricted", "unavailable", "private", "<unknown>"}


class Unreadable(Exception):
    """Says in a sentence what is wrong, and in which field."""

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


def read(body: bytes) -> dict[str, Any]:
    if len(body) > LARGEST:
        raise Unreadable(f"The request is larger than {LARGEST} bytes.")
    try:
        sent = json.loads(body)
    except (ValueError, RecursionError):
        raise Unreadable("Send one JSON object in UTF-8.") from None
    if not isinstance(sent, dict):
        raise Unreadable("Send one JSON object, not a list or a word.")
    if strange := sorted(sent.keys() - FIELDS):
        raise Unreadable(f"There is no such field; known are {', '.join(sorted(FIELDS))}.", strange[0][:40])
    return sent


def call_of(sent: dict[str, Any]) -> RingingCall:
    call_id = sent.get("call_id")
    if not isinstance(call_id, str) or not _CALL_ID.fullmatch(call_id):
        raise Unreadable(
            "Name the call: 1 to 80 letters, digits or signs, the same in each event.", "call_id"
        )
    started_at = _moment(sent, "started_at")
    if started_at is None:
        raise Unreadable("Say when it began, like 2026-03-10T10:00:00+06:00.", "started_at")
    return RingingCall(
        call_id=call_id,
        number=number_of(sent.get("number")),
        started_at=started_at,
        answered_at=_moment(sent, "answered_at"),
        ended_at=_moment(sent, "ended_at"),
    )


def number_of(value: object) -> str:
    """E.164, empty for a hidden one."""
    if value is None or (isinstance(value, str) and value.strip().lower() in HIDDEN):
        return ""
    try:
        return phone_e164(value if isinstance(value, str) else "?")
    except NotATelephone:
        raise Unreadable(
            "Write the caller's number with its code, like +996700123456, or leave it out.", "number"
        ) from None


def _moment(sent: dict[str, Any], name: str) -> datetime | None:
    value = sent.get(name)
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        moment = None
    if moment is None or moment.tzinfo is None:
        raise Unreadable("Write the moment with its zone, like 2026-03-10T10:00:00+06:00.", name)
    return moment
