"""Emptying the database after a test that commits: only what has rows, many times quicker than Django's way, and
with the queue of tasks (its tables are not Django's, who would leave them). What migrations put in stays. The
append-only journal must let itself be emptied here, and only here."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

GUARDED = (
    *("journal_entry", "journal_look", "journal_takenproof", "calls_journalentry"),
    *(f"alarms_alarm{name}" for name in ("", "notice", "mark", "answer")),
    *(f"referrals_referral{name}" for name in ("", "mark")),
    "analyses_analysis",
    "appeals_legacyrow",
)

STAYING = ("django_migrations", "django_content_type", "auth_permission", "django_site", "reference_edition")


@pytest.fixture(scope="session", autouse=True)
def _emptying_tables() -> Iterator[None]:
    from django.test import TransactionTestCase

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda self: empty_tables())
        yield


def empty_tables() -> None:
    """Until nothing is left: what a trigger counts when rows go is a row as well."""
    for _ in range(3):
        if not (filled := filled_tables()):
            return
        _empty(filled)
    raise AssertionError(f"these tables fill themselves while they are emptied: {sorted(filled_tables())}")


def _empty(filled: set[str]) -> None:
    """In one transaction, so that links need no order. A guarded table lets no row go, but all at once."""
    from django.db import connection, transaction

    guarded = filled.intersection(GUARDED)
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        if guarded:
            steps = (*_guards("DISABLE"), f"TRUNCATE {', '.join(guarded)} CASCADE", *_guards("ENABLE"))
            cursor.execute("; ".join(steps))
        if free := filled - guarded:
            cursor.execute("; ".join(f'DELETE FROM "{name}"' for name in free))


def filled_tables() -> set[str]:
    """Names of tables with rows, without those that stay as they are."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        names = {name for (name,) in cursor.fetchall()} - set(STAYING)
        cursor.execute(" UNION ALL ".join(f"SELECT '{n}' WHERE EXISTS (SELECT FROM \"{n}\")" for n in names))
        return {name for (name,) in cursor.fetchall()}


def _guards(what: str) -> list[str]:
    return [f"ALTER TABLE {table} {what} TRIGGER append_only_table" for table in GUARDED]
