"""Each message reaches its gateway once; a gateway that is away, or a killed worker, loses none."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.conf import LazySettings
from django.core.mail import EmailMessage

from kairyluu.data.alarms.models import AlarmMark, AlarmNotice
from kairyluu.data.journal.models import Entry
from kairyluu.queries.alarms.links import token_of
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.usecases.alarms.hand_over import HandOver, TryAgain, hand_over
from kairyluu.usecases.alarms.mark import AskFates, ask_fates
from kairyluu.usecases.alarms.sweep import SweepAlarms, sweep_alarms
from tests.cast import NOW, Town
from tests.factories import alarms
from tests.gateways.reach_stand_in import stand_in

LATER = NOW + timedelta(seconds=30)


def sweep(now: datetime = LATER) -> int:
    return sweep_alarms(SweepAlarms(), actor=SYSTEM_ACTOR, now=now)


def test_letters_go_in_each_reader_s_language_with_his_own_link_and_no_content(
    town: Town, mailoutbox: list[EmailMessage]
) -> None:
    alarm = alarms.raised(town, is_drill=True)

    alarms.hand_over_all(alarm)
    alarms.hand_over_all(alarm)

    assert len(mailoutbox) == 2
    for letter in mailoutbox:
        notice = alarm.notices.get(channel="email", address=letter.to[0])
        assert f"/alarms/link/{notice.pk}/{token_of(notice.pk)}/" in letter.body
        assert letter.subject.startswith({"ky": "МАШЫГУУ", "ru": "УЧЕНИЕ"}[notice.language])
        assert alarms.WORDS not in letter.body
        assert "+996700000004" not in letter.body
        assert notice.marks.get().what == "handed_over"
    assert Entry.objects.filter(act="tell_alarm").count() == 2


def test_without_a_carrier_it_is_said_and_letters_go_on(town: Town, mailoutbox: list[EmailMessage]) -> None:
    alarms.give_phones(town)
    alarm = alarms.raised(town)

    alarms.hand_over_all(alarm)

    mark = AlarmMark.objects.filter(notice__channel="sms").first()
    assert mark is not None
    assert (mark.what, mark.detail) == ("refused", "sms: not configured")
    assert len(mailoutbox) == 2


def test_a_carrier_that_is_away_is_asked_again_and_says_what_became_of_it(
    town: Town, settings: LazySettings
) -> None:
    alarms.give_phones(town)
    alarm = alarms.raised(town)
    sms = alarm.notices.get(channel="sms", official=town.akim.official)
    with stand_in() as carrier:
        settings.REACH = {"sms": carrier.address}
        carrier.answers = [503]
        with pytest.raises(TryAgain):
            hand_over(HandOver(notice_id=sms.pk), actor=SYSTEM_ACTOR, now=NOW)
        assert hand_over(HandOver(notice_id=sms.pk), actor=SYSTEM_ACTOR, now=LATER) == "handed_over"
        assert hand_over(HandOver(notice_id=sms.pk), actor=SYSTEM_ACTOR, now=LATER) == ""
        carrier.fates[f"ref-{sms.pk}"] = {"state": "read", "at": "2026-03-10T04:01:07+00:00"}
        assert ask_fates(AskFates(), actor=SYSTEM_ACTOR, now=LATER) == 2

    assert [mark.what for mark in sms.marks.all()] == ["deferred", "handed_over", "delivered", "read"]
    assert sms.marks.get(what="read").at == datetime(2026, 3, 10, 4, 1, 7, tzinfo=UTC)
    assert len(carrier.taken[str(sms.pk)]["text"]) < 400


def test_what_a_killed_worker_left_is_queued_again(town: Town) -> None:
    alarm = alarms.raised(town)
    left = AlarmNotice.objects.filter(alarm=alarm, channel="email").count()

    assert sweep(NOW + timedelta(seconds=5)) == 0, "the worker gets its time"
    assert sweep() == left
    assert sweep(NOW + timedelta(minutes=16)) == left + 1, "the step that is due too"
    alarms.hand_over_all(alarm)
    assert sweep() == 0
