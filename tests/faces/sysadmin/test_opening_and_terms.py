"""Opening a body to the public, and terms that have been applied."""

from __future__ import annotations

import pytest
from django.test import Client

from kairyluu.data.agencies.models import Body, Tenure
from kairyluu.data.journal.models import Entry
from kairyluu.data.reference.models import Term
from tests.cast import NOW, Town
from tests.faces.sysadmin.test_pages import change, signed_in
from tests.factories.appeals import registered


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.fixture
def operator(town: Town) -> Client:
    return signed_in(town.operator_of_the_system)


def closed(body: Body) -> str:
    """Closes the body; the address of its opening page."""
    Body.objects.filter(pk=body.pk).update(is_open=False)
    return f"/sysadmin/agencies/body/{body.pk}/opening/"


def test_a_ready_body_is_opened_and_closed_by_a_button(town: Town, operator: Client) -> None:
    address = closed(town.body)

    assert "min-labour" not in operator.get(address).content.decode()
    operator.post(address)
    assert Body.objects.get(pk=town.body.pk).is_open
    operator.post(address, {"reason": "Реформа"})

    assert not Body.objects.get(pk=town.body.pk).is_open
    assert [entry.act for entry in Entry.objects.all()] == ["open_body", "close_body"]


def test_what_is_missing_is_named_and_stops_the_opening(town: Town, operator: Client) -> None:
    address = closed(town.body)
    Tenure.objects.filter(official=town.deputy.official).delete()

    page = operator.get(address)
    operator.post(address)

    assert len(page.context["lacks"]) == 1
    assert page.context["lacks"][0] in page.content.decode()
    assert not Body.objects.get(pk=town.body.pk).is_open


def test_the_form_of_a_body_does_not_open_it(town: Town, operator: Client) -> None:
    closed(town.ministry)
    body = Body.objects.get(pk=town.ministry.pk)

    assert change(operator, body, is_open="on", website="https://example.org") == ""

    body.refresh_from_db()
    assert body.website == "https://example.org"
    assert not body.is_open


def test_an_unknown_body_has_no_opening_page(town: Town, operator: Client) -> None:
    assert operator.get("/sysadmin/agencies/body/999999/opening/").status_code == 404


def test_an_applied_term_may_only_end(town: Town, operator: Client) -> None:
    appeal = registered(town)
    term = Term.objects.get(code="consideration-14wd")

    assert change(operator, term, amount="30", effective_to="2026-12-31", _confirmed="1") == ""

    term.refresh_from_db()
    assert term.amount == 14
    assert str(term.effective_to) == "2026-12-31"
    page = operator.get(f"/sysadmin/reference/term/{term.pk}/change/").content.decode()
    assert str(appeal.registered_on) in page


def test_an_applied_term_cannot_end_before_its_last_appeal(town: Town, operator: Client) -> None:
    registered(town)
    term = Term.objects.get(code="consideration-14wd")

    page = change(operator, term, effective_to="2026-03-09", _confirmed="1")

    assert "2026-03-10" in page
    term.refresh_from_db()
    assert term.effective_to is None


def test_a_term_that_was_never_applied_can_be_changed(town: Town, operator: Client) -> None:
    registered(town)
    term = Term.objects.get(code="consideration-10wd")

    assert change(operator, term, amount="9", effective_from="2027-01-01", _confirmed="1") == ""

    term.refresh_from_db()
    assert (term.amount, str(term.effective_from)) == (9, "2027-01-01")
    assert {"amount", "effective_from"} <= set(term.edited_fields)


def test_a_body_by_agreement_can_be_opened_once_the_agreement_is_made(town: Town, operator: Client) -> None:
    address = f"/sysadmin/agencies/body/{town.unconnected.pk}/opening/"
    before = operator.get(address).context["lacks"]

    assert change(operator, town.unconnected, participation="agreed", register_index="ЛН") == ""

    after = operator.get(address).context["lacks"]
    assert len(before) - len(after) == 2
    assert change(operator, town.unconnected, participation="whatever")
