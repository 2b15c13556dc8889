"""A real Dovecot on loopback with two mailboxes, started once by the tests that ask for it; as root it gives its rights away
to `nobody`."""

from __future__ import annotations

import grp
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from imaplib import IMAP4
from pathlib import Path

import pytest

PATIENCE = 60  # seconds
SECRET = "сыр сөз 1"
CONFIG = """
protocols = imap
base_dir = {home}/run
state_dir = {home}/state
log_path = {home}/log
ssl = no
disable_plaintext_auth = no
listen = 127.0.0.1
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
mail_location = maildir:{home}/mail/%u
mail_home = {home}/mail/%u
first_valid_uid = 1
first_valid_gid = 1
auth_mechanisms = plain login
import_environment =
passdb {{
  driver = passwd-file
  args = scheme=PLAIN {home}/users
}}
userdb {{
  driver = static
  args = uid={user} gid={group} allow_all_users=yes
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
"""


@dataclass(frozen=True)
class ImapServer:
    port: int

    def connected(self, user: str) -> IMAP4:
        box = IMAP4("127.0.0.1", self.port, timeout=PATIENCE)
        box._encoding = "utf-8"  # type: ignore[attr-defined]
        box.login(user, SECRET)
        return box

    def deliver(self, user: str, letter: bytes) -> None:
        with self.connected(user) as box:
            said, _ = box.append("INBOX", "", None, letter)  # type: ignore[arg-type]
            assert said == "OK"

    def count(self, user: str, folder: str = "INBOX", what: str = "ALL") -> int:
        with self.connected(user) as box:
            if box.select(folder, readonly=True)[0] != "OK":
                return 0
            return len(box.search(None, what)[1][0].split())

    def empty(self, user: str) -> None:
        with self.connected(user) as box:
            for folder in ("INBOX", "Kairyluu"):
                if box.select(folder)[0] == "OK" and box.search(None, "ALL")[1][0]:
                    box.store("1:*", "+FLAGS", "\\Deleted")
                    box.expunge()


@pytest.fixture(scope="session")
def imap_server() -> Iterator[ImapServer]:
    program = shutil.which("dovecot", path=f"{os.environ['PATH']}:/usr/sbin:/sbin")
    assert program, "dovecot is not here: apt-get install dovecot-imapd"
    home = Path(tempfile.mkdtemp(prefix="dovecot-"))
    home.chmod(0o755)
    who = pwd.getpwnam("nobody") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
    (home / "mail").mkdir()
    os.chown(home / "mail", who.pw_uid, who.pw_gid)
    (home / "users").write_text("".join(f"{name}:{{PLAIN}}{SECRET}\n" for name in ("alai", "other")))
    group = _group(who.pw_gid)
    port = _free_port()
    (home / "dovecot.conf").write_text(CONFIG.format(home=home, user=who.pw_name, group=group, port=port))
    running = subprocess.Popen([program, "-F", "-c", str(home / "dovecot.conf")], stderr=subprocess.DEVNULL)
    try:
        _wait(running, port, home)
        yield ImapServer(port)
    finally:
        running.terminate()
        running.wait(20)
    shutil.rmtree(home, ignore_errors=True)


def _group(gid: int) -> str:
    return grp.getgrgid(gid).gr_name


def _free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as tried:
        return int(tried.getsockname()[1])


def _wait(running: subprocess.Popen[bytes], port: int, home: Path) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            is_late = running.poll() is not None or time.monotonic() > until
            assert not is_late, (home / "log").read_text() if (home / "log").exists() else "no log"
            time.sleep(0.05)
