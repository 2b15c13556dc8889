"""When time knocks: each task parses its arguments, makes one call, and leaves."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from kairyluu.faces.clockwork import (  # noqa: F401  found by being imported here
    exchange_tasks,
    figure_tasks,
    file_tasks,
    letter_tasks,
    notice_tasks,
    register_tasks,
)
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.usecases.alarms.escalate import EscalateAlarm, escalate_alarm
from kairyluu.usecases.alarms.hand_over import HandOver, TryAgain, hand_over
from kairyluu.usecases.alarms.mark import AskFates, ask_fates
from kairyluu.usecases.alarms.sweep import SweepAlarms, sweep_alarms
from kairyluu.usecases.analysis.monthly import MakeMonthly, make_monthly
from kairyluu.usecases.clock.carry_out import CarryOut, carry_out
from kairyluu.usecases.clock.settle import SettleDays, settle_days
from kairyluu.usecases.confidence.tell_forsaken import TellOfForsaken, tell_of_forsaken
from kairyluu.usecases.control.measure_paces import MeasurePaces, measure_paces
from kairyluu.usecases.control.remind import RemindEverybody, remind_at_once, remind_everybody
from kairyluu.usecases.files.clear_uploads import ClearUploads, clear_uploads
from kairyluu.usecases.hands.reply import ResumeClocks, resume_clocks
from kairyluu.usecases.people.tidy import TidyDoor, tidy_door
from kairyluu.usecases.referrals.remind import RemindOfReferrals, remind_of_referrals

# A message about an alarm: every half minute for an hour, then the sweep brings it back.
URGENT = RetryStrategy(max_attempts=120, wait=30, retry_exceptions=[TryAgain])


@app.periodic(cron="20 3 * * *")
@app.task(name="clear_uploads", queueing_lock="clear_uploads")
def clear(timestamp: int) -> int:
    return clear_uploads(ClearUploads(), actor=SYSTEM_ACTOR, now=timezone.now())


@app.periodic(cron="10 0 * * *")
@app.task(name="resume_clocks", queueing_lock="resume_clocks")
def resume(timestamp: int) -> int:
    """Just after midnight: cron counts in the time of the server, the use case in that of Bishkek."""
    return resume_clocks(ResumeClocks(), actor=SYSTEM_ACTOR, now=timezone.now())


@app.periodic(cron="40 3 * * *")
@app.task(name="tidy_door", queueing_lock="tidy_door")
def tidy(timestamp: int) -> int:
    return tidy_door(TidyDoor(), actor=SYSTEM_ACTOR, now=timezone.now())


@app.periodic(cron="*/10 * * * *")
@app.task(name="remind_everybody", queueing_lock="remind_everybody", lock="reminders")
def remind(timestamp: int) -> int:
    """The hour, the calendar and what is done already are looked at by the use cases."""
    now = timezone.now()
    told = remind_everybody(RemindEverybody(), actor=SYSTEM_ACTOR, now=now)
    return told or remind_at_once(RemindEverybody(), actor=SYSTEM_ACTOR, now=now)


@app.task(name="carry_out_order", lock="calendar")
def carry_out_order(order_id: str) -> int:
    return carry_out(CarryOut(order_id=UUID(order_id)), actor=SYSTEM_ACTOR, now=timezone.now())


@app.periodic(cron="5-59/10 * * * *")
@app.task(name="settle_days", queueing_lock="settle_days", lock="calendar")
def settle(timestamp: int) -> int:
    carry_out(CarryOut(), actor=SYSTEM_ACTOR, now=timezone.now())
    return settle_days(SettleDays(), actor=SYSTEM_ACTOR, now=timezone.now())


@app.periodic(cron="5,35 * * * *")
@app.task(name="measure_paces", queueing_lock="measure_paces")
def measure(timestamp: int) -> int:
    return measure_paces(MeasurePaces(), actor=SYSTEM_ACTOR, now=timezone.now())


@app.task(name="hand_over_alarm", queue="alarms", retry=URGENT)
def hand_over_message(notice_id: str) -> str:
    return hand_over(HandOver(notice_id=UUID(notice_id)), actor=SYSTEM_ACTOR, now=timezone.now())


@app.task(name="escalate_alarm", queue="alarms")
def escalate(alarm_id: str) -> int:
    return escalate_alarm(EscalateAlarm(alarm_id=UUID(alarm_id)), actor=SYSTEM_ACTOR, now=timezone.now())


@app.periodic(cron="* * * * * */15")
@app.task(name="sweep_alarms", queue="alarms", queueing_lock="sweep_alarms", priority=90)
def sweep_alarms_left(timestamp: int) -> int:
    """Each quarter of a minute: what a killed worker left must not wait for the next full one."""
    return sweep_alarms(SweepAlarms(), actor=SYSTEM_ACTOR, now=timezone.now())


@app.periodic(cron="* * * * *")
@app.task(name="ask_alarm_fates", queue="alarms", queueing_lock="ask_alarm_fates")
def ask_fates_of_messages(timestamp: int) -> int:
    return ask_fates(AskFates(), actor=SYSTEM_ACTOR, now=timezone.now())


@app.periodic(cron="25 * * * *")
@app.task(name="tell_of_forsaken", queueing_lock="tell_of_forsaken")
def tell_forsaken(timestamp: int) -> int:
    return tell_of_forsaken(TellOfForsaken(), actor=SYSTEM_ACTOR, now=timezone.now())


@app.periodic(cron="*/5 * * * *")
@app.task(name="remind_of_referrals", queueing_lock="remind_of_referrals")
def remind_law(timestamp: int) -> int:
    return remind_of_referrals(RemindOfReferrals(), actor=SYSTEM_ACTOR, now=timezone.now())


@app.periodic(cron="25 * * * *")
@app.task(name="make_analyses", queueing_lock="make_analyses", lock="analyses")
def make_analyses(timestamp: int) -> int:
    """Looks each hour; the first working day of the month, and what is made already, the use case knows."""
    return make_monthly(MakeMonthly(), actor=SYSTEM_ACTOR, now=timezone.now())
