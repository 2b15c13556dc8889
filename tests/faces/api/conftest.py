"""A caller from outside: no cookies, and the clock of the cast."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kairyluu.data.reference.models import ContentPage
from kairyluu.faces.api import limits
from tests.cast import NOW
from tests.factories.callers import Program

VERSION = "7"


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    limits._reads.clear()
    yield
    limits._reads.clear()


@pytest.fixture
def program() -> Program:
    return Program()


@pytest.fixture
def instruction(db: None) -> str:
    """The version in force."""
    for language in ("ky", "ru", "en"):
        ContentPage.objects.create(
            slug="instruction",
            language=language,
            version=VERSION,
            effective_from=NOW.date(),
            title=f"Нускама {language}",
            text="Окуңуз.",
        )
    return VERSION
