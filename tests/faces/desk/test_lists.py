"""The lists of the desk: who sees what, in lists, counts and search alike."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kairyluu.data.appeals.models import Appeal
from kairyluu.usecases.appeals.submit import Target
from kairyluu.usecases.hands.withdraw import WithdrawAppeal, withdraw_appeal
from tests.cast import NOW, Town
from tests.faces.desk.entering import at_desk
from tests.factories import appeals

SEE_ALL = ["akim", "deputy", "registrar", "controller", "overseer", "execution_controller"]
SEE_NOTHING = ["body_admin", "foreign_head", "foreign_registrar", "foreign_executor"]
SEE_NOTHING += ["portal_owner", "operator_of_the_system", "citizen", "stranger"]


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def listed(client: Client, town: Town, code: str = "all", **given: Any) -> list[str]:
    """The subjects a list shows; nothing when there is no such list."""
    page = client.get(f"/desk/lists/{code}/", {"body": town.body.code} | given)
    return [row.subject for row in page.context["page"].rows] if page.status_code == 200 else []


def rail(client: Client, town: Town) -> dict[str, Any]:
    """Counts of the rail by the end of the address."""
    page = client.get("/desk/search/", {"body": town.body.code})
    lists = next(section for section in page.context["rail"] if str(section.label) == "Кезектер")
    return {item.href.split("/")[-2]: item.count for item in lists.items if item.count is not None}


@pytest.mark.parametrize("who", SEE_ALL)
def test_readers_see_list_count_and_search_of_the_body(town: Town, who: str) -> None:
    appeals.received(town, subject="Көпүрө бузулган")
    client = at_desk(getattr(town, who))

    assert listed(client, town) == ["Көпүрө бузулган"]
    assert rail(client, town)["inbox"] == 1
    found = client.get("/desk/search/", {"body": town.body.code, "q": "көпүрө"})
    assert found.context["page"].total.n == 1


@pytest.mark.parametrize("who", SEE_NOTHING)
@pytest.mark.parametrize("url", ["/desk/inbox/", "/desk/lists/all/", "/desk/search/?q=көпүрө"])
def test_others_find_no_list_of_this_body(town: Town, who: str, url: str) -> None:
    appeals.received(town, subject="Көпүрө бузулган")

    page = at_desk(getattr(town, who)).get(url, {"body": town.body.code, "q": "көпүрө"})

    assert page.status_code == 404


def test_staff_of_another_body_have_empty_lists_of_their_own(town: Town) -> None:
    appeals.received(town)

    page = at_desk(town.foreign_registrar).get("/desk/inbox/")

    assert page.status_code == 200
    assert page.context["page"].total.n == 0


def test_executor_sees_only_what_is_given_to_him(town: Town) -> None:
    appeals.assigned(town, subject="Меники")
    appeals.registered(town, subject="Эч кимдики эмес")
    client = at_desk(town.executor)

    assert listed(client, town, "mine") == ["Меники"]
    assert listed(client, town, "all") == []
    assert listed(client, town, "inbox") == []
    assert rail(client, town) == {"mine": 1, "overdue": 0, "due-soon": 0, "answered": 0}
    found = client.get("/desk/search/", {"q": "эмес"})
    assert found.context["page"].total.n == 0


@pytest.mark.parametrize("who", ["akim", "registrar", "controller", "overseer"])
def test_complaint_about_the_reader_is_nowhere(town: Town, who: str) -> None:
    member = getattr(town, who)
    about = (Target(official=member.official.code),)
    appeals.received(town, kind="complaint", subject="Ал жөнүндө", targets=about)
    client = at_desk(member)

    assert listed(client, town) == []
    assert rail(client, town)["inbox"] == 0
    assert client.get("/desk/search/", {"body": town.body.code, "q": "жөнүндө"}).context["page"].total.n == 0
    number = Appeal.objects.get().tracking_number
    assert client.get("/desk/search/", {"body": town.body.code, "q": number}).context["page"].total.n == 0


def test_each_state_stands_in_its_list(town: Town) -> None:
    makers = {
        "inbox": appeals.received,
        "to-resolve": appeals.registered,
        "in-execution": appeals.assigned,
        "to-sign": appeals.awaiting_signature,
        "to-send": appeals.signed,
        "answered": appeals.answered,
    }
    for code, make in makers.items():
        make(town, subject=code)
    client = at_desk(town.registrar)

    assert {code: listed(client, town, code) for code in makers} == {code: [code] for code in makers}
    counts = rail(client, town)
    assert all(counts[code] == 1 for code in makers)
    assert counts["all"] == len(makers)


def test_filters_narrow_and_unknown_values_are_left_aside(town: Town) -> None:
    appeals.assigned(town, subject="Арыз")
    appeals.received(town, subject="Сунуш", kind="proposal", now=NOW - timedelta(days=5))
    client = at_desk(town.registrar)

    assert listed(client, town, kind="proposal") == ["Сунуш"]
    assert listed(client, town, state="assigned") == ["Арыз"]
    assert listed(client, town, term="overdue") == ["Сунуш"]
    assert listed(client, town, executor=town.executor.official.code) == ["Арыз"]
    assert listed(client, town, to="06.03.2026") == ["Сунуш"]
    assert listed(client, town, q="сунуш", kind="application") == []
    assert len(listed(client, town, kind="x", state="';--", term="late", executor="0", topic="нет")) == 2


@pytest.mark.parametrize("code", ["inbox", "mine", "all"])
@pytest.mark.parametrize(
    "value", ["\x00", "a" * 5000, "-1", "9" * 400, "%", "'", "2026-03-10~x~1", "🙂 & | ! :*"]
)
def test_no_parameter_breaks_a_list(town: Town, code: str, value: str) -> None:
    names = [
        "q",
        "kind",
        "state",
        "term",
        "executor",
        "topic",
        "channel",
        "from",
        "to",
        "after",
        "before",
        "page",
        "o",
    ]
    client = at_desk(town.registrar)

    for name in names:
        assert client.get(f"/desk/lists/{code}/", {name: value}).status_code == 200
    assert client.get(f"/desk/lists/{code}/", {"body": value}).status_code == 404


def asked_for(client: Client, url: str) -> tuple[int, list[str]]:
    """How many rows the page has, and the beginnings of its statements. What a process keeps in memory (the directory
    of the newest edition) is fetched by a request before it: whoever changed it since is not the list's affair."""
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        page = client.get(url)
    asked = [re.sub(r"\d+", "", query["sql"])[:60] for query in queries.captured_queries]
    return len(page.context["page"].rows), asked


