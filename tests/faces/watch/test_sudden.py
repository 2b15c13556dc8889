"""Topics that suddenly grow: found with the appeals behind them, by body and by village; nothing of what is hidden."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest

from kairyluu.data.appeals.models import Appeal, ComplaintTarget
from kairyluu.data.figures import branches
from kairyluu.reports import keeping
from kairyluu.reports.sudden import count_sudden
from tests.cast import NOW, TODAY, Town
from tests.faces.watch.test_figures import browser, page
from tests.factories.histories import Story, Writer


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    keeping.forget()  # what another test counted for an official of the same number


@pytest.fixture
def burst(town: Town) -> list[Story]:
    """One appeal of pensions every third week, then eight in one; social matters in general twice a week, always."""
    told = [
        Story(
            body=town.foreign_body.code,
            topic="social.pensions",
            territory="kg-o-alai",
            received=NOW - timedelta(days=21 * n + 9),
            due=TODAY,
        )
        for n in range(8)
    ]
    told += [
        Story(body=town.foreign_body.code, topic="social", received=NOW - timedelta(days=3 * n), due=TODAY)
        for n in range(60)
    ]
    now = [
        Story(
            body=town.foreign_body.code,
            topic="social.pensions",
            territory="kg-o-alai",
            received=NOW - timedelta(hours=15 * n),
            due=TODAY,
        )
        for n in range(8)
    ]
    Writer(town).write([*told, *now])
    return now


def rows(text: str) -> list[str]:
    found = re.search(r"<tbody>(.*?)</tbody>", text, re.S)
    return re.findall(r"<tr>.*?</tr>", found[1], re.S) if found else []


@pytest.mark.parametrize("place", ["body", "territory"])
def test_a_burst_is_found_and_leads_to_its_appeals(town: Town, burst: list[Story], place: str) -> None:
    client = browser(town.overseer)
    [row] = rows(page(client, f"/watch/sudden/?place={place}"))
    href = re.search(r'href="([^"]+)">8</a>', row)
    assert href
    behind = page(client, unescape(href[1]))
    assert {str(s.id) for s in burst} == set(re.findall(r"/desk/appeals/([0-9a-f-]+)/", behind))


def test_who_may_not_know_of_the_appeals_finds_no_topic(town: Town, burst: list[Story]) -> None:
    assert len(rows(page(browser(town.akim), "/watch/sudden/"))) == 1
    assert rows(page(browser(town.portal_owner), "/watch/sudden/"))[0].count("href") == 0
    for story in burst[:5]:
        ComplaintTarget.objects.create(appeal_id=story.id, official=town.akim.official)
    assert not rows(page(browser(town.akim), "/watch/sudden/"))
    assert len(rows(page(browser(town.overseer), "/watch/sudden/"))) == 1
    assert browser(town.executor).get("/watch/sudden/").status_code == 404


@pytest.mark.parametrize("place", ["body", "territory"])
def test_who_does_not_count_a_body_finds_nothing_of_it(town: Town, burst: list[Story], place: str) -> None:
    path = f"/watch/sudden/?place={place}"
    assert [len(rows(page(browser(who), path))) for who in (town.portal_owner, town.akim)] == [1, 1]
    Appeal.objects.update(body_id=town.ministry.pk)
    keeping.forget()
    assert [len(rows(page(browser(who), path))) for who in (town.portal_owner, town.akim)] == [1, 0]
    Appeal.objects.update(is_confidential=True)
    keeping.forget()
    assert not rows(page(browser(town.portal_owner), path))


def test_a_condition_of_the_figures_stands_on_the_page_and_can_be_taken_away(
    town: Town, burst: list[Story]
) -> None:
    client = browser(town.overseer)
    text = page(
        client, "/watch/figures/?period=2026&figure=received&where=subtopic:social.pensions&where=x:y"
    )
    assert 'name="where" value="subtopic:social.pensions"' in text
    assert re.search(r'<tbody><tr><th scope="row">[^<]*</th><td class="num"[^>]*><a [^>]*>11</a>', text)
    without = re.search(r'href="/watch/figures/\?([^"]*)">(?:без|«)', text)
    assert without
    assert "where" not in without[1]


def test_what_was_counted_of_his_bodies_before_is_shown_to_whoever_watches_just_them(
    town: Town, burst: list[Story], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(branches, "FEWEST", 2)
    count_sudden(now=NOW, today=TODAY)

    def nobody(*_: Any) -> None:
        raise AssertionError("counted for a reader")

    monkeypatch.setattr("kairyluu.queries.watching.sudden._judge", nobody)
    assert len(rows(page(browser(town.akim), "/watch/sudden/?place=territory"))) == 1
