"""The hours in which no telephone rings but for an alarm: by the time of Bishkek, where the receivers are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

from kairyluu.rules.workdays import BISHKEK


@dataclass(frozen=True, kw_only=True)
class QuietHours:
    """From `begin` up to `end`, over midnight where `begin` is the later; none where both are the same."""

    begin: time
    end: time

    def holds(self, now: datetime) -> bool:
        clock = now.astimezone(BISHKEK).time()
        if self.begin <= self.end:
            return self.begin <= clock < self.end
        return clock >= self.begin or clock < self.end
