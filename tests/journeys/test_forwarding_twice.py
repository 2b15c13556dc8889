"""A story by pages: one body after another sends the appeal on, it climbs, is answered above, and the applicant follows
it all by the first number."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

import pytest
from django.utils import timezone

from kairyluu.data.agencies.models import Official, Tenure
from kairyluu.data.appeals.models import Appeal, Handover
from kairyluu.data.journal.models import Entry
from kairyluu.rules.workdays import BISHKEK
from kairyluu.usecases.appeals.secret_codes import secret_for
from tests.cast import Member, Town
from tests.factories import appeals, people
from tests.inspecting import InspectingClient, text_of

WHY = "Бул маселе биздин ыйгарым укуктарга кирбейт."
_HIDDEN = re.compile(r'<input type="hidden" name="seen_version" value="(\d+)">')


def desk_of(member: Member) -> InspectingClient:
    client = InspectingClient()
    client.force_login(member.account)
    return client


def send(client: InspectingClient, appeal: Appeal, act: str, **fields: Any) -> Any:
    """The form as the page gives it; the version is that of the page."""
    own_page = client.get(f"/desk/appeals/{appeal.pk}/{act}/")
    page = own_page if own_page.status_code == 200 else client.get(f"/desk/appeals/{appeal.pk}/")
    version = _HIDDEN.search(page.content.decode())
    data = fields | ({"seen_version": version[1]} if version else {})
    return client.post(f"/desk/appeals/{appeal.pk}/{act}/", data)


def leg_after(appeal: Appeal) -> Appeal:
    return Handover.objects.get(appeal=appeal).successor


def test_forwarded_twice_it_climbs_and_the_first_number_shows_everything(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    def on(day: int) -> None:
        at = datetime(2026, 3, day, 11, tzinfo=BISHKEK)
        monkeypatch.setattr(timezone, "now", lambda: at)

    first = appeals.received(town)
    citizen = InspectingClient()
    on(10)
    secret = secret_for(first.submission_key)
    citizen.post("/track/", {"number": first.tracking_number, "secret": secret})

    def seen() -> str:
        return text_of(citizen.get(f"/track/{first.tracking_number}/").content)

    middle = desk_of(town.registrar)
    send(middle, first, "register", topic="utilities")
    send(middle, first, "forward", to=town.foreign_body.code, reason=WHY)
    second = leg_after(first)
    assert f"эми аны {town.foreign_body.name_ky} карайт" in seen()

    on(12)
    citizen.post("/track/", {"number": first.tracking_number, "secret": secret})
    below = desk_of(town.foreign_registrar)
    send(below, second, "register", topic="utilities")
    assert send(below, second, "forward", to=town.ministry.code, reason=WHY).status_code == 302
    third = leg_after(second)
    assert third.body == town.ministry
    assert f"эми аны {town.ministry.name_ky} карайт" in seen()

    # In the ministry nobody serves yet: a registrar is appointed.
    clerk = _registrar_of_the_ministry(town)
    on(24)
    citizen.post("/track/", {"number": first.tracking_number, "secret": secret})
    desk = desk_of(clerk)
    assert "буга чейин 2 жолу жөнөтүлгөн" in text_of(desk.get(f"/desk/appeals/{third.pk}/forward/").content)
    assert send(desk, third, "forward", reason=WHY).status_code == 302

    last = leg_after(third)
    words = seen()
    assert [h.kind for h in Handover.objects.order_by("id")] == ["whole", "whole", "climb"]
    assert last.body.code == "presidential-administration"
    assert f"эми аны {last.body.name_ky} карайт" in words
    assert "Өтө көп жолу жөнөтүлгөндүктөн жогорку органга өттү." in words
    assert words.count(WHY) == 3
    for leg in (first, second, third, last):
        assert (Appeal.objects.get(pk=leg.pk).number or leg.tracking_number) in words
    # 10 to 24 March without the weekends and Orozo Ait on Friday the 20th.
    assert "бери 9 жумуш күн өттү" in words
    told = list(Entry.objects.filter(act="forward").order_by("id").values_list("facts__is_late", flat=True))
    assert told == [False, False, False]


def _registrar_of_the_ministry(town: Town) -> Member:
    titles = {f"title_{language}": "Каттоочу" for language in ("ky", "ru", "en")}
    post = people.add_post("min-labour.registrar", town.ministry, role="registrar", **titles)
    official = Official.objects.create(code="ministry-registrar", surname="Осмонов", given_name="Бакыт")
    Tenure.objects.create(official=official, post=post, starts_on=people.SINCE)
    account = people.add_account(
        "bakyt@example.org", official=official, surname="Осмонов", given_name="Бакыт"
    )
    return Member(account=account, official=official, post=post)
