"""Drives the real `kairyluu serve` in a home of its own, and sees which of its processes live."""

from __future__ import annotations

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

ENTRY = [sys.executable, "-m", "kairyluu.wiring.entry"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class House:
    """One instance of the product, not in demo mode, on plain HTTP."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.port = free_port()
        self.output = home / "output.txt"
        self.process: subprocess.Popen[bytes] | None = None
        left_out = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE", "KAIRYLUU_DEMO"}
        self.environment = {name: value for name, value in os.environ.items() if name not in left_out} | {
            "KAIRYLUU_HOME": str(home),
            "KAIRYLUU_SECRET_KEY": "a-secret-of-the-tests-with-enough-letters",
            "KAIRYLUU_HOSTS": "localhost",
            "KAIRYLUU_PLAIN_HTTP": "1",
            "PORT": str(self.port),
        }

    def start(self, *through: str) -> None:
        """Directly, or by the words of another program that starts it."""
        words = [*through, *ENTRY, "serve", *(["--with-parent"] if through else [])]
        with self.output.open("ab") as output:
            self.process = subprocess.Popen(
                words, env=self.environment, stdout=output, stderr=output, stdin=subprocess.DEVNULL
            )

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*ENTRY, *words], env=self.environment, capture_output=True, text=True, timeout=300, check=False
        )

    def wait_until_ready(self, times: int = 1, seconds: float = 300) -> None:
        deadline = time.monotonic() + seconds
        while self.output.read_text().count("is ready") < times:
            assert self.process is not None
            assert self.process.poll() is None, self.output.read_text()
            assert time.monotonic() < deadline, self.output.read_text()
            time.sleep(0.1)

    def answers(self, path: str = "/alive") -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", path, headers={"Host": "localhost"})
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()

    def stop(self) -> int:
        assert self.process is not None
        self.process.terminate()
        return self.process.wait(180)

    def pids(self, word: str = "") -> list[int]:
        """Living processes of this home whose command line contains `word`."""
        return [pid for pid in _all_pids() if self._owns(pid) and word in _read(pid, "cmdline")]

    def uncollected(self) -> list[int]:
        """Children of the supervisor that have ended and still stand in the list of processes."""
        assert self.process is not None
        children = _read(self.process.pid, f"task/{self.process.pid}/children").split()
        return [int(pid) for pid in children if ") Z " in _read(int(pid), "stat")]

    def end_everything(self) -> None:
        for pid in self.pids():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def _owns(self, pid: int) -> bool:
        return str(self.home) in _read(pid, "cmdline") or f"KAIRYLUU_HOME={self.home}\0" in _read(
            pid, "environ"
        )


def _all_pids() -> list[int]:
    return [int(name) for name in os.listdir("/proc") if name.isdigit()]


def _read(pid: int, name: str) -> str:
    try:
        return Path(f"/proc/{pid}/{name}").read_bytes().decode(errors="replace")
    except OSError:
        return ""


def wait_for(truth: object, seconds: float = 30) -> bool:
    """Ask `truth()` until it holds."""
    assert callable(truth)
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if truth():
            return True
        time.sleep(0.1)
    return False
