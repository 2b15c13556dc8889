"""A story of two people: at 12:40, in the lunch break of the winter, the operator presses one key in the middle of a
sentence; the akim's screen rings, and he answers by the link of his letter."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from playwright.sync_api import Page, expect

from kairyluu.data.alarms.models import Alarm, AlarmAnswer
from kairyluu.data.calls.models import Call
from tests.factories import alarms
from tests.journeys.conftest import Clock
from tests.journeys.walking import PHONE, Site, cut_off

pytestmark = pytest.mark.browser
LINK = re.compile(r"/alarms/link/\S+")


def test_an_alarm_in_the_lunch_break(site: Site, clock: Clock) -> None:
    clock.forward(hours=2, minutes=40)
    head, operator = site.hasty_member(site.town.akim), site.hasty_member(site.town.operator)
    head.goto("/desk/")
    operator.goto("/console/")
    expect(operator.locator("main")).to_contain_text("жумуш убактысынан тышкары")

    call = _press_in_the_middle_of_a_sentence(operator)

    alarm = Alarm.objects.get()
    assert (alarm.words, alarm.urgent_class.code) == ("Аким имаратына бирөө мылтык", "B")
    assert f"{alarm.raised_at.astimezone():%M}" == "40"
    expect(head.locator("[data-alarm]")).to_contain_text("B. Кызматкерлердин", timeout=15_000)
    alarms.hand_over_all(alarm, now=alarm.raised_at)
    _answer_by_letter(site)
    expect(operator.locator("#alarm")).to_contain_text("баштап билет", timeout=15_000)
    expect(head.locator("[data-alarm]")).to_have_count(0, timeout=15_000)
    assert AlarmAnswer.objects.get().official_id == site.town.akim.account.official_id
    expect(operator.locator("#c-text")).to_have_value("Аким имаратына бирөө мылтык көтөрүп кирди")
    assert Call.objects.get(pk=call).state == "open"


def _press_in_the_middle_of_a_sentence(page: Page) -> str:
    """The call's id; the keyboard stays where it was."""
    page.get_by_role("button", name="Чалууну ачуу").click()
    page.wait_for_selector("#call")
    page.locator("#c-text").press_sequentially("Аким имаратына бирөө мылтык")
    page.keyboard.press("Alt+2")
    expect(page.locator("#alarm-told")).to_have_text("Шашылыш кабар жөнөтүлдү")
    expect(page.locator("#alarm")).to_contain_text("Эч ким ырастай элек")
    page.keyboard.type(" көтөрүп кирди")
    expect(page.locator("#saving")).to_have_text("Сакталды", timeout=15_000)
    return page.url.rstrip("/").rpartition("/")[2]


def _answer_by_letter(site: Site) -> None:
    """On the akim's telephone, where nobody is signed in."""
    (letter,) = (one for one in mail.outbox if one.to == [site.town.akim.email])
    link = LINK.search(str(letter.body))
    assert link
    phone = site.visitor(viewport=PHONE, script=False)
    phone.goto(link[0])
    expect(phone.locator("main")).not_to_contain_text("мылтык")
    phone.get_by_role("button", name="Алдым, ырастайм").click()
    expect(phone.locator("main")).to_contain_text("ырастооңуз катталды")


def test_an_alarm_without_a_link_is_said_not_to_have_gone_and_goes_when_it_is_back(site: Site) -> None:
    page = site.member(site.town.operator)
    page.goto("/console/")
    page.get_by_role("button", name="Чалууну ачуу").click()
    page.wait_for_selector("#call")
    cut_off(page)

    page.keyboard.press("Alt+1")

    expect(page.locator("#alarm-told")).to_contain_text("жөнөтүлгөн ЖОК")
    assert not Alarm.objects.exists()
    page.context.set_offline(False)
    expect(page.locator("#alarm-told")).to_have_text("Шашылыш кабар жөнөтүлдү", timeout=15_000)
    assert Alarm.objects.get().urgent_class.code == "A"
    site.complaints[:] = [told for told in site.complaints if "ERR_INTERNET_DISCONNECTED" not in told]
