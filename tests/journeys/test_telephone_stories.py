"""Stories of the trust telephone by pages: an organisation calls, a matter outside the powers, the akim is complained about, and
in the evening the journal is printed and read against the columns of the regulation (III.6)."""

from __future__ import annotations

import io
import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from pypdf import PdfReader

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.calls.models import Call, JournalEntry
from tests.cast import NOW, Member, Town
from tests.factories import calls
from tests.inspecting import InspectingClient, text_of

HOME = "/console/"
COLUMNS = {
    "ky": (
        "катар номуру",
        "кайрылуунун келип түшкөн убактысы жана датасы",
        "арыз ээсинин аты-жөнү, үй/почта даректери, телефон номуру",
        "кайрылуунун кыскача мазмуну",
        "кайрылууну кароонун жыйынтыгы боюнча белги",
    ),
    "ru": (
        "порядковый номер",
        "время и дата поступления обращения",
        "Ф. И. О. заявителя, домашний/почтовый адреса, номер телефона",
        "краткое содержание обращения",
        "отметка о результате рассмотрения обращения",
    ),
}
ORGANISATION = calls.STORY | {
    "who": "organisation",
    "legal_form": "ЖЧК",
    "organisation": "Алай-Сүт",
    "name": "Токтосунов Эркин",
    "home_address": "Гүлчө, Ленин көчөсү, 12",
    "postal_address": "Гүлчө, п/я 4",
    "text": "Сүт чогултуучу жайга жол жабык.",
}
HIDDEN = "Аким убадасын аткарган жок жана акча талап кылды."


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(hours=1))


def signed_in(member: Member) -> Client:
    client = InspectingClient()
    client.force_login(member.account)
    return client


def taken(operator: Client, story: dict[str, str], do: str) -> str:
    """One call from the first key to its outcome; what the operator reads afterwards."""
    sent = {"opening_key": uuid4(), "line": calls.LINE, "number": ""}
    url = operator.post(HOME + "open/", sent)["Location"]
    done = operator.post(url, story | {"seen_version": "1", "do": do}, follow=True)
    assert done.status_code == 200, text_of(done.content)
    return text_of(done.content)


def printed(member: Member, path: str) -> str:
    """The text of a PDF, line breaks and broken words put together."""
    content = signed_in(member).get(path).content
    pages = PdfReader(io.BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_an_organisation_calls_and_is_entered_with_form_name_and_both_addresses(town: Town) -> None:
    told = taken(signed_in(town.operator), ORGANISATION, "register")

    applicant = Appeal.objects.get().applicants.get()
    assert Appeal.objects.get().number in told
    assert (applicant.display_name, applicant.full_name) == ("ЖЧК «Алай-Сүт»", "Токтосунов Эркин")
    journal = text_of(signed_in(town.akim).get(HOME + "journal/").content)
    assert "ЖЧК «Алай-Сүт»; Токтосунов Эркин; Гүлчө, Ленин көчөсү, 12; Гүлчө, п/я 4" in journal
    case = text_of(signed_in(town.registrar).get(f"/desk/appeals/{Appeal.objects.get().pk}/").content)
    assert "Алай-Сүт" in case


def test_outside_the_powers_the_caller_hears_where_to_turn_and_how(town: Town) -> None:
    operator, searching = signed_in(town.operator), Client()  # what comes is a part of a page
    searching.force_login(town.operator.account)
    found = searching.get(HOME + "referral/?q=жөлөкпул").content.decode()
    offered = re.search(r'name="pick" data-told="([^"]+)" value="([^"]+)"', found)
    assert offered, found

    story = calls.STORY | {
        "told": offered[1],
        "told_body": offered[2],
        "text": "Балдарга жөлөкпул кантип алам?",
    }
    taken(operator, story, "explain")

    entry = JournalEntry.objects.get()
    assert not Appeal.objects.exists()
    assert entry.told == f"{town.ministry.name_ky}: {offered[1]}"
    assert offered[1][:40] in text_of(operator.get(HOME + "journal/").content)


def test_a_call_about_the_akim_goes_round_him(town: Town) -> None:
    operator = signed_in(town.operator)
    about = {"concern": "official", "about_official": town.akim.official.code if town.akim.official else ""}
    taken(operator, calls.STORY | about | {"text": HIDDEN}, "register")

    assert Appeal.objects.get().body == town.above
    assert HIDDEN in text_of(operator.get(HOME + "journal/?apart=1").content)
    akim = signed_in(town.akim)
    for where in ("/desk/", HOME + "journal/", HOME + "today/", "/desk/search/?q=убадасын", "/desk/control/"):
        page = akim.get(where, follow=True)
        assert HIDDEN not in text_of(page.content), where
    assert akim.get(HOME + "journal/?apart=1").status_code == 404
    assert akim.get(f"/desk/appeals/{Appeal.objects.get().pk}/").status_code == 404


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_the_evening_printing_has_the_columns_of_the_regulation(town: Town, language: str) -> None:
    operator = signed_in(town.operator)
    taken(operator, calls.STORY, "register")
    taken(operator, ORGANISATION, "register")
    taken(operator, calls.STORY | {"told_body": town.ministry.code, "told": "Өзү барат."}, "explain")
    taken(operator, {"why": "silent"}, "note")

    page = printed(town.operator, f"{HOME}journal/pages.pdf?from=1&to=1&year=2026&language={language}")

    places = [page.index(column) for column in COLUMNS[language]]
    assert places == sorted(places)
    rest = page[places[-1] :]
    for entry in JournalEntry.objects.order_by("serial"):
        row = f"{entry.serial} 11:00 10.03.2026 {entry.applicant}"
        assert row in rest, row
        rest = rest[rest.index(row) + len(row) :]
        assert entry.content[:30] in rest
        mark = entry.appeal.number if entry.appeal else town.ministry.name(language)[:12]
        assert mark in rest or "Өзү барат." in rest
    assert (JournalEntry.objects.count(), Call.objects.count()) == (3, 4), (
        "a silent call is counted, not entered"
    )
    sheet = printed(town.akim, f"{HOME}today/sheet.pdf?language={language}")
    assert "ЖЧК «Алай-Сүт»" in sheet
    assert "Сыналбаев Кадыр" in sheet
