"""Every page of a list or a search that was shown is in the journal, with the appeals on it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kairyluu.data.journal.models import Look
from kairyluu.queries.cases.case import find_case
from kairyluu.usecases.appeals.submit import Target
from tests.cast import NOW, TODAY, Town
from tests.faces.desk.entering import at_desk
from tests.factories import appeals


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def shown(page: Any) -> list[Any]:
    return [row.id for row in page.context["page"].rows]


def test_a_list_leaves_who_when_which_and_the_rows_shown(town: Town) -> None:
    older = appeals.received(town, now=NOW - timedelta(days=1))
    newer = appeals.received(town)
    appeals.registered(town)

    page = at_desk(town.registrar).get("/desk/inbox/")

    look = Look.objects.get()
    assert (look.what, look.at, look.body_code, look.appeal_id) == ("list", NOW, town.body.code, None)
    assert (look.actor_account, look.actor_name) == (
        town.registrar.account.pk,
        town.registrar.account.full_name,
    )
    assert look.appeal_ids == shown(page)
    assert set(look.appeal_ids) == {older.pk, newer.pk}
    assert look.facts == {"list": "inbox", "first": 1}


def test_filters_and_words_searched_for_are_kept_in_the_look_only(town: Town) -> None:
    appeal = appeals.received(town, subject="Көпүрө бузулган")
    client = at_desk(town.registrar)
    asked = {"q": " Үлгүбаева ", "kind": "application", "from": "01.03.2026", "state": "нет"}

    found = client.get("/desk/search/", asked)
    client.get("/desk/search/", {"q": "жок нерсе"})

    first, second = Look.objects.order_by("id")
    assert (first.what, first.appeal_ids) == ("search", [appeal.pk]) == ("search", shown(found))
    assert first.facts["filters"] == {
        "kind": "application",
        "text": "Үлгүбаева",
        "received_from": "2026-03-01",
    }
    assert (second.what, second.appeal_ids, second.facts["first"]) == ("search", [], 0)
    seen = [h for h in find_case(town.akim.actor, appeal.pk, today=TODAY).happenings if h.is_look]
    assert [(h.what, h.facts) for h in seen] == [("search", {})]


def test_each_page_is_a_look_of_its_own_at_its_own_rows(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kairyluu.queries.lists.paging.SIZE", 2)
    monkeypatch.setattr("kairyluu.queries.lists.queues.SIZE", 2)
    sent = {appeals.received(town, now=NOW - timedelta(days=day)).pk for day in range(5)}
    client = at_desk(town.registrar)

    cursor = ""
    for _ in range(3):
        cursor = client.get("/desk/inbox/", {"after": cursor}).context["page"].next

    looks = list(Look.objects.order_by("id"))
    assert [(look.facts["first"], len(look.appeal_ids)) for look in looks] == [(1, 2), (3, 2), (5, 1)]
    assert {pk for look in looks for pk in look.appeal_ids} == sent


@pytest.mark.parametrize("who", ["foreign_registrar", "body_admin", "operator_of_the_system", "citizen"])
@pytest.mark.parametrize("url", ["/desk/inbox/", "/desk/lists/all/", "/desk/search/", "/desk/register-book/"])
def test_whoever_is_refused_leaves_no_look(town: Town, who: str, url: str) -> None:
    appeals.registered(town)

    page = at_desk(getattr(town, who)).get(url, {"body": town.body.code, "q": "суу"})

    assert page.status_code == 404
    assert not Look.objects.exists()


def test_an_executor_has_no_look_at_a_list_that_is_not_his(town: Town) -> None:
    appeals.registered(town)
    client = at_desk(town.executor)

    assert client.get("/desk/lists/all/").status_code == 404
    assert not Look.objects.exists()
    client.get("/desk/search/", {"q": "суу"})
    assert Look.objects.get().appeal_ids == []


def test_a_complaint_about_the_reader_is_in_no_look_of_his(town: Town) -> None:
    about = (Target(official=town.controller.official.code),)
    appeals.registered(town, kind="complaint", targets=about)
    other = appeals.registered(town)
    client = at_desk(town.controller)

    for url in ("/desk/lists/all/", "/desk/search/?q=суу", "/desk/register-book/"):
        client.get(url)

    assert [look.appeal_ids for look in Look.objects.all()] == [[other.pk]] * 3


def test_the_history_of_a_case_tells_who_saw_it_in_a_list(town: Town) -> None:
    appeal = appeals.registered(town)
    registrar = at_desk(town.registrar)
    registrar.get("/desk/lists/all/")
    registrar.get("/desk/lists/to-resolve/")
    registrar.get("/desk/register-book/")
    akim = at_desk(town.akim)

    html = akim.get(f"/desk/appeals/{appeal.pk}/").content.decode()

    happenings = find_case(town.akim.actor, appeal.pk, today=TODAY).happenings
    looks = {(h.what, h.name, h.n_times) for h in happenings if h.is_look}
    name = town.registrar.account.full_name
    assert looks == {("list", name, 2), ("register", name, 1), ("case", town.akim.account.full_name, 1)}
    assert "Тизмеден көрдү × 2" in html
    assert "Каттоо китебинен көрдү" in html


def test_a_look_is_one_insert_whatever_the_number_of_rows(town: Town) -> None:
    client = at_desk(town.registrar)
    for n_rows in (1, 6):
        for _ in range(n_rows):
            appeals.received(town)
        with CaptureQueriesContext(connection) as queries:
            client.get("/desk/inbox/")
        written = [q["sql"] for q in queries if not q["sql"].startswith("SELECT")]
        assert [sql.split()[0] for sql in written if "SAVEPOINT" not in sql] == ["INSERT"]
