"""Many operators at once: the journal has no gap and no number twice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from kairyluu.data.calls.models import JournalBook, JournalEntry
from kairyluu.rules.refusals import Refused
from tests.cast import Town, build_town
from tests.factories import calls

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def town(transactional_db: None) -> Town:
    return build_town()


def test_entries_made_at_once_are_numbered_without_gap(town: Town) -> None:
    def call(n: int) -> None:
        try:
            if n % 4 == 0:  # refused at the end: its number must not be lost
                with pytest.raises(Refused):
                    calls.explained(town, told="")
            else:
                calls.registered(town)
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(call, range(16)))

    serials = list(JournalEntry.objects.order_by("serial").values_list("serial", flat=True))
    assert serials == list(range(1, 13))
    assert JournalBook.objects.get().last_serial == 12
    pages = JournalEntry.objects.order_by("serial").values_list("page", flat=True)
    assert list(pages) == [1] * 6 + [2] * 6
