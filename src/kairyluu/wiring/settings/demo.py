"""Demo mode: believable sample people, one password, plain HTTP on this machine only."""

from __future__ import annotations

import secrets
from pathlib import Path

from kairyluu.wiring.settings.paths import switched_on

DEMO = switched_on("KAIRYLUU_DEMO")
DEMO_HOSTS = ["localhost", "127.0.0.1", "[::1]", ".localhost"]


def demo_secret(file: Path) -> str:
    """The instance's own secret, made once: sessions survive a restart, no two demos share a key."""
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("x", opener=_private) as made:
            made.write(secrets.token_urlsafe(48))
    except FileExistsError:
        pass
    return file.read_text().strip()


def _private(path: str, flags: int) -> int:
    import os

    return os.open(path, flags, 0o600)
