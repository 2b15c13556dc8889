"""Heads of bodies: found in any spelling, with their reception; bodies that are not connected are shown as such."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kairyluu.data.agencies.models import Body, Tenure, Territory
from tests.cast import Town
from tests.factories import people
from tests.inspecting import InspectingClient, text_of


@pytest.fixture
def client() -> InspectingClient:
    return InspectingClient()


def _names(client: InspectingClient, query: str = "") -> str:
    """What stands below the form."""
    page = client.get(f"/heads/?{query}").content.decode()
    return text_of(page.partition('class="filters"')[2].partition("</form>")[2])


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_the_list_is_drawn_in_every_language(client: InspectingClient, town: Town, language: str) -> None:
    client.cookies["til"] = language

    page = client.get("/heads/")

    assert page.status_code == 200
    assert town.body.name(language) in text_of(page.content)
    assert "sessionid" not in page.cookies


def test_a_head_stands_with_post_reception_and_the_mark_of_a_sample(
    client: InspectingClient, town: Town
) -> None:
    shown = _names(client, "q=Алай")

    assert f"Аким: {town.akim.official.full_name} (үлгү)" in shown
    assert "Жеке кабыл алуу: дүйшөмбү, бейшемби, 9:00–12:00" in shown
    assert "Ишеним телефону: (03234) 5-11-84" in shown


@pytest.mark.parametrize("typed", ["Сары-Таш", "сары таш айыл окмоту", "САРЫ-ТАШ АЙЫЛ ӨКМӨТҮ", "Caры-Тaш"])
def test_the_search_forgives_spelling(client: InspectingClient, town: Town, typed: str) -> None:
    shown = _names(client, f"q={typed}")

    assert town.foreign_body.name_ky in shown
    assert town.ministry.name_ky not in shown


def test_a_head_is_found_by_surname(client: InspectingClient, town: Town) -> None:
    assert town.body.name_ky in _names(client, f"q={town.akim.official.surname}")


def test_kind_and_territory_narrow_the_list(client: InspectingClient, town: Town) -> None:
    town.body.refresh_from_db()

    by_kind = _names(client, "kind=ministry")
    by_place = _names(client, "territory=kg-o")

    assert town.ministry.name_ky in by_kind
    assert town.body.name_ky not in by_kind
    assert town.body.name_ky in by_place
    assert town.ministry.name_ky not in by_place


def test_who_is_not_connected_cannot_be_addressed(client: InspectingClient, town: Town) -> None:
    listed = client.get("/heads/?q=Ленин").content.decode()
    page = client.get(f"/bodies/{town.unconnected.code}/").content.decode()

    for shown in (listed, page):
        assert "Порталга кошула элек" in text_of(shown)
        assert f"?body={town.unconnected.code}" not in shown


def test_names_stand_in_kyrgyz_order(client: InspectingClient, town: Town) -> None:
    for place, name in enumerate(["Өзгөн", "Орто", "Пекин", "Үч-Коргон", "Уч-Эмчек"]):
        Body.objects.create(
            code=f"x{place}",
            kind="ministry",
            path=f"x{place}/",
            name_ky=f"Я {name}",
            name_ru=name,
            name_en=name,
        )

    shown = _names(client, "q=Я")

    order = [shown.index(f"Я {name}") for name in ("Орто", "Өзгөн", "Пекин", "Уч-Эмчек", "Үч-Коргон")]
    assert order == sorted(order)


def test_a_long_list_has_pages_and_as_many_queries(client: InspectingClient, town: Town) -> None:
    client.get("/heads/")
    with CaptureQueriesContext(connection) as few:
        client.get("/heads/")
    for n in range(40):
        Body.objects.create(
            code=f"b{n}", kind="ministry", path=f"b{n}/", name_ky=f"Б{n:02}", name_ru="б", name_en="b"
        )
    first = client.get("/heads/")
    with CaptureQueriesContext(connection) as many:
        second = client.get("/heads/?page=2")

    assert "1–20" in text_of(first.content)
    assert "21–40" in text_of(second.content)
    assert len(many) == len(few)


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_the_page_of_a_body_names_all_its_leaders(
    client: InspectingClient, town: Town, language: str
) -> None:
    client.cookies["til"] = language

    page = client.get(f"/bodies/{town.body.code}/")
    shown = text_of(page.content)

    assert town.akim.official.full_name in shown
    assert town.deputy.official.full_name in shown
    assert town.registrar.official.full_name not in shown
    assert f"/submit/?body={town.body.code}" in page.content.decode()
    assert 'href="tel:+996323451184"' in page.content.decode()
    assert "8:30–17:30" in shown
    assert town.above.name(language) in shown
    assert town.foreign_body.name(language) in shown


def test_an_ended_tenure_leaves_the_post_vacant(client: InspectingClient, town: Town) -> None:
    Tenure.objects.filter(official=town.akim.official).update(ends_on=people.SINCE)

    shown = text_of(client.get(f"/bodies/{town.body.code}/").content)

    assert town.akim.official.full_name not in shown
    assert "Кызмат орду бош." in shown


def test_a_closed_body_leads_to_its_successor(client: InspectingClient, town: Town) -> None:
    Body.objects.create(
        code="old",
        kind="ministry",
        path="old/",
        name_ky="Эски",
        is_active=False,
        successor_code=town.ministry.code,
    )

    assert client.get("/bodies/old/")["Location"] == f"/bodies/{town.ministry.code}/"
    assert client.get("/bodies/nothing/").status_code == 404


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize(
    "query",
    [
        "q=%00",
        "q=" + "а" * 5000,
        "kind=nothing",
        "territory=nothing",
        "page=x",
        "page=-1",
        "page=99999999999",
        "q=%",
        "x=1",
    ],
)
def test_unknown_parameters_break_nothing(client: InspectingClient, query: str) -> None:
    assert client.get(f"/heads/?{query}").status_code == 200


@pytest.mark.usefixtures("town")
def test_a_district_in_the_address_is_kept_in_the_form(client: InspectingClient) -> None:
    assert Territory.objects.filter(code="kg-o-alai").exists()

    assert '<option value="kg-o-alai" selected>' in client.get("/heads/?territory=kg-o-alai").content.decode()
