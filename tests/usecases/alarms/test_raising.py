"""An alarm goes to whom the chain names, round whom it is about, and on to the next when nobody answers."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from kairyluu.data.alarms.models import Alarm, ChainStep
from kairyluu.data.calls.models import Call
from kairyluu.data.journal.models import Entry
from kairyluu.data.people.models import Account
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.alarms.answer import AcknowledgeAlarm, acknowledge_alarm
from kairyluu.usecases.alarms.escalate import EscalateAlarm, escalate_alarm
from kairyluu.usecases.alarms.raise_alarm import RaiseAlarm, UnknownClass, raise_alarm
from kairyluu.usecases.appeals.opening import AppealNotFound
from kairyluu.usecases.appeals.submit import Target
from kairyluu.usecases.calls.opening import CallNotFound
from tests.cast import NOW, Member, Town
from tests.factories import alarms, appeals, calls

LATER = NOW + timedelta(minutes=15)


def code_of(member: Member) -> str:
    assert member.official is not None
    return member.official.code


def escalated(alarm: Alarm) -> int:
    return escalate_alarm(EscalateAlarm(alarm_id=alarm.pk), actor=SYSTEM_ACTOR, now=LATER)


def test_head_and_deputy_are_told_at_once_the_superior_after_fifteen_minutes(town: Town) -> None:
    alarm = alarms.raised(town)

    assert alarms.told(alarm) == {code_of(town.akim): 1, code_of(town.deputy): 1}
    assert (alarm.words, alarm.next_at) == (alarms.WORDS, LATER)
    assert escalate_alarm(EscalateAlarm(alarm_id=alarm.pk), actor=SYSTEM_ACTOR, now=NOW) == 0
    assert escalated(alarm) == 1
    assert alarms.told(alarm)[code_of(town.overseer)] == 2
    assert list(Entry.objects.filter(act__contains="alarm").values_list("act", flat=True).order_by("id")) == [
        "raise_alarm",
        "escalate_alarm",
    ]


def test_it_climbs_to_the_top(town: Town) -> None:
    alarm = alarms.raised(town)

    for n in range(1, 3):
        escalate_alarm(
            EscalateAlarm(alarm_id=alarm.pk), actor=SYSTEM_ACTOR, now=NOW + timedelta(minutes=15 * n)
        )

    alarm.refresh_from_db()
    assert alarms.told(alarm)[code_of(town.execution_controller)] == 3
    assert (alarm.step, alarm.is_at_end, alarm.rounds) == (3, True, 0)


def test_the_tasks_are_queued_with_the_act_and_the_first_message_goes_first(town: Town) -> None:
    alarms.give_phones(town)

    alarm = alarms.raised(town)

    jobs = ProcrastinateJob.objects.filter(queue_name="alarms")
    first, *_ = jobs.filter(task_name="hand_over_alarm").order_by("-priority")
    assert alarm.notices.get(pk=first.args["notice_id"]).channel == "sms"
    assert [job.priority for job in jobs.filter(priority=100)] == [100]
    assert jobs.get(task_name="escalate_alarm").scheduled_at == LATER
    assert jobs.filter(task_name="hand_over_alarm").count() == alarm.notices.exclude(channel="screen").count()


@pytest.mark.parametrize("code", ["A", "B", "C", "crime_report"])
def test_the_head_complained_about_is_not_told_the_superior_is(town: Town, code: str) -> None:
    alarm = alarms.raised(town, code, concern="official", about_official=town.akim.official.code)

    assert alarms.told(alarm) == {code_of(town.overseer): 1}
    escalated(alarm)
    assert code_of(town.akim) not in alarms.told(alarm)


def test_a_deputy_complained_about_is_left_out_alone(town: Town) -> None:
    alarm = alarms.raised(town, concern="official", about_official=town.deputy.official.code)

    assert alarms.told(alarm) == {code_of(town.akim): 1}


def test_words_that_name_the_head_in_an_alarm_about_employees_go_round_him(town: Town) -> None:
    akim = town.akim.official
    words = f"{akim.surname} {akim.given_name} пара алып жатат"

    about_employees = alarms.told(alarms.raised(town, "C", text=words))
    assert not {code_of(town.akim), code_of(town.deputy)} & set(about_employees)
    assert about_employees, "somebody above is told"
    assert code_of(town.akim) in alarms.told(alarms.raised(town, "B", text=words))


def test_whoever_is_named_after_it_was_raised_is_not_told_later(town: Town) -> None:
    alarm = alarms.raised(town)
    about = {"concern": "official", "about_official": town.overseer.official.code}
    Call.objects.filter(pk=alarm.call_id).update(fields=about)

    escalated(alarm)

    assert alarms.told(alarm)[code_of(town.execution_controller)] == 2
    assert code_of(town.overseer) not in alarms.told(alarm)


def test_a_body_s_own_rows_replace_the_chain(town: Town) -> None:
    own = {"body_code": town.body.code, "source": "", "minutes": 5}
    ChainStep.objects.create(
        code="own-1",
        step=1,
        who="duty",
        duty_posts=f"{town.controller.post.code}|{town.registrar.post.code}",
        **own,
    )
    ChainStep.objects.create(code="own-2", step=2, who="head", **own)

    alarm = alarms.raised(town)

    assert alarms.told(alarm) == {code_of(town.controller): 1, code_of(town.registrar): 1}
    assert alarm.next_at == NOW + timedelta(minutes=5)


def test_who_cannot_be_reached_holds_nobody_up(town: Town) -> None:
    Account.objects.filter(pk__in=(town.akim.account.pk, town.deputy.account.pk)).update(is_active=False)

    alarm = alarms.raised(town)

    assert alarms.told(alarm) == {code_of(town.akim): 1, code_of(town.deputy): 1, code_of(town.overseer): 2}
    assert alarm.notices.get(official=town.akim.official).marks.get().what == "refused"


def test_one_key_pressed_twice_raises_once_and_two_classes_are_two(town: Town) -> None:
    call, key = calls.opened(town), uuid4()

    def press(code: str) -> Alarm:
        command = RaiseAlarm(raising_key=key, urgent_class=code, call_id=call.pk)
        return raise_alarm(command, actor=town.operator.actor, now=NOW)

    assert press("A") == press("A") != press("B")


def test_an_ended_call_and_a_stale_page_hold_nothing_up(town: Town) -> None:
    call = calls.noted(town)
    command = RaiseAlarm(
        raising_key=uuid4(), urgent_class="B", call_id=call.pk, fields={"text": "Кечигип түшүндүм"}
    )

    assert raise_alarm(command, actor=town.operator.actor, now=NOW).words == "Кечигип түшүндүм"


def test_on_an_appeal_of_any_channel(town: Town) -> None:
    appeal = appeals.received(town)
    command = RaiseAlarm(raising_key=uuid4(), urgent_class="crime_report", appeal_id=appeal.pk)

    alarm = raise_alarm(command, actor=town.registrar.actor, now=NOW)

    assert (alarm.words, alarm.body_id) == (appeal.text, town.body.pk)
    assert Entry.objects.get(act="raise_alarm").appeal_id == appeal.pk


def test_an_appeal_about_the_deputy_goes_round_him(town: Town) -> None:
    about = Target(official=town.deputy.official.code)
    appeal = appeals.registered(town, kind="complaint", targets=(about,))
    command = RaiseAlarm(raising_key=uuid4(), urgent_class="B", appeal_id=appeal.pk)

    alarm = raise_alarm(command, actor=town.registrar.actor, now=NOW)

    assert alarms.told(alarm) == {code_of(town.akim): 1}


@pytest.mark.parametrize(
    "who", ["citizen", "executor", "controller", "foreign_head", "body_admin", "overseer"]
)
def test_others_raise_nothing(town: Town, who: str) -> None:
    call, appeal = calls.opened(town), appeals.received(town)
    actor = getattr(town, who).actor

    for where in ({"call_id": call.pk}, {"appeal_id": appeal.pk}, {"body": town.body.code}):
        with pytest.raises((CallNotFound, AppealNotFound, NotAllowed)):
            raise_alarm(RaiseAlarm(raising_key=uuid4(), urgent_class="A", **where), actor=actor, now=NOW)
    assert not Alarm.objects.exists()


def test_an_unknown_class_is_refused(town: Town) -> None:
    with pytest.raises(UnknownClass):
        raise_alarm(
            RaiseAlarm(raising_key=uuid4(), urgent_class="Z", body=town.body.code),
            actor=town.operator.actor,
            now=NOW,
        )


def test_after_an_answer_nobody_else_is_told(town: Town) -> None:
    alarm = alarms.raised(town)
    acknowledge_alarm(AcknowledgeAlarm(alarm_id=alarm.pk), actor=town.deputy.actor, now=NOW)

    assert escalated(alarm) == 0
    assert code_of(town.overseer) not in alarms.told(alarm)
