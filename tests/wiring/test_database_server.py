"""The server of the test run is the PostgreSQL the product runs on, whatever the machine's locale."""

from __future__ import annotations

import pytest
from django.db import connection

pytestmark = pytest.mark.django_db


def ask(statement: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return str(cursor.fetchone()[0])


def test_server_knows_kyrgyz_capitals() -> None:
    assert ask("SELECT lower('ӨҮҢ ЖОЛ')") == "өүң жол"
    assert ask("SELECT upper('өүң жол')") == "ӨҮҢ ЖОЛ"


def test_text_search_tells_quotes_from_letters() -> None:
    assert ask("SELECT to_tsvector('simple', '«Кайрылуу» – ӨҢҮМ')::text") == "'кайрылуу':1 'өңүм':2"


def test_application_is_no_superuser() -> None:
    assert ask("SELECT current_user, rolsuper FROM pg_roles WHERE rolname = current_user") == "kairyluu"
    assert ask("SELECT rolsuper::text FROM pg_roles WHERE rolname = current_user") == "false"


def test_server_is_postgresql_18() -> None:
    assert ask("SHOW server_version").startswith("18.")
