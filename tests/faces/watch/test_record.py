"""The record of a head on the pages of the desk and of oversight."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.cast import NOW, Member, Town
from tests.factories import appeals
from tests.inspecting import inspect_page


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def browser(member: Member) -> Client:
    client = Client()
    client.force_login(member.account)
    return client


@pytest.mark.parametrize(
    ("who", "may"), [("akim", True), ("deputy", True), ("registrar", False), ("executor", False)]
)
def test_the_head_and_the_deputies_read_it_at_the_desk(town: Town, who: str, may: bool) -> None:
    appeals.registered(town)
    client = browser(getattr(town, who))

    page = client.get("/desk/head-record/")

    assert page.status_code == (200 if may else 404)
    assert client.get("/desk/head-record/sheet.pdf").status_code == page.status_code
    assert ("/desk/head-record/" in client.get("/desk/lists/all/").content.decode()) == may
    if may:
        inspect_page(page.content.decode())


def test_from_above_one_goes_from_the_bodies_to_a_record_and_to_its_appeals(town: Town) -> None:
    appeal = appeals.registered(town)
    client = browser(town.overseer)
    address = f"/watch/bodies/{town.body.code}/record/"

    assert address in client.get("/watch/").content.decode()
    page = client.get(address, {"period": "2026-q1", "figure": "received"}).content.decode()

    inspect_page(page)
    assert town.akim.official.full_name in page
    assert f"/desk/appeals/{appeal.pk}/" in page
    assert client.get(f"/watch/bodies/{town.body.code}/record.pdf").content.startswith(b"%PDF-")


@pytest.mark.parametrize("who", ["portal_owner", "akim", "citizen"])
def test_for_others_the_record_is_not_there(town: Town, who: str) -> None:
    assert browser(getattr(town, who)).get(f"/watch/bodies/{town.body.code}/record/").status_code == 404


def test_a_body_outside_the_subtree_is_not_there(town: Town) -> None:
    assert browser(town.overseer).get(f"/watch/bodies/{town.ministry.code}/record/").status_code == 404


def test_what_is_no_period_is_said(town: Town) -> None:
    page = browser(town.akim).get("/desk/head-record/", {"from": "кечээ"}).content.decode()

    assert 'class="note warn"' in page
