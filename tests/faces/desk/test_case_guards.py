"""Who may do what on the case page: the page offers only that, and a hand-made request gets no further."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.journal.models import Entry
from kairyluu.usecases.appeals.submit import Target
from tests.cast import NOW, Town
from tests.faces.desk.case_pages import at_desk, do, offers, text_of, url
from tests.factories import appeals

ACTS = (
    *("register", "refuse", "resolve", "draft", "submit", "return"),
    *("sign", "send", "note", "contribute", "attach"),
)
# state -> role -> acts offered; whoever is not named sees the page without any act
OFFERED: dict[str, dict[str, set[str]]] = {
    "received": {"registrar": {"register", "refuse"}, "akim": {"refuse"}, "controller": set()},
    "registered": {
        "registrar": {"refuse", "note"},
        "akim": {"refuse", "resolve", "note"},
        "deputy": {"refuse", "resolve", "note"},
        "controller": {"note"},
        "overseer": set(),
        "execution_controller": set(),
    },
    "assigned": {
        "executor": {"draft", "submit", "note", "contribute", "attach"},
        "co_executor": {"note", "contribute", "attach"},
        "akim": {"resolve", "note"},
        "registrar": {"note"},
        "overseer": set(),
    },
    "awaiting_signature": {"akim": {"return", "sign", "note"}, "executor": {"note"}, "registrar": {"note"}},
    "signed": {"registrar": {"send"}, "akim": {"send"}, "executor": set(), "controller": set()},
}
FIELDS = {
    "text": "Сөз",
    "outcome": "satisfied",
    "measures": "Иш",
    "remarks": "Эскертүү",
    "ground": "profanity",
    "reason": "Текстте мекеменин кызматкерлерине карата адепсиз сөздөр колдонулган.",
    "confirm": "1",
}
MADE: dict[str, Callable[..., Appeal]] = {
    "received": appeals.received,
    "registered": appeals.registered,
    "assigned": appeals.assigned,
    "awaiting_signature": appeals.awaiting_signature,
    "signed": appeals.signed,
}


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(hours=1))


def made(town: Town, state: str) -> Appeal:
    early = state in ("received", "registered")
    return MADE[state](town) if early else MADE[state](town, with_co_executor=True)


@pytest.mark.parametrize(("state", "who"), [(s, who) for s, roles in OFFERED.items() for who in roles])
def test_the_page_offers_what_the_role_may_do_and_a_hand_made_post_does_no_more(
    town: Town, state: str, who: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    appeal = made(town, state)
    client = at_desk(getattr(town, who))
    page = client.get(url(appeal)).content.decode()
    n_acts = Entry.objects.filter(appeal_id=appeal.pk).count()
    fields = FIELDS | {"seen_version": str(appeal.version), "lead": town.executor.official.code}

    ids = re.findall(r' id="([^"]*)"', page)
    assert len(ids) == len(set(ids))
    assert page.count("<h1") == 1

    hidden = [act for act in ACTS if not _has_button(page, appeal, act)]
    answers = {_posted(client, appeal, hidden[-1], fields)}
    _draw_no_more_pages(monkeypatch)
    answers |= {_posted(client, appeal, act, fields) for act in hidden[:-1]}

    assert set(ACTS) - set(hidden) == OFFERED[state][who]
    assert answers <= {403, 409}
    assert Entry.objects.filter(appeal_id=appeal.pk).count() == n_acts
    appeal.refresh_from_db()
    assert appeal.state == state


def _posted(client: Client, appeal: Appeal, act: str, fields: dict[str, str]) -> int:
    return client.post(url(appeal, f"{act}/"), fields).status_code


def _draw_no_more_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """A refused act draws the whole page again: that was seen once, now only what is answered counts."""
    only_status = lambda *_, status=200, **__: HttpResponse(status=status)  # noqa: E731
    monkeypatch.setattr("kairyluu.faces.desk.views.case_acts.draw_case", only_status)


def _has_button(page: str, appeal: Appeal, act: str) -> bool:
    return offers(page, appeal, act) or f'formaction="{url(appeal, act + "/")}"' in page


@pytest.mark.parametrize(
    "who", ["foreign_head", "foreign_registrar", "foreign_executor", "body_admin", "operator_of_the_system"]
)
def test_for_others_no_address_of_the_appeal_exists(town: Town, who: str) -> None:
    appeal = appeals.assigned(town)
    client = at_desk(getattr(town, who))

    reads = [
        client.get(url(appeal, part)) for part in ("", "refuse/", "letter/", "letter.pdf", "address.pdf")
    ]
    writes = [client.post(url(appeal, f"{act}/"), FIELDS | {"seen_version": "1"}) for act in ACTS]

    assert {answer.status_code for answer in (*reads, *writes)} == {404}
    assert client.get(url(appeal, f"files/{uuid4()}/")).status_code == 404


def test_an_executor_not_named_finds_nothing_and_a_citizen_is_not_let_in(town: Town) -> None:
    appeal = appeals.assigned(town)

    assert at_desk(town.co_executor).get(url(appeal)).status_code == 404
    assert at_desk(town.citizen).get(url(appeal)).status_code == 404
    assert at_desk(town.citizen).post(url(appeal, "note/"), FIELDS).status_code == 404


def test_a_deputy_complained_about_finds_nothing_and_an_executor_complained_about_is_not_offered(
    town: Town,
) -> None:
    about = (Target(official=town.deputy.official.code), Target(official=town.executor.official.code))
    appeal = appeals.registered(town, kind="complaint", targets=about)
    code = town.executor.official.code

    assert at_desk(town.deputy).get(url(appeal)).status_code == 404
    akim = at_desk(town.akim)
    assert f'value="{code}"' not in akim.get(url(appeal)).content.decode()
    refused = do(akim, appeal, "resolve", text="Текшериңиз.", lead=code)

    assert refused.status_code == 422
    assert Appeal.objects.get(pk=appeal.pk).state == "registered"


def test_two_browsers_at_once_the_second_is_told_and_keeps_his_words(town: Town) -> None:
    appeal = appeals.registered(town)
    fields = {"text": "Экинчи тапшырма.", "lead": town.executor.official.code}
    seen = {"seen_version": str(appeal.version)}
    akim, deputy = at_desk(town.akim), at_desk(town.deputy)

    akim.post(url(appeal, "resolve/"), fields | seen | {"text": "Биринчи тапшырма."})
    late = deputy.post(url(appeal, "resolve/"), fields | seen)

    assert late.status_code == 409
    assert "Биринчи тапшырма." in text_of(late)
    assert "Экинчи тапшырма." in text_of(late)
    fresh = {"seen_version": str(Appeal.objects.get(pk=appeal.pk).version)}
    assert f'name="seen_version" value="{fresh["seen_version"]}"' in text_of(late)
    again = deputy.post(url(appeal, "resolve/"), fields | fresh)
    assert again.status_code == 302


def test_where_the_act_is_no_longer_open_the_typed_words_are_still_shown(town: Town) -> None:
    appeal = appeals.awaiting_signature(town)

    late = do_after(town, appeal)

    assert late.status_code == 409
    assert "Көп жазган эскертүүм" in text_of(late)


def do_after(town: Town, appeal: Appeal):  # type: ignore[no-untyped-def]
    """The akim signs while the deputy types his remarks."""
    seen = {"seen_version": str(appeal.version)}
    at_desk(town.akim).post(url(appeal, "sign/"), seen)
    return at_desk(town.deputy).post(url(appeal, "return/"), seen | {"remarks": "Көп жазган эскертүүм"})


def test_nobody_signs_a_text_he_has_not_seen(town: Town) -> None:
    appeal = appeals.awaiting_signature(town)
    akim = at_desk(town.akim)

    answers = [
        akim.post(url(appeal, "sign/"), fields)
        for fields in ({}, {"seen_version": "abc"}, {"seen_version": str(appeal.version - 1)})
    ]

    assert [answer.status_code for answer in answers] == [409, 409, 409]
    assert Appeal.objects.get(pk=appeal.pk).state == "awaiting_signature"


def test_an_address_of_an_act_opened_by_hand_leads_to_the_case(town: Town) -> None:
    appeal = appeals.registered(town)
    client = at_desk(town.akim)

    answers = [client.get(url(appeal, f"{act}/")) for act in ACTS if act != "refuse"]

    assert {answer.status_code for answer in answers} == {302}
    assert {answer["Location"] for answer in answers} == {url(appeal)}
