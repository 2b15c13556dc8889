"""One supervisor an instance. The lock is the kernel's, so `kill -9` frees it; the words in it help people."""

from __future__ import annotations

import fcntl
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO


@dataclass(frozen=True)
class Holder:
    """Who runs the instance, for the sentence of a refused second start and for other commands."""

    pid: int
    address: str
    demo: bool


class AlreadyRunning(Exception):
    """Another supervisor holds this instance."""


class InstanceLock:
    def __init__(self, var: Path) -> None:
        self.path = var / "serve.lock"
        self._file: IO[str] | None = None

    def take(self, address: str, *, demo: bool) -> None:
        """Raises AlreadyRunning with a sentence naming the address and the process."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        file = self.path.open("a+")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            raise AlreadyRunning(_sentence(self._read(), self.path.parent)) from None
        file.truncate(0)
        file.write(json.dumps(asdict(Holder(os.getpid(), address, demo))))
        file.flush()
        self._file = file

    def release(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    def holder(self) -> Holder | None:
        """The running supervisor, or None when nobody holds the lock."""
        try:
            file = self.path.open("r")
        except FileNotFoundError:
            return None
        with file:
            try:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                return self._read()
        return None

    def _read(self) -> Holder | None:
        try:
            return Holder(**json.loads(self.path.read_text()))
        except (ValueError, TypeError):
            return None


def _sentence(holder: Holder | None, var: Path) -> str:
    who = f" at {holder.address} (process {holder.pid})" if holder else ""
    return (
        f"Kairyluu already runs in {var}{who}. Stop it first, "
        "or give a second instance its own KAIRYLUU_HOME and PORT."
    )
