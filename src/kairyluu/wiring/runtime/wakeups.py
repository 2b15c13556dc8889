"""Waiting that ends at once on a signal: a stop asked for, or a child that ended."""

from __future__ import annotations

import os
import select
import signal
from types import FrameType


class Wakeups:
    """Install once, in the main thread. `stop_asked` counts Ctrl-C and SIGTERM; the second one hastens."""

    def __init__(self) -> None:
        self.stop_asked = 0
        self._read, write = os.pipe()
        os.set_blocking(self._read, False)
        os.set_blocking(write, False)
        signal.set_wakeup_fd(write, warn_on_full_buffer=False)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._stop)
        signal.signal(signal.SIGCHLD, lambda number, frame: None)

    def wait(self, seconds: float) -> None:
        """Until a signal arrives or `seconds` have passed."""
        ready, _, _ = select.select([self._read], [], [], seconds)
        if ready:
            os.read(self._read, 4096)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self.stop_asked += 1
