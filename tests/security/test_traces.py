"""What is left behind where others look: logs, caches, addresses."""

from __future__ import annotations

import logging

import pytest
from django.test import Client

from kairyluu.queries.lists.paging import Order, read_cursor
from kairyluu.wiring.settings.logs import WithoutQueryString
from tests.cast import Town

MOMENT = Order("received_at", is_moment=True)


@pytest.mark.parametrize(
    "address",
    [
        "/t/26-123-456-789/482913305127/",
        "/t/26-123-456-789/482913305127",
        "/account/password/reset/key/3-482913305127/",
        "/account/confirm-email/482913305127/",
        "/track/?secret=482913305127",
    ],
)
def test_a_broken_page_leaves_no_secret_in_the_log(address: str) -> None:
    record = logging.LogRecord(
        "django.request", 40, "", 0, "%s: %s", ("Internal Server Error", address), None
    )

    assert WithoutQueryString().filter(record)

    assert "482913305127" not in record.getMessage()
    assert address.split("/")[1] in record.getMessage()


@pytest.mark.parametrize("address", ["/submit/", "/account/email/", "/"])
def test_pages_of_who_is_signed_in_are_kept_by_no_shared_cache(town: Town, address: str) -> None:
    client = Client()
    client.force_login(town.executor.account)

    assert "private" in client.get(address, follow=True).headers.get("Cache-Control", "")


@pytest.mark.parametrize("moment", ["9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59"])
def test_a_place_at_the_end_of_time_is_no_place(moment: str) -> None:
    cursor = f"{moment}~00000000-0000-0000-0000-000000000000~0"

    assert read_cursor(cursor, "", MOMENT) is None
