"""Processes of this instance that outlived a killed supervisor, and orphans handed to a living one."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Callable, Iterable
from pathlib import Path

MARK = "KAIRYLUU_SUPERVISED"


def sweep_leftovers(var: Path, seconds: float = 10) -> None:
    """End what a killed supervisor of this instance left: by term first, by kill after `seconds`."""
    _end(lambda: _marked(f"{MARK}={var}"), seconds)


def sweep_orphans(known: Iterable[int], seconds: float = 5) -> None:
    """End and collect children this process did not start: the workers of a killed web server."""
    own = set(known)
    _end(lambda: [pid for pid in _children() if pid not in own and not _collected(pid)], seconds)


def _end(find: Callable[[], list[int]], seconds: float) -> None:
    for sent in (signal.SIGTERM, signal.SIGKILL):
        for pid in find():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, sent)
        deadline = time.monotonic() + seconds
        while find() and time.monotonic() < deadline:
            time.sleep(0.1)


def _marked(mark: str) -> list[int]:
    found = []
    for pid in _processes():
        try:
            variables = Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")
        except OSError:
            continue
        if os.fsencode(mark) in variables and pid != os.getpid():
            found.append(pid)
    return found


def _children() -> list[int]:
    return [pid for pid in _processes() if _parent(pid) == os.getpid()]


def _processes() -> list[int]:
    return [int(name) for name in os.listdir("/proc") if name.isdigit()]


def _parent(pid: int) -> int | None:
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    except (OSError, ValueError, IndexError):
        return None


def _collected(pid: int) -> bool:
    """Collect the pid if it has ended, so that no zombie stays."""
    try:
        return os.waitpid(pid, os.WNOHANG)[0] == pid
    except ChildProcessError:
        return True
