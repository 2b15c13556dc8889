"""Demo mode: believable sample people, one password, plain HTTP on this machine only."""

from __future__ import annotations

import contextlib
import os
import secrets
import tempfile
from pathlib import Path

from kairyluu.wiring.settings.paths import switched_on

DEMO = switched_on("KAIRYLUU_DEMO")
DEMO_HOSTS = ["localhost", "127.0.0.1", "[::1]", ".localhost"]


def demo_secret(file: Path) -> str:
    """The instance's own secret: sessions survive a restart, no two demos share a key."""
    return kept_in(file, secrets.token_urlsafe(48))


def kept_in(file: Path, new: str) -> str:
    """What the file says; the first time it is made with `new` in it."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=file.parent)  # readable by its owner only
        with os.fdopen(handle, "w") as made:
            made.write(new)
        with contextlib.suppress(FileExistsError):  # two processes may start at once: the first link wins
            os.link(beside, file)
        os.unlink(beside)
    return file.read_text()
