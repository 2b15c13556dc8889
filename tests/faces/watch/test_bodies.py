"""Oversight: figures of the bodies below, and the way to their lists for who may read them."""

from __future__ import annotations

import pytest
from django.test import Client

from kairyluu.usecases.appeals.submit import Target
from tests.cast import NOW, Member, Town
from tests.factories import appeals


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def watching(member: Member) -> Client:
    client = Client()
    client.force_login(member.account)
    return client


def test_overseer_sees_figures_and_opens_the_lists_of_the_subtree(town: Town) -> None:
    appeals.received(town)
    appeals.registered(town)
    client = watching(town.overseer)

    page = client.get("/watch/")

    figures = {row.body.code: row for row in page.context["figures"].bodies}
    assert town.ministry.code not in figures
    assert (figures[town.body.code].n_received, figures[town.body.code].n_open) == (1, 2)
    opened = client.get(f"/desk/lists/all/?body={town.body.code}")
    assert len(opened.context["page"].rows) == 2


def test_portal_owner_sees_figures_of_all_and_content_of_none(town: Town) -> None:
    appeals.received(town)
    client = watching(town.portal_owner)

    page = client.get("/watch/")

    assert {row.body.code for row in page.context["figures"].bodies} >= {town.body.code, town.ministry.code}
    assert "/desk/lists" not in page.content.decode()
    assert client.get(f"/desk/lists/all/?body={town.body.code}").status_code == 404


def test_complaint_about_the_overseer_is_in_no_figure(town: Town) -> None:
    appeals.received(town, kind="complaint", targets=(Target(official=town.overseer.official.code),))

    page = watching(town.overseer).get("/watch/")

    assert page.context["figures"].n_open == 0


@pytest.mark.parametrize(
    "who", ["akim", "registrar", "executor", "body_admin", "operator_of_the_system", "citizen"]
)
def test_others_have_no_oversight(town: Town, who: str) -> None:
    assert watching(getattr(town, who)).get("/watch/").status_code == 404


def test_stranger_is_sent_to_the_door(town: Town) -> None:
    assert Client().get("/watch/").url.startswith("/account/login/")
