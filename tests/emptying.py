"""Emptying the database after a test that commits: the append-only journal must let itself be emptied here, and
only here, the queue of tasks goes too (its tables are not Django's, who would leave them), and the one row that
migrations put in must come back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

GUARDED = (
    *("journal_entry", "journal_look", "journal_takenproof", "calls_journalentry"),
    *(f"alarms_alarm{name}" for name in ("", "notice", "mark", "answer")),
    *(f"referrals_referral{name}" for name in ("", "mark")),
)

QUEUE = (
    "procrastinate_jobs",
    "procrastinate_events",
    "procrastinate_periodic_defers",
    "procrastinate_workers",
)


@pytest.fixture(scope="session", autouse=True)
def _emptying_tables() -> Iterator[None]:
    from django.db import transaction
    from django.db.backends.postgresql.operations import DatabaseOperations

    def execute_sql_flush(self: DatabaseOperations, sql_list: Iterable[str]) -> None:
        database = self.connection.alias
        with transaction.atomic(using=database, savepoint=False), self.connection.cursor() as cursor:
            for sql in (*_guards("DISABLE"), *sql_list, *_guards("ENABLE")):
                cursor.execute(sql)
            cursor.execute(f"TRUNCATE {', '.join(QUEUE)}")
            cursor.execute("INSERT INTO reference_edition (id, number) VALUES (1, 1) ON CONFLICT DO NOTHING")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DatabaseOperations, "execute_sql_flush", execute_sql_flush)
        yield


def _guards(what: str) -> list[str]:
    return [f"ALTER TABLE {table} {what} TRIGGER append_only_table" for table in GUARDED]
