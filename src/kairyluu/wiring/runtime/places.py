"""Where one instance keeps what it writes.

`KAIRYLUU_HOME` says where `var/` lies (default: the project root), so two instances with different
homes never meet. Read at import of the settings and by the supervisor, which knows no Django.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[4]
SOCKET_FILE = ".s.PGSQL.5432"
LONGEST_SOCKET_PATH = 100  # the system's limit is 107 bytes; a few stay free for the lock file beside it


@dataclass(frozen=True)
class Places:
    """Every folder and file of one instance."""

    var: Path

    @property
    def postgres(self) -> Path:
        return self.var / "postgres"

    @property
    def uploads(self) -> Path:
        return self.var / "files"

    @property
    def static(self) -> Path:
        return self.var / "static"

    @property
    def static_mark(self) -> Path:
        return self.var / "static.collected"

    @property
    def logs(self) -> Path:
        return self.var / "log"

    @property
    def mail(self) -> Path:
        return self.var / "mail"

    @property
    def demo_secret(self) -> Path:
        return self.var / "demo-secret"

    @property
    def seal_keys(self) -> Path:
        return self.var / "seal-keys"

    @property
    def sockets(self) -> Path:
        """The folder of the database socket: inside `var/` unless that path is too long for a socket."""
        inside = self.var / "socket"
        if len(os.fsencode(inside / SOCKET_FILE)) <= LONGEST_SOCKET_PATH:
            return inside
        digest = hashlib.sha256(os.fsencode(self.var)).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"kairyluu-{os.getuid()}-{digest}"


def places() -> Places:
    home = os.environ.get("KAIRYLUU_HOME") or str(PROJECT)
    return Places(Path(home).expanduser().resolve() / "var")
