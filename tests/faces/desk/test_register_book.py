"""The register book on the screen and printed."""

from __future__ import annotations

import pytest

from kairyluu.data.journal.models import Look
from kairyluu.usecases.appeals.submit import Target
from tests.cast import NOW, Town
from tests.faces.desk.entering import at_desk
from tests.factories import appeals

URL = "/desk/register-book/"
PDF = "/desk/register-book/sheet.pdf"


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def test_page_shows_what_was_registered_and_records_the_look(town: Town) -> None:
    appeal = appeals.registered(town)
    appeals.received(town, subject="Катталбаган кат")

    html = at_desk(town.registrar).get(URL).content.decode()

    assert appeal.number in html
    assert "Үлгүбаева Айгүл" in html
    assert "Катталбаган кат" not in html
    assert Look.objects.get(what="register").body_code == town.body.code


def test_printed_sheet_is_a_pdf(town: Town) -> None:
    appeals.registered(town)

    sheet = at_desk(town.controller).get(PDF, {"from": "01.03.2026", "to": "31.03.2026"})

    assert sheet["Content-Type"] == "application/pdf"
    assert sheet.content.startswith(b"%PDF-")
    assert Look.objects.filter(what="register").count() == 1


@pytest.mark.parametrize(
    "who", ["executor", "foreign_registrar", "overseer", "execution_controller", "portal_owner"]
)
@pytest.mark.parametrize("url", [URL, PDF])
def test_others_have_no_register_book_of_this_body(town: Town, who: str, url: str) -> None:
    appeal = appeals.registered(town)

    page = at_desk(getattr(town, who)).get(url, {"body": town.body.code})

    assert page.status_code == 404
    assert appeal.number not in page.content.decode()


def test_complaint_about_the_reader_is_left_out(town: Town) -> None:
    about = (Target(official=town.controller.official.code),)
    hidden = appeals.registered(town, kind="complaint", targets=about)
    shown = appeals.registered(town)

    html = at_desk(town.controller).get(URL).content.decode()

    assert shown.number in html
    assert hidden.number not in html
    assert hidden.number in at_desk(town.registrar).get(URL).content.decode()


@pytest.mark.parametrize(
    "period", [("x", "y"), ("31.12.2025", "01.01.2026"), ("99.99.9999", ""), ("\x00", "0001-01-01")]
)
def test_no_period_breaks_the_page(town: Town, period: tuple[str, str]) -> None:
    page = at_desk(town.registrar).get(URL, {"from": period[0], "to": period[1], "after": "9" * 40})

    assert page.status_code == 200
