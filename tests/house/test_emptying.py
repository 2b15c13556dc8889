"""What one test commits the next one must not find: neither rows of ours nor tasks of the queue."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission
from django.db import DatabaseError, connection

from kairyluu.data.journal.models import Entry
from kairyluu.data.reference.models import Edition
from tests.cast import build_town
from tests.emptying import empty_tables, filled_tables
from tests.factories import alarms


@pytest.mark.django_db(transaction=True)
def test_emptying_leaves_nothing_of_what_was_committed() -> None:
    n_permissions = Permission.objects.count()
    town = build_town()
    alarms.give_phones(town)
    alarms.raised(town)
    assert {"alarms_alarm", "procrastinate_jobs", "procrastinate_events", "journal_entry"} <= filled_tables()

    empty_tables()

    assert filled_tables() == set()
    assert (Permission.objects.count(), Edition.objects.count()) == (n_permissions, 1)


@pytest.mark.django_db(transaction=True)
def test_the_journal_is_guarded_again_when_all_is_empty() -> None:
    alarms.raised(build_town())
    empty_tables()

    for table in (Entry._meta.db_table, "alarms_alarm"):
        with pytest.raises(DatabaseError, match="append-only"), connection.cursor() as cursor:
            cursor.execute(f"TRUNCATE {table} CASCADE")
