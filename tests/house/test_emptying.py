"""What one test commits the next one must not find: neither rows of ours nor tasks of the queue."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import connection

from tests.cast import build_town
from tests.factories import alarms

# Put in by migrations, or asked for by Django itself; the same before and after every test.
STAYING = {"django_migrations", "django_content_type", "auth_permission", "django_site", "reference_edition"}


def _filled() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        names = [name for (name,) in cursor.fetchall()]
        cursor.execute(" UNION ALL ".join(f"SELECT '{n}' WHERE EXISTS (SELECT FROM \"{n}\")" for n in names))
        return {name for (name,) in cursor.fetchall()} - STAYING


@pytest.mark.django_db(transaction=True)
def test_emptying_leaves_nothing_of_what_was_committed() -> None:
    town = build_town()
    alarms.give_phones(town)
    alarms.raised(town)
    assert {"alarms_alarm", "procrastinate_jobs", "procrastinate_events"} <= _filled()

    call_command("flush", verbosity=0, interactive=False)

    assert _filled() == set()
