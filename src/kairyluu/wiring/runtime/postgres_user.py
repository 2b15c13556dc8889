"""Under which system user PostgreSQL runs: it refuses root, so root lends it an account of its own."""

from __future__ import annotations

import os
import pwd
import stat
import subprocess
import sys
from pathlib import Path

SYSTEM_USER = "embedded_postgres"


class NoSystemUser(Exception):
    """Started as root, and the account for the database could not be made."""


def server_user() -> str | None:
    """The account to run as, made on first use; None when the caller is an ordinary user already."""
    if os.geteuid() != 0:
        return None
    if not _exists(SYSTEM_USER):
        command = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", SYSTEM_USER]
        try:
            made = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
        except FileNotFoundError:
            made = None
        if not _exists(SYSTEM_USER):  # another start may have made it at the same moment
            raise NoSystemUser(
                "PostgreSQL does not run as root and the account embedded_postgres could not be made"
                f"{': ' + made.stderr.strip() if made else ''}. Start as an ordinary user, or set DATABASE_URL."
            )
    return SYSTEM_USER


def _exists(name: str) -> bool:
    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True


def open_way(target: Path) -> None:
    """Let the server's account pass through the folders above `target`: passing, not reading.

    Needed when root keeps the project in a closed folder such as /root. Says what it changed.
    """
    for folder in reversed(target.parents):
        mode = folder.stat().st_mode
        if not mode & stat.S_IXOTH:
            folder.chmod(mode | stat.S_IXOTH)
            print(f"Opened {folder} for passing through (o+x): the database's account has to reach {target}.",
                  file=sys.stderr)  # fmt: skip


def hand_over(folder: Path, user: str) -> None:
    account = pwd.getpwnam(user)
    os.chown(folder, account.pw_uid, account.pw_gid)


def make_readable(tree: Path) -> None:
    """A virtual environment installed under a narrow umask is unreadable to the server's account."""
    for path in [tree, *tree.rglob("*")]:
        if path.is_symlink():
            continue
        mode = path.stat().st_mode
        wanted = mode | stat.S_IROTH
        if path.is_dir() or mode & stat.S_IXUSR:
            wanted |= stat.S_IXOTH
        if wanted != mode:
            path.chmod(wanted)
