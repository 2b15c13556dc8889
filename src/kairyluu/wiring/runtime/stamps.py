"""What has been done to this database already, so that a second start does not do it again.

The stamps lie in the database itself: a restored backup brings its own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

import psycopg

LOCK = 0x6B61_6972  # "kair": two servers on one database set it up one after the other


def fingerprint(files: Iterable[Path], *words: str) -> str:
    """Of the names and contents of the files, and of the words, e.g. versions."""
    digest = hashlib.sha256()
    for word in words:
        digest.update(word.encode() + b"\0")
    for file in sorted(files):
        digest.update(str(file).encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


class Stamps:
    """Holds one connection and an advisory lock from `__enter__` to `__exit__`."""

    def __init__(self, conninfo: str) -> None:
        self._conninfo = conninfo

    def __enter__(self) -> Stamps:
        self._connection = psycopg.connect(self._conninfo, autocommit=True, connect_timeout=10)
        self._connection.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        self._connection.execute("CREATE SCHEMA IF NOT EXISTS setup")
        self._connection.execute(
            "CREATE TABLE IF NOT EXISTS setup.stamp ("
            "step text PRIMARY KEY, fingerprint text NOT NULL, done_at timestamptz NOT NULL DEFAULT now())"
        )
        return self

    def __exit__(self, *error: object) -> None:
        self._connection.close()

    def has(self, step: str, mark: str) -> bool:
        found = self._connection.execute(
            "SELECT 1 FROM setup.stamp WHERE step = %s AND fingerprint = %s", [step, mark]
        )
        return found.fetchone() is not None

    def put(self, step: str, mark: str) -> None:
        self._connection.execute(
            "INSERT INTO setup.stamp (step, fingerprint) VALUES (%s, %s) "
            "ON CONFLICT (step) DO UPDATE SET fingerprint = excluded.fingerprint, done_at = now()",
            [step, mark],
        )
