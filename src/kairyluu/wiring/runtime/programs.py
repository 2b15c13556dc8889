"""The command lines of the programs the supervisor keeps running."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec

from kairyluu.wiring.runtime.steps import ENTRY


def web_server(host: str, port: int) -> list[str]:
    """Two processes of a few threads: each thread holds one database connection for good."""
    workers = os.environ.get("KAIRYLUU_WEB_WORKERS", "2")
    threads = os.environ.get("KAIRYLUU_WEB_THREADS", "4")
    return [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws", "--host", host, "--port", str(port),
        "--workers", workers, "--blocking-threads", threads, "--backlog", "2048",
        "--respawn-failed-workers", "--respawn-interval", "1", "--workers-kill-timeout", "15",
        "--log-level", "warning", "kairyluu.wiring.wsgi:application",
    ]  # fmt: skip


def worker() -> list[str]:
    """Gives way to whoever waits for a page: a hundred thousand letters must not be felt at the portal."""
    return [*ENTRY, "worker", "--nice", "10"]


def worker_of_alarms() -> list[str]:
    """Takes nothing but alarms, so that no letter to anybody stands before them; the other worker takes them too, so
    that one of the two may be killed."""
    return [*ENTRY, "worker", "--queues", "alarms", "--concurrency", "4"]


def demo_accounts() -> list[str] | None:
    if find_spec("kairyluu.faces.commands.demo") is None:
        return None
    return [*ENTRY, "demo", "--accounts"]
