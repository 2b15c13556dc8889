"""What another term would have meant, as page and command, from real appeals."""

from __future__ import annotations

import argparse
import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from kairyluu.data.appeals.models import Appeal, Extension
from kairyluu.data.reference.models import CalendarDay
from kairyluu.faces.commands import what_if
from kairyluu.queries.clock.what_if import NotAPeriod, NotATerm, WhatIf, count_lateness
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.usecases.answers.send_answer import SendAnswer, send_answer
from kairyluu.usecases.appeals.submit import Target
from tests.cast import NOW, TODAY, Member, Town
from tests.factories import appeals
from tests.inspecting import InspectingClient, text_of

LATER = TODAY + timedelta(days=60)
ASKED = {"amount": "10", "unit": "wd", "first": "2026-03-01", "last": "2026-03-31"}


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(days=60))


def watching(member: Member) -> Client:
    client = InspectingClient()
    client.force_login(member.account)
    return client


def answered_after(town: Town, days: int, **changes: Any) -> Appeal:
    """Registered on 10 March and answered so many calendar days later."""
    appeal = appeals.signed(town, **changes)
    return send_answer(
        SendAnswer(appeal_id=appeal.pk), actor=town.registrar.actor, now=NOW + timedelta(days=days)
    )


def counted(consideration: str = "10wd", **changes: Any) -> Any:
    question = WhatIf(**{"consideration": consideration, "first": TODAY, "last": TODAY} | changes)
    return count_lateness(question, actor=SYSTEM_ACTOR, today=LATER)


def test_real_lateness_stands_beside_that_under_another_term(town: Town) -> None:
    # 14 working days end on 31 March, 10 on 25 March.
    for days in (10, 16, 21, 22):
        answered_after(town, days)
    appeals.registered(town)

    ten = counted()

    assert (ten.total.n, ten.total.n_open, ten.total.late, ten.total.would_be_late) == (5, 1, 2, 4)
    assert counted("30cd").total.would_be_late == 1
    assert counted("14wd").total.would_be_late == 2
    assert [(row.code, row.n) for row in ten.bodies] == [(town.body.code, 5)]


def test_an_extension_that_was_given_is_added(town: Town) -> None:
    appeal = answered_after(town, 20)
    Extension.objects.create(
        appeal=appeal,
        reason="Текшерүү",
        old_due_on="2026-03-31",
        new_due_on="2026-04-10",
        author=town.akim.official,
        author_post=town.akim.post,
        made_at=NOW,
    )

    assert counted().total.would_be_late == 0


def test_each_body_is_counted_by_its_own_calendar(town: Town) -> None:
    answered_after(town, 16)
    assert counted().total.would_be_late == 1
    CalendarDay.objects.create(
        date="2026-03-17", scope=town.body.code, kind="holiday", name_ky="Күн", name_ru="День", name_en="Day"
    )

    assert counted().total.would_be_late == 0


def test_only_the_subtree_and_the_period_asked_for(town: Town) -> None:
    answered_after(town, 16)

    assert counted(body=town.above.code).total.n == 1
    assert counted(body=town.foreign_body.code).total.n == 0
    assert counted(first=TODAY + timedelta(days=1), last=LATER).total.n == 0
    with pytest.raises(NotATerm):
        counted("soon")
    with pytest.raises(NotAPeriod):
        counted(last=TODAY - timedelta(days=1))


@pytest.mark.parametrize("last", ["9999-12-31", "0003-12-31"])
def test_days_that_no_calendar_reaches_are_refused(town: Town, last: str) -> None:
    answer = watching(town.overseer).get("/watch/what-if/", ASKED | {"first": last, "last": last})

    assert answer.status_code == 422


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_an_overseer_sees_his_subtree(town: Town, language: str) -> None:
    answered_after(town, 22)
    client = watching(town.overseer)
    client.cookies["til"] = language

    page = client.get("/watch/what-if/", ASKED)

    assert page.status_code == 200
    assert page.context["outcome"].total.would_be_late == 1
    assert town.body.name(language) in text_of(page.content)
    assert client.get("/watch/what-if/").context["outcome"] is None


def test_he_counts_nothing_of_others_and_no_complaint_about_himself(town: Town) -> None:
    assert town.overseer.official is not None
    answered_after(town, 22)
    about = (Target(official=town.overseer.official.code),)
    appeals.registered(town, kind="complaint", targets=about)
    client = watching(town.overseer)

    page = client.get("/watch/what-if/", ASKED)
    refused = client.get("/watch/what-if/", ASKED | {"body": town.ministry.code})

    assert page.context["outcome"].total.n == 1
    assert refused.status_code == 422


@pytest.mark.parametrize(
    "wrong", [{"amount": "0"}, {"unit": "x"}, {"first": ""}, {"last": "2026-02-01"}, {"first": "1990-01-01"}]
)
def test_what_cannot_be_counted_is_told_at_its_field(town: Town, wrong: dict[str, str]) -> None:
    page = watching(town.overseer).get("/watch/what-if/", ASKED | wrong)

    assert page.status_code == 422
    assert page.context["form"].errors


@pytest.mark.parametrize("who", ["registrar", "akim", "citizen", "operator_of_the_system"])
def test_others_do_not_find_the_page(town: Town, who: str) -> None:
    assert watching(getattr(town, who)).get("/watch/what-if/").status_code == 404


def test_the_command_says_the_same(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    answered_after(town, 22)
    parser = argparse.ArgumentParser()
    what_if.add_arguments(parser)
    words = ["--consideration", "10wd", "--from", "2026-03-01", "--to", "2026-03-31"]

    assert what_if.run(parser.parse_args([*words, "--body", town.body.code, "--json"])) == 0
    told = json.loads(capsys.readouterr().out)
    assert what_if.run(parser.parse_args(words)) == 0
    text = capsys.readouterr().out
    assert what_if.run(parser.parse_args([*words, "--body", "nowhere"])) == 1

    assert told["total"] == {"n": 1, "n_open": 0, "late": 1, "would_be_late": 1, "difference": 0}
    assert told["bodies"][0]["code"] == town.body.code
    assert town.body.code in text
    assert "nowhere" in capsys.readouterr().err


def test_an_address_of_before_still_counts(town: Town) -> None:
    appeals.registered(town)
    days = {"first": "2026-03-01", "last": "2026-03-31"}

    page = watching(town.overseer).get("/watch/what-if/", {"term": "10wd"} | days)
    wrong = watching(town.overseer).get("/watch/what-if/", {"term": "soon"} | days)

    assert (page.status_code, page.context["outcome"].term.amount) == (200, 10)
    assert wrong.status_code == 422
