"""The term calculator as a citizen meets it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kairyluu.data.agencies.models import Body
from kairyluu.data.reference.models import CalendarDay, Setting
from tests.cast import Town
from tests.inspecting import InspectingClient, text_of

CASES = Path(__file__).parents[3] / "data" / "deadline_cases.csv"


@pytest.fixture
def client() -> InspectingClient:
    return InspectingClient()


def asked(client: InspectingClient, query: str, status: int = 200) -> str:
    page = client.get(f"/term/?{query}")
    assert page.status_code == status
    return text_of(page.content)


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_the_page_opens_and_answers_in_every_language(
    client: InspectingClient, town: Town, language: str
) -> None:
    client.cookies["til"] = language

    assert client.get("/term/").status_code == 200
    shown = asked(client, "received=2026-03-10&at=10:00&registered=2026-03-10")

    words = {
        "ky": ("31-март", "Кароо мөөнөтү (14 жумуш күн)", "№ 67 мыйзам"),
        "ru": ("31 марта", "Срок рассмотрения (14 рабочих дней)", "Закон от 4 мая 2007 года № 67"),
        "en": ("31 March", "Consideration term (14 working days)", "Law of 4 May 2007 No. 67"),
    }[language]
    assert all(word in shown for word in words)


def test_each_skipped_day_has_its_reason(client: InspectingClient, town: Town) -> None:
    client.cookies["til"] = "en"

    shown = asked(client, "received=2026-03-10&registered=2026-03-10")

    assert "20 March 2026" in shown
    assert "Orozo Ait" in shown
    assert "day off" in shown


def lawful() -> list[dict[str, str]]:
    """The worked examples that the law in force decides with the calendar as it is known now."""
    with CASES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    years = ("2025", "2026")
    return [row for row in rows if not row["as_of"] and row["received_at"][:4] in years][:12]


@pytest.mark.parametrize("case", lawful(), ids=lambda case: case["id"])
def test_a_worked_example_is_answered_as_by_the_command(
    client: InspectingClient, town: Town, case: dict[str, str]
) -> None:
    page = client.get(
        "/term/",
        {
            "received": case["received_at"][:10],
            "at": case["received_at"][11:16],
            "registered": case["registered_on"],
            "term": case["regime"],
        },
    )

    counted = page.context["counted"]
    assert str(counted.registration.due_on) == case["registration_due"]
    assert str(counted.consideration.due_on) == case["consideration_due"]
    assert counted.is_law == (case["regime"] == "consideration-14wd")


def test_a_term_that_is_not_law_is_shown_as_a_comparison(client: InspectingClient, town: Town) -> None:
    client.cookies["til"] = "en"

    shown = asked(client, "received=2026-03-10&registered=2026-03-10&term=consideration-10wd")

    assert "only for comparison" in shown
    assert "25 March" in shown


def test_a_body_has_days_and_hours_of_its_own(client: InspectingClient, town: Town) -> None:
    client.cookies["til"] = "en"
    names = {"name_ky": "Күн", "name_ru": "День", "name_en": "Day of Alai"}
    CalendarDay.objects.create(date="2026-03-17", scope="kg-o-alai", kind="holiday", **names)
    Setting.objects.filter(code="received_outside_hours_counts_next").update(value="yes")
    Body.objects.filter(pk=town.body.pk).update(hours={"winter_hours": "09:00-18:00"})

    here = asked(client, f"received=2026-03-10&at=18:30&body={town.body.code}")
    there = asked(client, f"received=2026-03-10&at=18:30&body={town.ministry.code}")

    assert "Day of Alai" in here
    assert "It came after the working day had ended" in here
    assert "Day of Alai" not in there


def test_a_year_without_a_calendar_says_so(client: InspectingClient, town: Town) -> None:
    client.cookies["til"] = "en"

    assert "has not been published here yet" in asked(client, "received=2031-03-10")
    assert "has not been published here yet" not in asked(client, "received=2026-03-10")


@pytest.mark.parametrize(
    "query",
    [
        "received=",
        "received=yesterday",
        "received=0001-01-01",
        "received=9999-12-31",
        "received=2026-03-10&registered=2026-03-09",
        "received=2026-03-10&at=99:99",
        "received=2026-03-10&body=nobody",
        "received=2026-03-10&term=%00",
    ],
)
def test_what_cannot_be_counted_is_told_at_its_field(
    client: InspectingClient, town: Town, query: str
) -> None:
    page = client.get(f"/term/?{query}")

    assert page.status_code == 422
    assert page.context["form"].errors
    assert "error-summary" in page.content.decode()


def test_every_page_of_the_portal_leads_there(client: InspectingClient, town: Town) -> None:
    assert 'href="/term/"' in client.get("/heads/").content.decode()


def test_the_source_is_a_link_with_the_name_of_the_act(client: InspectingClient, town: Town) -> None:
    client.cookies["til"] = "ru"

    shown = client.get("/term/?received=2026-03-10").content.decode()

    assert "Закон № 67, mfa.gov.kg</a>" in shown
    assert ">https://" not in shown


def test_a_day_of_the_district_is_said(client: InspectingClient, town: Town) -> None:
    CalendarDay.objects.create(date="2026-03-17", kind="holiday", scope="kg-o-alai", name_ky="Алай күнү")

    here = asked(client, f"received=2026-03-10&body={town.body.code}")
    there = asked(client, f"received=2026-03-10&body={town.ministry.code}")

    assert "өз жумуш же дем алыш күндөрү" in here
    assert "өз жумуш же дем алыш күндөрү" not in there