def test_queries_do_not_grow_with_the_rows(town: Town) -> None:
    client = at_desk(town.registrar)
    appeals.assigned(town)
    n_few, few = asked_for(client, "/desk/lists/all/")

    for _ in range(6):
        appeals.assigned(town, with_co_executor=True)
    n_many, many = asked_for(client, "/desk/lists/all/")

    assert (n_few, n_many) == (1, 7)
    assert many == few
    # Five are of the frame: what rings, what law enforcement has not acknowledged, letters that came by e-mail and letters
    # that did not arrive, the body's document system.
    assert len(few) <= 17


def test_pages_run_through_every_row_once_and_back(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kairyluu.queries.lists.paging.SIZE", 2)
    monkeypatch.setattr("kairyluu.queries.lists.queues.SIZE", 2)
    for day in range(5):
        appeals.received(town, subject=f"№{day}", now=NOW - timedelta(days=day // 2))
    client = at_desk(town.registrar)

    for given in ({}, {"q": "суу"}):
        seen, cursor = [], {}
        for _ in range(3):
            page = client.get("/desk/inbox/", given | cursor).context["page"]
            seen += [row.subject for row in page.rows]
            cursor = {"after": page.next}
        back = client.get("/desk/inbox/", given | {"before": page.previous}).context["page"]

        assert len(seen) == len(set(seen)) == 5
        assert (page.first, page.last, page.total.n, page.next) == (5, 5, 5, "")
        assert [row.subject for row in back.rows] == seen[2:4]
        assert back.first == 3


def test_inbox_registers_with_one_click_and_a_second_clerk_is_told(town: Town) -> None:
    appeal = appeals.received(town)
    client = at_desk(town.registrar)
    drawn = client.get("/desk/inbox/")
    url = f"/desk/inbox/{appeal.pk}/register/"
    assert url in drawn.content.decode()

    first = client.post(url, {"seen_version": appeal.version}, follow=True)
    second = client.post(url, {"seen_version": appeal.version}, follow=True)

    appeal.refresh_from_db()
    assert appeal.state == "registered"
    assert appeal.number in first.content.decode()
    assert second.status_code == 200
    assert 'class="note warn"' in second.content.decode()
    assert Appeal.objects.exclude(number="").count() == 1


@pytest.mark.parametrize(
    "who", ["akim", "executor", "overseer", "execution_controller", "foreign_registrar", "citizen"]
)
def test_nobody_else_registers_from_the_inbox(town: Town, who: str) -> None:
    appeal = appeals.received(town)
    client = at_desk(getattr(town, who))

    client.post(f"/desk/inbox/{appeal.pk}/register/?body={town.body.code}", {"seen_version": appeal.version})

    appeal.refresh_from_db()
    assert appeal.state == "received"


def test_stranger_is_sent_to_the_door(town: Town) -> None:
    for url in ("/desk/", "/desk/inbox/", "/desk/search/", "/desk/take-in/", "/desk/register-book/"):
        assert Client().get(url).url.startswith("/account/login/")


@pytest.mark.parametrize(
    ("who", "where"),
    [("registrar", "/desk/inbox/"), ("akim", "/desk/lists/to-resolve/"), ("executor", "/desk/lists/mine/")]
    + [("overseer", "/watch/"), ("portal_owner", "/watch/")],
)
def test_everybody_begins_where_his_work_is(town: Town, who: str, where: str) -> None:
    assert at_desk(getattr(town, who)).get("/desk/").url == where


def test_what_was_withdrawn_or_passed_on_has_a_list_of_its_own(town: Town) -> None:
    gone = appeals.registered(town, subject="Кайтарып алынды")
    appeals.answered(town, subject="Жооп берилди")
    command = WithdrawAppeal(appeal_id=gone.pk, reason="Маселе чечилди, арызымды кайтарып алам.")
    withdraw_appeal(command, actor=town.registrar.actor, now=NOW)
    client = at_desk(town.registrar)

    assert listed(client, town, "otherwise") == ["Кайтарып алынды"]
    assert listed(client, town, "otherwise", state="merged") == []
    assert rail(client, town)["otherwise"] == 1
