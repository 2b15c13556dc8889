"""One demo instance in a folder of its own, on a port of its own, for the length of a `with`."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

READY_SECONDS = 600  # with other work on the machine the demonstration town takes minutes


class Instance:
    """`conninfo` reaches its database by the socket."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.port = _free_port()
        self.output = home / "output.txt"
        left_out = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}
        self.environment = {k: v for k, v in os.environ.items() if k not in left_out} | {
            "KAIRYLUU_HOME": str(home),
            "KAIRYLUU_NO_SUBMISSION_LIMIT": "1",
            "PORT": str(self.port),
        }

    @property
    def conninfo(self) -> str:
        socket_folder = next(Path(self.home).rglob(".s.PGSQL.5432")).parent
        return f"host={socket_folder} dbname=kairyluu user=kairyluu"

    def __enter__(self) -> Instance:
        self.home.chmod(0o755)  # the database may run as another user
        with self.output.open("ab") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "kairyluu.wiring.entry", "serve", "--demo"],
                env=self.environment,
                stdout=output,
                stderr=output,
                stdin=subprocess.DEVNULL,
            )
        deadline = time.monotonic() + READY_SECONDS
        while "is ready" not in self.output.read_text():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(self.output.read_text())
            time.sleep(0.2)
        return self

    def __exit__(self, *fault: object) -> None:
        self.process.terminate()
        self.process.wait(60)

    def pids(self, word: str) -> list[int]:
        """Living processes of this instance whose command line contains `word`, the supervisor left out."""
        mark = f"KAIRYLUU_HOME={self.home}".encode()
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                is_ours = mark in (folder / "environ").read_bytes()
                line = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            except OSError:
                continue
            folders = str(self.home) in line
            if (is_ours or folders) and word in line and int(folder.name) != self.process.pid:
                found.append(int(folder.name))
        return found


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
