"""The pages of figures: chosen, compared, defined, followed down to the appeals."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs, urlparse

import pytest
from django.test import Client

from kairyluu.data.appeals.models import ComplaintTarget
from kairyluu.data.journal.models import Look
from kairyluu.faces.watch.templatetags.figures import figure_cells
from kairyluu.faces.watch.views.figures.shown import Cell
from kairyluu.rules.figures.catalogue import CATALOGUE
from tests.cast import NOW, Member, Town
from tests.factories import appeals
from tests.inspecting import inspect_page


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def browser(member: Member, language: str = "ru") -> Client:
    client = Client(headers={"accept-language": language})
    client.force_login(member.account)
    client.cookies["django_language"] = language
    return client


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    text = answer.content.decode()
    inspect_page(text)
    return text


def links(text: str) -> list[str]:
    return [unescape(found) for found in re.findall(r'href="(/watch/figures/behind/\?[^"]+)"', text)]


def test_from_the_figures_down_to_the_appeal(town: Town) -> None:
    late = appeals.registered(town, kind="complaint", subject="Жол жабылган")
    other = appeals.registered(town)
    client = browser(town.overseer)

    text = page(client, "/watch/figures/?period=2026-03&by=kind&figure=received&figure=answered")
    found = [link for link in links(text) if parse_qs(urlparse(link).query).get("key") == ["complaint"]]
    assert len(found) == 1
    behind = page(client, found[0])

    assert f"/desk/appeals/{late.pk}/" in behind
    assert str(other.pk) not in behind
    assert Look.objects.filter(appeal_ids=[late.pk], facts__list="received", facts__key="complaint").exists()


def test_what_is_not_known_has_a_line_and_a_list_of_its_own(town: Town) -> None:
    appeal = appeals.registered(town)
    client = browser(town.execution_controller)
    text = page(
        client, "/watch/figures/?period=2026&by=topic&figure=received&figure=share_in_time&figure=overdue_now"
    )

    [link] = [link for link in links(text) if parse_qs(urlparse(link).query).get("key") == ["-"]]
    assert f"/desk/appeals/{appeal.pk}/" in page(client, link)
    assert "where=topic%3A-" in text, "the line narrows the question to itself"
    [overdue] = set(re.findall(r'class="note">[^<]*<strong>([^<]+)</strong>', text))
    cells = re.findall(rf'data-label="{overdue}">(.*?)</td>', text)
    assert cells
    assert not any("(" in cell for cell in cells), "what is of today has no year before"


def test_one_sees_the_bodies_below_and_may_choose_one(town: Town) -> None:
    appeals.registered(town)
    appeals.received(town, body=town.ministry.code)

    def total(member: Member, query: str = "") -> str:
        text = page(browser(member), f"/watch/figures/?period=2026&figure=received{query}")
        found = re.search(r'<td class="num"[^>]*>(?:<a [^>]*>)?(\d+)', text)
        assert found
        return found[1]

    assert total(town.portal_owner) == "2"
    assert total(town.overseer) == "1"
    assert total(town.portal_owner, f"&body={town.ministry.code}") == "1"
    assert total(town.overseer, f"&body={town.foreign_body.code}") == "0"
    assert total(town.overseer, f"&body={town.ministry.code}") == "1"  # not his: everything that is


def test_who_only_counts_has_no_way_to_the_appeals(town: Town) -> None:
    appeals.registered(town)
    client = browser(town.portal_owner)

    assert links(page(client, "/watch/figures/?period=2026")) == []
    assert client.get("/watch/figures/behind/?period=2026&code=received").status_code == 404
    assert browser(town.executor).get("/watch/figures/").status_code == 404


def test_a_head_counts_his_own_and_those_below_without_what_is_about_him(town: Town) -> None:
    mine, about_me = appeals.registered(town), appeals.registered(town)
    below = appeals.received(town, body=town.foreign_body.code)
    ComplaintTarget.objects.create(appeal=about_me, official=town.akim.official)
    query = "period=2026&figure=received&by=body"
    text = page(browser(town.akim), f"/watch/figures/?{query}")
    assert re.search(r'<tbody><tr><th scope="row">[^<]*</th><td class="num"[^>]*><a [^>]*>2</a>', text)
    assert town.ministry.short("ky") not in text

    behind = page(browser(town.akim), f"/watch/figures/behind/?{query}&code=received")
    assert str(mine.pk) in behind
    assert not {str(about_me.pk), str(below.pk)} & set(re.findall(r"/desk/appeals/([0-9a-f-]+)/", behind))
    assert "<strong>2</strong>" in behind
    assert "Дагы 1 кайрылуу эсептелген" in behind.replace("\u00a0", " ")
    assert "<strong>2</strong>" not in page(
        browser(town.deputy), f"/watch/figures/behind/?{query}&code=received"
    )


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_each_figure_says_how_it_is_counted(town: Town, language: str) -> None:
    client = browser(town.portal_owner, language)
    for code in ("share_in_time", "days_p90", "in_consideration"):
        assert CATALOGUE[code].code in page(client, f"/watch/figures/{code}/")
    page(client, "/watch/figures/?by=month&from=01.01.2026&to=05.03.2026")
    assert client.get("/watch/figures/nothing/").status_code == 404


def test_what_is_no_period_is_told(town: Town) -> None:
    client = browser(town.portal_owner)
    for query in (
        "period=2026-13",
        "from=31.12.2026&to=01.01.2026",
        "from=01.01.1990&to=01.01.2026",
        "from=x",
    ):
        assert "note warn" in page(client, f"/watch/figures/?{query}"), query


def test_what_stands_in_a_cell_is_text() -> None:
    cell = Cell(name='"<b>', text="<1>", base="<2>", before="<3>", change="<4>", href='?a="&b=1')
    assert figure_cells([cell, Cell(name="n", text="5")]) == (
        '<td class="num" data-label="&quot;&lt;b&gt;"><a href="?a=&quot;&amp;b=1">&lt;1&gt;</a>'
        '<span class="sub">&lt;2&gt; ичинен</span><span class="sub">(&lt;3&gt;; &lt;4&gt;)</span></td>'
        '<td class="num" data-label="n">5</td>'
    )


def test_more_than_is_listed_is_led_to_by_shorter_times(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("complaint", "complaint", "application"):
        appeals.registered(town, kind=kind)
    ask = "/watch/figures/behind/?period=2026-02-15..2026-03-31&by=kind&figure=received&code=received"
    client = browser(town.overseer)
    assert shorter(page(client, ask)) == []

    monkeypatch.setattr("kairyluu.faces.watch.views.figures.pages.MOST", 2)
    days = shorter(page(client, f"{ask}&key=complaint"))
    received = NOW.date().isoformat()
    assert days[0] == ("2026-02-15..2026-02-15", ["complaint"])
    assert days[-1] == (f"{received}..{received}", ["complaint"])  # not what is still to come
    months = shorter(page(client, ask.replace("2026-02-15..", "2025-12-15..")))
    assert [period for period, _ in months[:2]] == ["2025-12-15..2025-12-31", "2026-01"]
    assert shorter(page(client, ask.replace("=received", "=in_consideration"))) == []


def shorter(text: str) -> list[tuple[str, list[str]]]:
    """Period and key of each link to a shorter time."""
    said = "Кыскараак убакыт боюнча"
    part = text.replace("\u00a0", " ").partition(said)[2].partition("</p>")[0]
    found = [parse_qs(unescape(query)) for query in re.findall(r'href="\?([^"]+)"', part)]
    return [(one["period"][0], one.get("key", [])) for one in found]
