from __future__ import annotations

from collections.abc import Iterator

import pytest

from kairyluu.reports import keeping


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    """Figures counted by one test are not shown to the next."""
    keeping.forget()
    yield
    keeping.forget()
