"""The product refuses to start on what only the operator can give, and says how to make it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from kairyluu.wiring.settings.database import parse_database_url

SECRET = "a-secret-of-the-tests-with-enough-letters"


def start_settings(home: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", "from kairyluu.wiring.settings import run; print(run.SECRET_KEY)"],
        env=kept | {"KAIRYLUU_HOME": str(home)} | variables,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        ({}, "KAIRYLUU_SECRET_KEY is not set. Make one with: python3 -c"),
        ({"KAIRYLUU_SECRET_KEY": "short"}, "KAIRYLUU_SECRET_KEY has 5 characters and needs at least 32."),
        ({"KAIRYLUU_SECRET_KEY": SECRET}, "KAIRYLUU_HOSTS is not set. Name the addresses of the site"),
        (
            {"KAIRYLUU_DEMO": "1", "DATABASE_URL": "mysql://host/name"},
            "DATABASE_URL must begin with postgresql://",
        ),
    ],
)
def test_missing_setting_is_refused_with_a_sentence(
    tmp_path: Path, variables: dict[str, str], sentence: str
) -> None:
    refused = start_settings(tmp_path, **variables)

    assert refused.returncode == 1
    assert sentence in refused.stderr


def test_complete_settings_start_without_writing_anything(tmp_path: Path) -> None:
    started = start_settings(tmp_path, KAIRYLUU_SECRET_KEY=SECRET, KAIRYLUU_HOSTS="kairyluu.example")

    assert started.stdout.strip() == SECRET
    assert list(tmp_path.iterdir()) == []


def test_demo_makes_its_secret_once_and_for_its_owner_only(tmp_path: Path) -> None:
    first = start_settings(tmp_path, KAIRYLUU_DEMO="1").stdout
    second = start_settings(tmp_path, KAIRYLUU_DEMO="1").stdout

    assert len(first.strip()) >= 32
    assert first == second
    assert (tmp_path / "var" / "demo-secret").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("postgres://u:p@db.example:5433/town", ("u", "p", "db.example", "5433", "town")),
        ("postgresql://u@db.example/town", ("u", "", "db.example", "", "town")),
        ("postgresql://u:p%40%2F@h/t%20n", ("u", "p@/", "h", "", "t n")),
        ("postgresql://u:p@[::1]:5432/town", ("u", "p", "::1", "5432", "town")),
        ("postgresql:///town?host=/run/postgresql", ("", "", "/run/postgresql", "", "town")),
        ("postgresql://u@/town?host=/tmp/a%20b&port=5444", ("u", "", "/tmp/a b", "5444", "town")),
        ("postgresql://u@%2Ftmp%2FPg/town", ("u", "", "/tmp/Pg", "", "town")),
        ("postgresql:///town?user=u&password=p", ("u", "p", "", "", "town")),
    ],
)
def test_database_url_is_read(url: str, expected: tuple[str, ...]) -> None:
    found = parse_database_url(url)

    assert tuple(found[key] for key in ("USER", "PASSWORD", "HOST", "PORT", "NAME")) == expected


def test_other_options_of_database_url_reach_the_driver() -> None:
    found = parse_database_url("postgresql://u@h/town?sslmode=require&host=db")

    assert found["HOST"] == "db"
    assert found["OPTIONS"] == {"sslmode": "require"}


@pytest.mark.parametrize("url", ["sqlite:///x", "postgresql://u@h", "postgresql://u@h:port/x", "nonsense"])
def test_wrong_database_url_is_refused(url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL"):
        parse_database_url(url)
