"""The real ClamAV daemon on a socket of its own, with one signature: the EICAR test string. Started once, by the tests
that ask for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

# The test string is put together here, so that no scanner takes this file away.
EICAR = ("X5O!P%@AP[4" + "\\" + "PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*").encode()
PATIENCE = 60  # seconds
CONFIG = """
Foreground yes
LocalSocket {home}/clamd.ctl
DatabaseDirectory {home}/db
PidFile {home}/clamd.pid
TemporaryDirectory {home}
SelfCheck 0
MaxThreads 2
StreamMaxLength 50M
"""


@pytest.fixture(scope="session")
def clamd() -> Iterator[str]:
    """The setting that leads to the daemon."""
    program = shutil.which("clamd", path=f"{os.environ['PATH']}:/usr/sbin")
    assert program, "clamd is not here: apt-get install clamav-daemon"
    home = Path(tempfile.mkdtemp(prefix="clamd-"))
    (home / "db").mkdir()
    (home / "db" / "own.ndb").write_text(f"Own.Test:0:*:{EICAR.hex()}\n")
    (home / "clamd.conf").write_text(CONFIG.format(home=home))
    home.chmod(0o755)
    with (home / "log").open("wb") as log:
        running = subprocess.Popen([program, "-c", str(home / "clamd.conf")], stdout=log, stderr=log)
        try:
            _wait(running, home)
            yield f"unix:{home}/clamd.ctl"
        finally:
            running.terminate()
            running.wait(20)
    shutil.rmtree(home)


def _wait(running: subprocess.Popen[bytes], home: Path) -> None:
    until = time.monotonic() + PATIENCE
    while not (home / "clamd.ctl").exists():
        is_late = running.poll() is not None or time.monotonic() > until
        assert not is_late, (home / "log").read_text()
        time.sleep(0.05)
