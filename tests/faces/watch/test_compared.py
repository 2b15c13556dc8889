"""Bodies beside one another: from a late district down to the appeal; who is silent; nothing of what is hidden."""

from __future__ import annotations

import re
from html import unescape

import pytest

from kairyluu.data.appeals.models import Appeal, ComplaintTarget
from tests.cast import NOW, Town
from tests.faces.watch.test_figures import browser, page
from tests.factories.histories import Writer, tell


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


PERIOD = "from=01.01.2025&to=10.03.2026"


def test_the_overseer_finds_why_a_district_is_late_down_to_the_appeal(town: Town) -> None:
    Writer(town).write(tell(seed=3, n=80, bodies=(town.body.code, town.foreign_body.code)))
    client = browser(town.overseer)
    text = page(client, f"/watch/compared/?{PERIOD}")
    assert re.search(r'<td class="num"[^>]*>1</td><th scope="row">', text)
    assert 'aria-labelledby="trend-title' in text

    [late] = [
        href
        for href in re.findall(r'href="(/watch/figures/\?[^"]+)"', text)
        if f"body%3A{town.body.code}" in href
    ]
    found = re.findall(r'href="(/watch/figures/behind/[^"]+)"', page(client, unescape(late)))
    behind = page(client, unescape(next(href for href in found if "code=answered_late" in href)))
    ids = set(re.findall(r"/desk/appeals/([0-9a-f-]+)/", behind))
    assert ids
    for appeal in Appeal.objects.filter(pk__in=ids):
        assert appeal.closed_on is not None
        assert appeal.consideration_due_on is not None
        assert appeal.closed_on > appeal.consideration_due_on
    assert client.get(f"/desk/appeals/{ids.pop()}/").status_code == 200


def test_a_head_compares_what_is_below_him_without_what_is_about_him(town: Town) -> None:
    told = tell(seed=4, n=30, bodies=(town.body.code,))
    Writer(town).write(told)
    for story in told:
        ComplaintTarget.objects.create(appeal_id=story.id, official=town.akim.official)
    for order in ("late", "slow", "overdue", "volume", "x"):
        text = page(browser(town.akim), f"/watch/compared/?{PERIOD}&order={order}")
        assert f">{town.body.short('ky')}</a></th>" not in text
    everybody_else = page(browser(town.deputy), f"/watch/compared/?{PERIOD}")
    assert f">{town.body.short('ky')}</a></th>" in everybody_else
    assert browser(town.executor).get("/watch/compared/").status_code == 404


def test_who_is_silent_is_named(town: Town) -> None:
    text = page(browser(town.overseer, "ru"), f"/watch/compared/?{PERIOD}")
    silent = text.split('id="silent"')[1].split('id="unconnected"')[0]
    assert silent.count("<li>") == 2
