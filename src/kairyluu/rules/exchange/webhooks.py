"""What programs are told and when it is tried again: Standard Webhooks, with the schedule it proposes."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

WAITING, SENT, DEAD, DROPPED = "waiting", "sent", "dead", "dropped"
STATES = (WAITING, SENT, DEAD, DROPPED)
TEST = "test"
# Act of the journal -> event. The journal's trigger is made of this table: a change needs a migration.
EVENT_OF: Mapping[str, str] = {
    "submit": "appeal.received",
    "take_in": "appeal.received",
    "arrive": "appeal.received",
    "register": "appeal.registered",
    "resolve": "appeal.resolved",
    "send_answer": "appeal.answered",
    "refuse": "appeal.refused",
    "forward": "appeal.forwarded",
    "forward_part": "appeal.part_forwarded",
    "withdraw": "appeal.withdrawn",
    "merge": "appeal.merged",
    "extend": "appeal.deadline_moved",
    "recount_deadline": "appeal.deadline_moved",
    "ask_applicant": "appeal.clock_stopped",
    "resume_clock": "appeal.clock_resumed",
    "ask_review": "appeal.review_asked",
    "rate": "appeal.rated",
}
EVENTS = tuple(dict.fromkeys(EVENT_OF.values()))

_MINUTE, _HOUR = timedelta(minutes=1), timedelta(hours=1)
WAITS = (
    *(timedelta(seconds=5), 5 * _MINUTE, 30 * _MINUTE, 2 * _HOUR, 5 * _HOUR),
    *(10 * _HOUR, 14 * _HOUR, 20 * _HOUR, 24 * _HOUR),
)
PAUSED_AFTER = timedelta(days=3)
OVERLAP = timedelta(days=1)  # of two secrets
GONE = "http_410"


def wait_before(attempts: int, seed: int) -> timedelta | None:
    """After so many failed tries, with up to a fifth more so that not all come back at once; None: given up."""
    if attempts > len(WAITS):
        return None
    wait = WAITS[attempts - 1]
    return wait + wait * ((seed * 2654435761 % 2**32) / 2**32) / 5


def is_to_be_paused(failing_since: datetime, why: str, now: datetime) -> bool:
    """Days without one success, or it says itself that it is gone."""
    return why == GONE or now - failing_since >= PAUSED_AFTER


def written_secret(key: bytes) -> str:
    return "whsec_" + base64.b64encode(key).decode()


def signatures(keys: Sequence[bytes], message_id: str, at: datetime, payload: str) -> str:
    """The header webhook-signature: one signature of each secret in force, parted by spaces."""
    signed = f"{message_id}.{int(at.timestamp())}.{payload}".encode()
    made = (base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode() for key in keys)
    return " ".join(f"v1,{one}" for one in made)
