"""Writes wiring/first_tables/tables.sql: migrates an empty database of an embedded server step by step and prints what is there."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT / "src"))
os.environ["DJANGO_SETTINGS_MODULE"] = "kairyluu.wiring.settings.test"
os.environ.pop("DATABASE_URL", None)

from kairyluu.wiring.runtime.postgres import PASSING, PROGRAMS, Cluster  # noqa: E402

# What every start gives anew, and what is written down apart.
NOT_ROWS = ("django_content_type", "auth_permission", "django_migrations")
SAID_BY_THE_SESSION = ("SET ", "SELECT pg_catalog.set_config", "\\", "--")
UNTOUCHED = "', 1, false);"  # a sequence that gave no number yet
HEAD = "-- Written by scripts/write_first_tables.py from these migrations:\n"
SESSION = "SET LOCAL check_function_bodies = false;\nSET LOCAL search_path = '';\nSET LOCAL client_min_messages = warning;\n"


def write() -> None:
    with tempfile.TemporaryDirectory(prefix="kairyluu-tables-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        home.chmod(0o711)
        os.environ["KAIRYLUU_TEST_SERVER"] = folder
        cluster = Cluster(home / "data", home / "socket", home / "server.log", settings=PASSING)
        cluster.start()
        try:
            _migrate()
            _put_down(home / "socket")
        finally:
            cluster.stop()


def _migrate() -> None:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", interactive=False, verbosity=0)


def _put_down(sockets: Path) -> None:
    from django.db import connection

    from kairyluu.wiring import first_tables

    name = connection.settings_dict["NAME"]
    tables = _dumped(sockets, name, "--schema-only")
    rows = _dumped(
        sockets, name, "--data-only", "--inserts", *(f"--exclude-table-data={t}" for t in NOT_ROWS)
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT app, name FROM django_migrations ORDER BY id")
        done = cursor.fetchall()
    made_of = "".join(f"{first_tables.MADE_OF}{line}\n" for line in first_tables.migrations())
    values = ",\n".join(f"('{app}', '{name}', now())" for app, name in done)
    noted = f"INSERT INTO public.django_migrations (app, name, applied) VALUES\n{values};\n"
    text = f"{HEAD}{made_of}{first_tables.BEHIND}\n{SESSION}{tables}\n{rows}\n{noted}"
    first_tables.FILE.write_text(text, encoding="utf-8")


def _dumped(sockets: Path, name: str, *how: str) -> str:
    command = [str(PROGRAMS / "pg_dump"), "--no-owner", "--no-privileges", *how]
    where = ["--host", str(sockets), "--username", "kairyluu", name]
    said = subprocess.run([*command, *where], check=True, capture_output=True, text=True).stdout  # noqa: S603
    return _plain(said)


def _plain(dump: str) -> str:
    """Without what a client says of its session, without comments and empty lines; the words of functions stay."""
    kept: list[str] = []
    in_words = False
    for line in dump.splitlines():
        if not in_words and _is_idle(line):
            continue
        if line.count("$$") % 2 or line.count("$_$") % 2:
            in_words = not in_words
        kept.append(line)
    return "\n".join(kept)


def _is_idle(line: str) -> bool:
    if line.startswith("SELECT pg_catalog.setval("):
        return line.endswith(UNTOUCHED) or any(f".{table}_" in line for table in NOT_ROWS)
    return not line.strip() or line.startswith(SAID_BY_THE_SESSION)


if __name__ == "__main__":
    write()
