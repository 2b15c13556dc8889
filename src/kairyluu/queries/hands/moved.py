"""What moved the day of the answer, read from the reasons kept with the appeal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kairyluu.rules.deadlines import EXTENSION, Deadline
from kairyluu.rules.hands.standing_still import STOPPED

Reasons = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Stop:
    """`days` working days after `asked_on` up to `until` are not counted."""

    asked_on: date
    until: date
    days: int


def extension_of(reasons: Reasons) -> Deadline | None:
    """The new day with its explanation; None where the term was not extended."""
    return Deadline.from_json(reasons[EXTENSION]) if EXTENSION in reasons else None


def stops_of(reasons: Reasons) -> tuple[Stop, ...]:
    """How long the clock stood still, the first time first; a stop that cost no day is none."""
    stops = (
        Stop(
            asked_on=date.fromisoformat(stop["asked_on"]),
            until=date.fromisoformat(stop["until"]),
            days=int(stop["days"]),
        )
        for stop in reasons.get(STOPPED, ())
    )
    return tuple(stop for stop in stops if stop.days)
