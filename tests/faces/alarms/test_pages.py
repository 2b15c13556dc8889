"""The pages of alarms as people read them: the banner on every desk page, the page of one, the lists, the link."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from kairyluu.data.alarms.models import Alarm, AlarmAnswer, AlarmMark
from kairyluu.data.calls.models import Call
from kairyluu.queries.alarms.links import token_of
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.usecases.alarms.escalate import EscalateAlarm, escalate_alarm
from tests.cast import NOW, Member, Town
from tests.factories import alarms, appeals, calls
from tests.inspecting import InspectingClient


def client_of(member: Member, kind: type[Client] = InspectingClient) -> Client:
    client = kind()
    client.force_login(member.account)
    return client


def shown(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def part(member: Member, path: str) -> str:
    """A part of a page, as the script asks for it."""
    return shown(client_of(member, Client), path)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.mark.parametrize("path", ["/desk/inbox/", "/desk/lists/to-resolve/", "/console/today/", "/alarms/"])
def test_it_rings_on_every_page_of_who_was_told_until_he_answers(town: Town, path: str) -> None:
    alarm, akim = alarms.raised(town), client_of(town.akim)

    assert f'data-alarm="{alarm.pk}"' in shown(akim, path)
    answer = akim.post(f"/alarms/{alarm.pk}/acknowledge/", follow=True)

    assert "Кабарды алганыңыз белгиленди" in answer.content.decode()
    assert "data-alarm" not in shown(akim, path)
    assert AlarmAnswer.objects.get().way == "desk"


def test_it_rings_for_nobody_else(town: Town) -> None:
    alarms.raised(town, concern="official", about_official=town.akim.official.code)

    for who in ("akim", "deputy", "registrar", "executor", "foreign_head"):
        assert "data-alarm" not in part(getattr(town, who), "/alarms/now/")
    assert "data-alarm" in part(town.overseer, "/alarms/now/")
    assert "data-alarm" in shown(client_of(town.overseer), "/watch/")


def test_the_page_tells_who_knows_and_renews_itself_without_a_script(town: Town) -> None:
    alarm, akim = alarms.raised(town), client_of(town.akim)

    page = shown(akim, f"/alarms/{alarm.pk}/")
    assert alarms.WORDS in page
    assert '<noscript><meta http-equiv="refresh" content="15;url=?again=1"></noscript>' in page
    assert "кийинкиге өтөт" in page
    assert page.count(f'action="/alarms/{alarm.pk}/acknowledge/"') == 1
    akim.post(f"/alarms/{alarm.pk}/acknowledge/")
    page = shown(akim, f"/alarms/{alarm.pk}/")
    assert "refresh" not in page
    assert "ырастады" in page
    assert akim.post(f"/alarms/{alarm.pk}/close/", {"words": ""}).status_code == 422
    akim.post(f"/alarms/{alarm.pk}/close/", {"words": "Өрт өчүрүлдү."})
    assert "Өрт өчүрүлдү." in shown(akim, f"/alarms/{alarm.pk}/")


def test_the_lists_keep_drills_apart_with_their_times(town: Town) -> None:
    before = NOW - timedelta(minutes=9)
    drill = alarms.raised(town, is_drill=True, now=before)
    alarms.hand_over_all(drill, now=before)
    akim = client_of(town.akim)
    akim.post(f"/alarms/{drill.pk}/acknowledge/")

    listed = shown(akim, "/alarms/drills/")
    assert str(drill.pk) in listed
    assert "9 мүн 00 сек" in listed
    assert str(drill.pk) not in shown(akim, "/alarms/")
    assert str(drill.pk) in shown(client_of(town.overseer), "/alarms/drills/")


def test_the_link_shows_little_and_only_a_press_answers(town: Town) -> None:
    alarm = alarms.raised(town)
    letter = alarm.notices.get(channel="email", official=town.akim.official)
    path = f"/alarms/link/{letter.pk}/{token_of(letter.pk)}/"
    anybody = InspectingClient()

    page = shown(anybody, path)
    assert alarms.WORDS not in page
    assert calls.NUMBER not in page
    assert alarm.call.number not in page
    assert not AlarmAnswer.objects.exists()
    assert "катталды" in anybody.post(path).content.decode()
    assert AlarmAnswer.objects.get().official_id == town.akim.official.pk
    assert anybody.get(f"/alarms/link/{letter.pk}/{'0' * 40}/").status_code == 404
    assert anybody.post(f"/alarms/link/{uuid4()}/{token_of(letter.pk)}/").status_code == 404


def test_the_registrar_raises_one_on_an_appeal_that_came_by_letter(town: Town) -> None:
    appeal = appeals.received(town)
    registrar = client_of(town.registrar)
    where = f"/alarms/raise/?appeal={appeal.pk}"
    assert where in registrar.get(f"/desk/appeals/{appeal.pk}/").content.decode()

    assert str(appeal.pk) in shown(registrar, where)
    registrar.post("/alarms/raise/", {"raising_key": uuid4(), "appeal": appeal.pk, "alarm": "crime_report"})

    alarm = Alarm.objects.get()
    assert (alarm.appeal_id, alarm.is_drill, alarm.words) == (appeal.pk, False, appeal.text)
    page = shown(registrar, f"/desk/appeals/{appeal.pk}/")
    assert f"/alarms/{alarm.pk}/" in page
    assert "Шашылыш кабар берилди" in page


def test_a_drill_is_raised_from_the_page_of_alarms(town: Town) -> None:
    akim = client_of(town.akim)
    akim.post("/alarms/raise/", {"raising_key": uuid4(), "alarm": "B", "drill": "on", "words": "Машыгуу"})

    alarm = Alarm.objects.get()
    assert alarm.is_drill
    assert alarms.told(alarm) == {town.deputy.official.code: 1}, "who raises it is not told of it"
    assert akim.post("/alarms/raise/", {"alarm": "Z"}).status_code == 422


def test_one_press_in_the_console_with_half_a_form(town: Town) -> None:
    call = calls.opened(town)
    operator = client_of(town.operator)
    page = shown(operator, f"/console/calls/{call.pk}/")
    assert f'formaction="/console/calls/{call.pk}/alarm/"' in page
    half = {"seen_version": 1, "text": "Аксакалды сабап жат", "raising_key": uuid4(), "alarm": "B"}

    answer = operator.post(f"/console/calls/{call.pk}/alarm/", half)

    assert answer.status_code == 302
    assert (Alarm.objects.get().words, Call.objects.get().fields["text"]) == (half["text"],) * 2
    page = shown(operator, f"/console/calls/{call.pk}/")
    assert "Эч ким ырастай элек" in page
    client_of(town.deputy).post(f"/alarms/{Alarm.objects.get().pk}/acknowledge/")
    assert "баштап билет" in part(town.operator, f"/console/calls/{call.pk}/alarms/")


def test_a_form_that_was_saved_elsewhere_does_not_stop_the_alarm(town: Town) -> None:
    call = calls.opened(town)
    operator = client_of(town.operator)

    answer = operator.post(
        f"/console/calls/{call.pk}/alarm/",
        {"seen_version": 7, "text": "Тез", "raising_key": uuid4(), "alarm": "A"},
    )

    assert answer.status_code == 422
    assert "Тез" in answer.content.decode()
    assert Alarm.objects.get().words == "Тез"


def test_the_script_is_answered_at_once_and_the_form_stays_as_it_is(town: Town) -> None:
    call = calls.opened(town)
    sent = {"seen_version": 1, "text": "Тез", "raising_key": uuid4(), "alarm": "A"}

    answer = client_of(town.operator, Client).post(
        f"/console/calls/{call.pk}/alarm/", sent, headers={"X-Requested-With": "fetch"}
    )

    assert answer.status_code == 204
    assert town.akim.account.full_name.split()[0] in part(town.operator, f"/console/calls/{call.pk}/alarms/")
    assert Call.objects.get().version == 1


def test_a_call_that_asked_for_confidentiality_keeps_its_words_and_number(town: Town) -> None:
    alarm = alarms.raised(town)
    Call.objects.update(fields={"text": alarms.WORDS, "confidential": "on"})

    page = shown(client_of(town.akim), f"/alarms/{alarm.pk}/")

    assert alarms.WORDS not in page
    assert "+996700000004" not in page
    assert "купуялыкты" in page
    assert alarms.WORDS in shown(client_of(town.operator), f"/alarms/{alarm.pk}/")


def test_drawn_on_the_screen_is_delivered_once(town: Town) -> None:
    alarm = alarms.raised(town)

    for _ in range(3):
        part(town.akim, "/alarms/now/")

    marks = AlarmMark.objects.filter(notice__alarm=alarm, notice__official=town.akim.official)
    assert marks.filter(what="delivered").count() == 1


def test_a_drill_in_a_call_is_no_alarm_and_hides_none(town: Town) -> None:
    call, key = calls.opened(town), uuid4()
    operator = client_of(town.operator)
    where = f"/console/calls/{call.pk}/"
    assert 'name="drill" value="A"' in shown(operator, where)
    sent = {"seen_version": 1, "text": "Машыгуу", "raising_key": key}

    operator.post(f"{where}alarm/", sent | {"drill": "A"})
    operator.post(f"{where}alarm/", sent | {"alarm": "A", "seen_version": 2})

    assert sorted(Alarm.objects.values_list("is_drill", flat=True)) == [False, True]
    assert "Машыгуу: " in shown(operator, where)


def test_titles_are_in_the_language_of_the_reader(town: Town) -> None:
    alarm = alarms.raised(town)
    akim = client_of(town.akim)

    assert "Биринчи" in shown(akim, f"/alarms/{alarm.pk}/") or "биринчи" in shown(
        akim, f"/alarms/{alarm.pk}/"
    )
    akim.cookies["til"] = "ru"
    assert town.deputy.post.title_ru in shown(akim, f"/alarms/{alarm.pk}/")


def test_who_watches_sees_what_nobody_acknowledged(town: Town) -> None:
    alarm, overseer = alarms.raised(town, now=NOW - timedelta(minutes=60)), client_of(town.overseer)
    for minutes in (45, 30, 15):
        when = NOW - timedelta(minutes=minutes)
        escalate_alarm(EscalateAlarm(alarm_id=alarm.pk), actor=SYSTEM_ACTOR, now=when)

    page = shown(overseer, "/watch/")
    assert f'href="/alarms/{alarm.pk}/"' in page
    assert "Тизме бүттү" in page
    assert "кайра билдирилди" in shown(overseer, f"/alarms/{alarm.pk}/")
    overseer.post(f"/alarms/{alarm.pk}/acknowledge/")
    assert "Эч ким ырастабаган" not in shown(overseer, "/watch/")
