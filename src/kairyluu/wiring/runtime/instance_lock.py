"""One supervisor an instance. The lock is the kernel's, so `kill -9` frees it; the words in it help people."""

from __future__ import annotations

import fcntl
import json
import os
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import IO

STOPPING_SECONDS = 60.0


@dataclass(frozen=True)
class Holder:
    """Who runs the instance, for the sentence of a refused second start and for other commands."""

    pid: int
    address: str
    demo: bool
    is_stopping: bool = False


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
        deadline = time.monotonic() + STOPPING_SECONDS
        while not _locked(file.fileno()):
            holder = self._read()
            if not (holder and holder.is_stopping) or time.monotonic() > deadline:
                file.close()
                raise AlreadyRunning(_sentence(holder, self.path.parent))
            time.sleep(0.2)
        self._file = file
        self._write(Holder(os.getpid(), address, demo))

    def note_stopping(self) -> None:
        """A start that comes now waits instead of being refused."""
        holder = self._read()
        if self._file is not None and holder:
            self._write(replace(holder, is_stopping=True))

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

    def _write(self, holder: Holder) -> None:
        assert self._file is not None
        self._file.truncate(0)
        self._file.write(json.dumps(asdict(holder)))
        self._file.flush()

    def _read(self) -> Holder | None:
        try:
            return Holder(**json.loads(self.path.read_text()))
        except (ValueError, TypeError):
            return None


def _locked(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _sentence(holder: Holder | None, var: Path) -> str:
    who = f" at {holder.address} (process {holder.pid})" if holder else ""
    return (
        f"Kairyluu already runs in {var}{who}. Stop it first, "
        "or give a second instance its own KAIRYLUU_HOME and PORT."
    )
