"""One supervised program: started, watched, restarted at a bounded rate, stopped in order."""

from __future__ import annotations

import signal
import subprocess
import time
from collections import deque
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from kairyluu.wiring.runtime.children import tied_to_this_process

RESTARTS = 10
WITHIN_SECONDS = 60.0
LONGEST_PAUSE = 8.0


class KeepsDying(Exception):
    """A program ended too often in a short time; starting it again would hide the fault."""


@dataclass
class Child:
    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    output: Path | None = None
    process: subprocess.Popen[bytes] | None = None
    not_before: float = 0.0
    ends: deque[float] = field(default_factory=deque)

    def start(self) -> None:
        """Its own session: Ctrl-C of the terminal reaches the supervisor only, which stops in order."""
        with self.output.open("ab") if self.output else nullcontext() as output:
            self.process = subprocess.Popen(  # noqa: S603
                self.command,
                env=dict(self.environment),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
                preexec_fn=tied_to_this_process(signal.SIGTERM),
            )

    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def note_end(self, now: float) -> str:
        """Say how it ended and choose the pause before the next start. Raises KeepsDying."""
        assert self.process is not None
        code = self.process.returncode
        self.process = None
        self.ends.append(now)
        while self.ends and now - self.ends[0] > WITHIN_SECONDS:
            self.ends.popleft()
        if len(self.ends) > RESTARTS:
            raise KeepsDying(
                f"{self.name} ended {len(self.ends)} times within a minute; see its lines above."
            )
        pause = min(0.25 * 2 ** (len(self.ends) - 1), LONGEST_PAUSE)
        self.not_before = now + pause
        return f"{self.name} ended ({_words(code)}); starting it again."

    def ask_to_stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    def wait_or_kill(self, deadline: float) -> None:
        if self.process is None:
            return
        try:
            self.process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process = None


def _words(code: int) -> str:
    return f"signal {-code}" if code < 0 else f"exit code {code}"
