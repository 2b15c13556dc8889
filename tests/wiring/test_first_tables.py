"""The tables of an empty database in one go: what is written down is what the migrations make."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection

from kairyluu.wiring import first_tables


def test_it_is_left_alone_where_a_migration_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "tables.sql"
    line = f"{first_tables.MADE_OF}{next(first_tables.listed())}"
    other.write_text(first_tables.FILE.read_text(encoding="utf-8").replace(line, line[:-1] + "x", 1))
    assert first_tables.is_of_this_program()

    monkeypatch.setattr(first_tables, "FILE", other)

    assert not first_tables.is_of_this_program()


@pytest.mark.django_db
def test_a_database_with_tables_is_left_alone() -> None:
    assert "django_migrations" in connection.introspection.table_names()

    assert first_tables.lay() is False


def test_it_is_of_todays_migrations() -> None:
    """Only of our own and of those libraries whose migrations came with the locked packages."""
    missing = sorted(set(first_tables.migrations()) - set(first_tables.listed()))

    assert not missing, f"run scripts/write_first_tables.py; not in the file: {missing[:3]}"
