"""Check the connections and the configuration; one sentence each, exit code 1 if something is missing."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Finding:
    """One sentence; `ok` False makes the command end with 1."""

    ok: bool
    sentence: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--quiet", action="store_true", help="print only what is wrong")


def run(args: argparse.Namespace) -> int:
    wrong = 0
    for check in CHECKS:
        for finding in check():
            wrong += not finding.ok
            if not (finding.ok and args.quiet):
                print(f"{'ok   ' if finding.ok else 'WRONG'} {finding.sentence}")
    return 1 if wrong else 0


def database_answers() -> Iterator[Finding]:
    from django.db import DatabaseError, connection

    try:
        with connection.cursor() as cursor:
            cursor.execute("SHOW server_version")
            version = cursor.fetchone()[0]
    except DatabaseError as error:
        reason = str(error).strip().split("\n", 1)[0]
        yield Finding(False, f"The database does not answer: {reason}. See DATABASE_URL.")
        return
    major = int(version.split(".")[0])
    yield Finding(major >= 14, f"The database answers: PostgreSQL {version}.")


def tables_are_present() -> Iterator[Finding]:
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
        missing = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except DatabaseError:
        return  # said by the first check
    if missing:
        yield Finding(False, f"{missing} changes of the tables are not applied: run “kairyluu migrate”.")
    else:
        yield Finding(True, "The tables are those of this program.")


def secret_is_own() -> Iterator[Finding]:
    from django.conf import settings

    if settings.DEMO:
        yield Finding(True, "Demo mode: the secret was made for this instance. Not for real appeals.")
    else:
        yield Finding(len(settings.SECRET_KEY) >= 32, "KAIRYLUU_SECRET_KEY is set.")


def folders_are_writable() -> Iterator[Finding]:
    from django.conf import settings

    for folder in (Path(settings.MEDIA_ROOT), Path(settings.STATIC_ROOT)):
        nearest = next(path for path in [folder, *folder.parents] if path.exists())
        if os.access(nearest, os.W_OK | os.X_OK):
            yield Finding(True, f"{folder} can be written to.")
        else:
            yield Finding(False, f"{folder} cannot be written to: give it to this user or set KAIRYLUU_HOME.")


def files_can_be_kept() -> Iterator[Finding]:
    from kairyluu.usecases.files.reach import scanner_lacks, store_lacks

    lacks, scanner = store_lacks(), scanner_lacks()
    yield Finding(
        not lacks, f"The store of files does not answer: {lacks}." if lacks else "Files can be stored."
    )
    if scanner is None:
        yield Finding(True, "No virus scanner is set (KAIRYLUU_CLAMD): files are not scanned.")
    else:
        told = f"The virus scanner does not answer: {scanner}. Files wait for it."
        yield Finding(not scanner, told if scanner else "The virus scanner answers.")


def mailboxes_answer() -> Iterator[Finding]:
    from django.db import DatabaseError

    from kairyluu.queries.letters.reading import list_failing

    try:
        failing = list_failing()
    except DatabaseError:
        return  # said by the check of the tables
    for box in failing:
        since = f"{box.failing_since:%Y-%m-%d %H:%M}"
        yield Finding(False, f"The mailbox {box.email} cannot be read since {since}: {box.last_error}.")


def bodies_are_ready() -> Iterator[Finding]:
    from kairyluu.faces.commands import _configuration

    for ok, sentence in _configuration.bodies():
        yield Finding(ok, sentence)


# Other modules of this face add theirs here, in the order in which an operator should read them.
CHECKS: list[Callable[[], Iterator[Finding]]] = [
    database_answers,
    tables_are_present,
    secret_is_own,
    folders_are_writable,
    files_can_be_kept,
    mailboxes_answer,
    bodies_are_ready,
]
