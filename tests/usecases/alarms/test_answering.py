"""Who answers an alarm, what is kept of it, and that nobody bends it afterwards."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from kairyluu.data.alarms.models import Alarm, AlarmAnswer, AlarmMark, AlarmNotice
from kairyluu.data.journal.models import Entry
from kairyluu.queries.alarms.links import token_of
from kairyluu.queries.alarms.seeing import AlarmNotFound, find_card, list_cards, list_ringing
from kairyluu.rules.facts import Actor
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.alarms.answer import (
    AcknowledgeAlarm,
    CloseAlarm,
    NothingDone,
    acknowledge_alarm,
    acknowledge_by_link,
    close_alarm,
)
from kairyluu.usecases.alarms.mark import FollowLink, ReadAlarm, follow_link, read_alarm, ringing_for
from tests.cast import NOW, TODAY, Town
from tests.factories import alarms

SOON = NOW + timedelta(seconds=187)
NO_PATH = ("citizen", "stranger", "foreign_head", "foreign_registrar", "executor", "controller", "body_admin")


def letter_to(alarm: Alarm, member: object) -> AlarmNotice:
    return AlarmNotice.objects.get(alarm=alarm, channel="email", official=member.official)  # type: ignore[attr-defined]


def test_the_first_answer_is_kept_to_the_second_and_ends_the_ringing(town: Town) -> None:
    alarm = alarms.raised(town)
    assert len(ringing_for(town.akim.actor, NOW)) == 1

    acknowledge_alarm(AcknowledgeAlarm(alarm_id=alarm.pk), actor=town.akim.actor, now=SOON)
    acknowledge_alarm(
        AcknowledgeAlarm(alarm_id=alarm.pk), actor=town.akim.actor, now=SOON + timedelta(minutes=1)
    )
    acknowledge_alarm(
        AcknowledgeAlarm(alarm_id=alarm.pk), actor=town.deputy.actor, now=SOON + timedelta(minutes=2)
    )

    card = find_card(town.akim.actor, alarm.pk, TODAY)
    assert card.seconds_to_answer == 187
    assert [a.official_id for a in card.answers] == [town.akim.official.pk, town.deputy.official.pk]
    assert list_ringing(town.deputy.actor, TODAY) == []
    assert Entry.objects.filter(act="acknowledge_alarm").count() == 2


def test_drawn_read_and_answered_are_three_moments(town: Town) -> None:
    alarm = alarms.raised(town)

    ringing_for(town.akim.actor, NOW + timedelta(seconds=3))
    read_alarm(ReadAlarm(alarm_id=alarm.pk), actor=town.akim.actor, now=NOW + timedelta(seconds=40))
    read_alarm(ReadAlarm(alarm_id=alarm.pk), actor=town.akim.actor, now=NOW + timedelta(seconds=90))

    card = find_card(town.operator.actor, alarm.pk, TODAY)
    akim = next(
        one for one in card.told if one.name == town.akim.account.full_name or one.ways["screen"].get("read")
    )
    screen = {what: (at - NOW).seconds for what, at in akim.ways["screen"].items()}
    assert screen == {"handed_over": 0, "delivered": 3, "read": 40}


@pytest.mark.parametrize("who", NO_PATH)
def test_it_is_not_there_for_others(town: Town, who: str) -> None:
    alarm, actor = alarms.raised(town), getattr(town, who).actor

    for attempt in (
        lambda: find_card(actor, alarm.pk, TODAY),
        lambda: acknowledge_alarm(AcknowledgeAlarm(alarm_id=alarm.pk), actor=actor, now=SOON),
        lambda: close_alarm(CloseAlarm(alarm_id=alarm.pk, words="x"), actor=actor, now=SOON),
    ):
        with pytest.raises(AlarmNotFound):
            attempt()
    assert list_cards(actor, TODAY, drills=False) == list_ringing(actor, TODAY) == []


def test_the_head_it_is_about_neither_sees_nor_answers_it(town: Town) -> None:
    alarm = alarms.raised(town, "C", concern="official", about_official=town.akim.official.code)

    with pytest.raises(AlarmNotFound):
        find_card(town.akim.actor, alarm.pk, TODAY)
    assert list_cards(town.akim.actor, TODAY, drills=False) == []
    assert find_card(town.overseer.actor, alarm.pk, TODAY).may_acknowledge


def test_who_was_told_and_is_named_later_loses_it(town: Town) -> None:
    alarm = alarms.raised(town)
    alarm.call.fields = {"concern": "official", "about_official": town.deputy.official.code}
    alarm.call.save()
    letter = letter_to(alarm, town.deputy)

    assert list_ringing(town.deputy.actor, TODAY) == []
    for attempt in (
        lambda: find_card(town.deputy.actor, alarm.pk, TODAY),
        lambda: acknowledge_by_link(letter.pk, token_of(letter.pk), now=SOON),
        lambda: follow_link(
            FollowLink(notice_id=letter.pk, token=token_of(letter.pk)), actor=Actor(), now=SOON
        ),
    ):
        with pytest.raises(AlarmNotFound):
            attempt()


def test_the_operator_sees_who_knows_and_cannot_answer_for_them(town: Town) -> None:
    alarm = alarms.raised(town)

    assert len(find_card(town.operator.actor, alarm.pk, TODAY).told) == 2
    with pytest.raises(NotAllowed):
        acknowledge_alarm(AcknowledgeAlarm(alarm_id=alarm.pk), actor=town.operator.actor, now=SOON)


def test_the_link_answers_as_the_one_it_was_sent_to(town: Town) -> None:
    alarm = alarms.raised(town)
    letter = letter_to(alarm, town.akim)

    follow_link(FollowLink(notice_id=letter.pk, token=token_of(letter.pk)), actor=Actor(), now=SOON)
    assert alarm.answers.count() == 0, "looking is not answering"
    acknowledge_by_link(letter.pk, token_of(letter.pk), now=SOON)

    answer = AlarmAnswer.objects.get()
    assert (answer.official_id, answer.way, answer.at) == (town.akim.official.pk, "link", SOON)
    assert letter.marks.get(what="read").at == SOON


def test_a_wrong_old_or_foreign_link_is_none(town: Town) -> None:
    alarm = alarms.raised(town)
    letter, other = letter_to(alarm, town.akim), letter_to(alarm, town.deputy)

    for token, now in (
        ("0" * 40, SOON),
        ("", SOON),
        (token_of(other.pk), SOON),
        (token_of(letter.pk), NOW + timedelta(days=3)),
    ):
        with pytest.raises(AlarmNotFound):
            acknowledge_by_link(letter.pk, token, now=now)


def test_closing_needs_an_answer_and_words(town: Town) -> None:
    alarm = alarms.raised(town)

    with pytest.raises(NotAllowed):
        close_alarm(CloseAlarm(alarm_id=alarm.pk, words="Өрт өчүрүлдү"), actor=town.akim.actor, now=SOON)
    acknowledge_alarm(AcknowledgeAlarm(alarm_id=alarm.pk), actor=town.akim.actor, now=SOON)
    with pytest.raises(NothingDone):
        close_alarm(CloseAlarm(alarm_id=alarm.pk, words=" "), actor=town.akim.actor, now=SOON)
    close_alarm(CloseAlarm(alarm_id=alarm.pk, words="Өрт өчүрүлдү"), actor=town.akim.actor, now=SOON)

    assert Alarm.objects.get().closed_at == SOON
    assert Entry.objects.get(act="close_alarm").reason == "Өрт өчүрүлдү"
    letter = letter_to(alarm, town.deputy)
    with pytest.raises(AlarmNotFound):
        acknowledge_by_link(letter.pk, token_of(letter.pk), now=SOON)


def test_drills_are_listed_apart(town: Town) -> None:
    real, drill = alarms.raised(town), alarms.raised(town, is_drill=True)

    assert [card.alarm for card in list_cards(town.akim.actor, TODAY, drills=True)] == [drill]
    assert [card.alarm for card in list_cards(town.overseer.actor, TODAY, drills=False)] == [real]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE alarms_alarm SET words = 'башка'",
        "UPDATE alarms_alarm SET acknowledged_at = NULL",
        "UPDATE alarms_alarm SET is_drill = TRUE",
        "DELETE FROM alarms_alarm",
        "UPDATE alarms_alarmnotice SET official_name = ''",
        "UPDATE alarms_alarmmark SET at = now()",
        "DELETE FROM alarms_alarmanswer",
        "TRUNCATE alarms_alarmmark",
    ],
)
def test_the_database_refuses_to_bend_an_alarm(town: Town, statement: str) -> None:
    alarm = alarms.raised(town)
    acknowledge_alarm(AcknowledgeAlarm(alarm_id=alarm.pk), actor=town.akim.actor, now=SOON)
    before = AlarmMark.objects.count()

    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"SET CONSTRAINTS ALL IMMEDIATE; {statement}")
    assert AlarmMark.objects.count() == before
