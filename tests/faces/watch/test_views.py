"""A view is saved on the page of figures, renamed, given a limit, opened by the office, thrown away."""

from __future__ import annotations

import pytest

from kairyluu.data.figures.models import SavedView
from tests.cast import NOW, Town
from tests.faces.watch.test_figures import browser, page
from tests.factories import appeals


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def test_saved_watched_shared_and_thrown_away(town: Town) -> None:
    appeals.received(town)
    akim = browser(town.akim)
    text = page(akim, "/watch/figures/?period=last-30&by=kind&figure=received&where=topic:-")
    query = text.split('name="query" value="')[1].split('"')[0].replace("&amp;", "&")
    answer = akim.post("/watch/views/save/", {"name": "Теманы жок", "query": query, "is_shared": "on"})
    view = SavedView.objects.get()
    assert answer.headers["Location"] == f"/watch/views/{view.pk}/"
    assert view.asked == {
        "period": "last-30",
        "by": "kind",
        "body": "",
        "figure": ["received"],
        "where": [["topic", ""]],
    }

    fields = {"name": "Темасыз", "is_shared": "on", "figure": "received", "direction": "over"}
    assert akim.post(f"/watch/views/{view.pk}/", fields).status_code == 422
    assert akim.post(f"/watch/views/{view.pk}/", {**fields, "limit": "1 010,5"}).status_code == 302
    kept = page(akim, f"/watch/views/{view.pk}/")
    assert "Темасыз" in kept
    assert 'value="1010,5"' in kept

    shared = page(browser(town.deputy), "/watch/figures/")
    assert "Темасыз" in shared
    assert f"/watch/views/{view.pk}/" not in shared
    address = shared.split('">Темасыз</a>')[0].rsplit('href="', 1)[1].replace("&amp;", "&")
    assert 'name="period" value="last-30"' in page(browser(town.deputy), address)
    for who in (town.deputy, town.overseer, town.executor):
        assert browser(who).post(f"/watch/views/{view.pk}/delete/").status_code == 404
    assert akim.post(f"/watch/views/{view.pk}/delete/").status_code == 302
    assert not SavedView.objects.exists()


def test_a_view_needs_a_name(town: Town) -> None:
    akim = browser(town.akim)
    assert akim.post("/watch/views/save/", {"name": " ", "query": "period=2026"}).status_code == 302
    assert not SavedView.objects.exists()
