"""What a call announced by a telephone exchange comes to; who is called back. Regulation of the Alai line, I.3."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

# Why somebody is called back: the line was closed, nobody answered, answered and not written down, asked for it.
CLOSED, MISSED, UNWRITTEN, ASKED = "closed", "missed", "unwritten", "asked"
REASONS = (CLOSED, MISSED, UNWRITTEN, ASKED)
# How it ended: spoken to, left after tries, or the matter is settled already.
REACHED, GIVEN_UP, NOT_NEEDED = "reached", "given_up", "not_needed"
SETTLED = (REACHED, GIVEN_UP, NOT_NEEDED)
NOT_REACHED = "not_reached"
RINGS_AT_MOST = timedelta(minutes=10)
LASTS_AT_MOST = timedelta(hours=3)
SKEW = timedelta(minutes=5)  # by how much the clock of an exchange may be ahead


@dataclass(frozen=True, kw_only=True)
class RingingCall:
    """One call as known so far; moments with their zone, `number` in E.164 or empty."""

    call_id: str
    number: str = ""
    started_at: datetime
    answered_at: datetime | None = None
    ended_at: datetime | None = None


def reason_to_call_back(call: RingingCall, *, is_written: bool, is_outside_hours: bool) -> str:
    """Empty where there is none: no number, an operator has it, or it has not ended and the line is open."""
    if not call.number or is_written:
        return ""
    if is_outside_hours:
        return CLOSED
    if call.ended_at is None:
        return ""
    return UNWRITTEN if call.answered_at else MISSED
