"""What a body received before it was closed is still counted, read from above and named; nobody works in it."""

from __future__ import annotations

import re
from html import unescape

import pytest

from kairyluu.data.agencies.models import Body
from kairyluu.queries.sight import list_workplaces, unaccused
from tests.cast import NOW, Town
from tests.faces.watch.test_figures import browser, page
from tests.factories import appeals
from tests.factories.histories import Writer, tell

PERIOD = "from=01.01.2025&to=10.03.2026"


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.fixture
def closed(town: Town) -> Body:
    """The district's administration with a past of twenty appeals and one that is open still."""
    Writer(town).write(tell(seed=5, n=20, bodies=(town.body.code,)))
    appeals.registered(town)
    Body.objects.filter(pk=town.body.pk).update(is_active=False, is_open=False)
    return town.body


@pytest.mark.parametrize("address", ["/watch/figures/?by=body&", "/watch/compared/?"])
@pytest.mark.parametrize("who", ["overseer", "portal_owner"])
def test_it_is_counted_and_named(town: Town, closed: Body, who: str, address: str) -> None:
    text = page(browser(getattr(town, who)), f"{address}{PERIOD}")
    assert closed.short("ky") in text
    assert "(жабылган орган)" in text


def test_its_past_is_read_from_above_down_to_the_appeal(town: Town, closed: Body) -> None:
    client = browser(town.overseer)
    text = page(client, f"/watch/figures/?by=body&{PERIOD}")
    ways = re.findall(r'href="(/watch/figures/behind/[^"]+)"', text)
    [behind] = {unescape(href) for href in ways if f"key={closed.code}" in href and "code=received" in href}
    ids = set(re.findall(r"/desk/appeals/([0-9a-f-]+)/", page(client, behind)))
    seen = unaccused(town.overseer.actor).filter(
        body=closed, received_at__year__gte=2025, received_at__lte=NOW
    )
    assert ids == {str(pk) for pk in seen.values_list("pk", flat=True)}
    for appeal in seen.filter(is_confidential=False):
        assert client.get(f"/desk/appeals/{appeal.pk}/").status_code == 200


def test_what_is_open_there_is_not_forgotten(town: Town, closed: Body) -> None:
    seen = browser(town.overseer).get("/watch/")
    assert {row.body.code: row.n_open for row in seen.context["figures"].bodies}[closed.code] >= 1
    assert '<span class="sub">жабылган орган</span>' in seen.content.decode()


def test_its_lists_say_that_it_is_closed_and_to_whom_its_affairs_went(town: Town, closed: Body) -> None:
    address = f"/desk/lists/all/?body={closed.code}"
    text = page(browser(town.overseer), address)
    assert f"{closed.short('ky')} — жабылган орган" in text
    assert "Иш-аракетти органдын өзү жасайт" not in text
    assert "Анын иштери" not in text
    Body.objects.filter(pk=closed.pk).update(successor_code=town.above.code)
    assert f"Анын иштери бул жакка өткөн: {town.above.short('ky')}." in page(browser(town.overseer), address)


def test_nobody_works_there(town: Town, closed: Body) -> None:
    client = browser(town.registrar)
    assert client.get(f"/desk/lists/all/?body={closed.code}").status_code == 404
    assert list_workplaces(town.registrar.actor) == []


def test_an_overseer_begins_with_a_body_that_is_not_closed(town: Town) -> None:
    Body.objects.filter(pk=town.above.pk).update(is_active=False, is_open=False)
    listed = browser(town.overseer).get("/desk/lists/all/")
    assert listed.wsgi_request.sight.body == town.body
