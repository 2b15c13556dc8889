"""When the chain has come to its end and nobody has acknowledged, everybody told so far is told again."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.core.mail import EmailMessage
from procrastinate.contrib.django.models import ProcrastinateJob

from kairyluu.data.agencies.models import Tenure
from kairyluu.data.alarms.models import Alarm, AlarmNotice
from kairyluu.data.calls.models import Call
from kairyluu.data.journal.models import Entry
from kairyluu.data.reference.models import Setting
from kairyluu.queries.alarms.seeing import find_card, list_ringing
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.usecases.alarms.answer import AcknowledgeAlarm, acknowledge_alarm
from kairyluu.usecases.alarms.escalate import EscalateAlarm, escalate_alarm
from tests.cast import NOW, TODAY, Town
from tests.factories import alarms

QUARTER = timedelta(minutes=15)


def at_its_end(town: Town) -> tuple[Alarm, datetime]:
    """Akim and deputy, the overseer, the controller of execution were told; and when the second telling is due."""
    alarm = alarms.raised(town)
    for n in (1, 2):
        move_on(alarm, NOW + n * QUARTER)
    alarm.refresh_from_db()
    assert alarm.is_at_end
    assert alarm.next_at == NOW + 3 * QUARTER
    return alarm, alarm.next_at


def move_on(alarm: Alarm, now: datetime) -> int:
    return escalate_alarm(EscalateAlarm(alarm_id=alarm.pk), actor=SYSTEM_ACTOR, now=now)


def test_everybody_told_so_far_is_told_again_and_again_until_somebody_acknowledges(
    town: Town, mailoutbox: list[EmailMessage]
) -> None:
    alarm, due = at_its_end(town)

    assert move_on(alarm, due - timedelta(seconds=1)) == 0
    assert move_on(alarm, due) == 4
    assert move_on(alarm, due) == 0, "a task that comes twice tells nobody twice"
    assert move_on(alarm, due + QUARTER) == 4

    steps = {n.official_id: n.step for n in AlarmNotice.objects.filter(alarm=alarm, round=0)}
    again = AlarmNotice.objects.filter(alarm=alarm, round__gt=0)
    assert {n.official_id: n.step for n in again} == steps
    assert again.filter(channel="email").count() == 8
    alarm.refresh_from_db()
    assert (alarm.rounds, alarm.next_at) == (2, due + 2 * QUARTER)
    assert ProcrastinateJob.objects.filter(task_name="escalate_alarm", scheduled_at=alarm.next_at).exists()
    assert [e.facts["again"] for e in Entry.objects.filter(act="escalate_alarm").order_by("id")] == [
        0,
        0,
        1,
        2,
    ]

    alarms.hand_over_all(alarm, now=due)
    assert len({letter.subject for letter in mailoutbox if "КАЙТАЛАП" in letter.subject}) == 1
    acknowledge_alarm(AcknowledgeAlarm(alarm_id=alarm.pk), actor=town.overseer.actor, now=due + QUARTER)
    assert move_on(alarm, due + 2 * QUARTER) == 0


def test_the_page_says_how_often_and_the_screen_rings_once(town: Town) -> None:
    alarm, due = at_its_end(town)
    move_on(alarm, due)

    assert len(list_ringing(town.akim.actor, TODAY)) == 1
    card = find_card(town.operator.actor, alarm.pk, TODAY)
    assert [one.again_at for one in card.told] == [[due]] * 4
    assert all(one.ways["screen"]["handed_over"] < due for one in card.told), "the first moment stays"


def test_who_is_meant_or_left_office_is_not_told_again(town: Town) -> None:
    alarm, due = at_its_end(town)
    about = {"concern": "official", "about_official": town.deputy.official.code}
    Call.objects.filter(pk=alarm.call_id).update(fields=about)
    Tenure.objects.filter(official=town.overseer.official).update(ends_on=TODAY - timedelta(days=1))

    move_on(alarm, due)

    again = set(AlarmNotice.objects.filter(alarm=alarm, round=1).values_list("official_id", flat=True))
    assert again == {town.akim.official.pk, town.execution_controller.official.pk}


def test_a_new_head_is_told_first_and_the_minutes_are_data(town: Town) -> None:
    alarm, due = at_its_end(town)
    Setting.objects.filter(code="alarm_again_minutes").update(value="7")
    Tenure.objects.create(official=town.executor.official, post=town.akim.post, starts_on=TODAY)

    assert move_on(alarm, due) == 1

    alarm.refresh_from_db()
    assert (alarm.rounds, alarm.next_at) == (0, due + timedelta(minutes=7))
