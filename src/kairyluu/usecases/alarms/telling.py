"""Telling the next step of the chain: one message by each way to each of its people, queued with the act itself. When
the chain has come to its end, everybody told so far is told again, until somebody acknowledges."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from procrastinate.contrib.django import app
from procrastinate.types import JSONDict

from kairyluu.data.alarms.models import Alarm, AlarmMark, AlarmNotice
from kairyluu.data.appeals.identity import new_id
from kairyluu.queries.alarms.about import about_of
from kairyluu.queries.alarms.chain import Reached, find_chain, reach
from kairyluu.queries.directory import directory
from kairyluu.rules.calls import alarms
from kairyluu.rules.calls.alarms import About
from kairyluu.rules.workdays import date_in_bishkek

HAND_OVER, ESCALATE = "hand_over_alarm", "escalate_alarm"
QUEUE = "alarms"
FIRST, OTHERS = 100, 50  # which messages the worker takes before others


MOVING = ("step", "rounds", "is_at_end", "next_at")  # what telling changes of an alarm


def tell_next(alarm: Alarm, *, now: datetime) -> list[Reached]:
    """Tells the next step, and goes on at once while nobody of a step can be reached; after the last one everybody told
    so far. Sets `MOVING` and saves nothing of the alarm. Who was told."""
    today = date_in_bishkek(now)
    about = about_of(alarm, today)
    chain = find_chain(alarm.body, about, today)
    told = dict(alarm.notices.values_list("official_id", "step")) if alarm.step else {}
    people: list[Reached] = []
    minutes = directory().number("alarm_again_minutes")
    while step := alarms.next_step(chain, frozenset({alarm.raised_by_id, *told})):
        alarm.step += 1
        found = reach(step.people, today)
        told |= dict.fromkeys(step.people, alarm.step)
        _tell(alarm, found, told, now=now)
        people += found
        if any(one.has_account for one in found):
            minutes = step.minutes
            break
    if not people and alarm.step:
        people = _tell_again(alarm, about, told, now=now)
    alarm.is_at_end = alarms.next_step(chain, frozenset({alarm.raised_by_id, *told})) is None
    if alarm.is_at_end:
        minutes = directory().number("alarm_again_minutes")
    alarm.next_at = now + timedelta(minutes=minutes)
    return people


def _tell_again(alarm: Alarm, about: About, told: Mapping[int, int], *, now: datetime) -> list[Reached]:
    """Who left office since, or turned out to be meant, is not told any more."""
    today = date_in_bishkek(now)
    alarm.rounds += 1
    found = [one for one in reach(alarms.told_again(tuple(told), about), today) if one.titles]
    _tell(alarm, found, told, now=now)
    return found


def queue_escalation(alarm: Alarm) -> None:
    if alarm.next_at is not None:
        deferrer = app.configure_task(ESCALATE, allow_unknown=True, queue=QUEUE, schedule_at=alarm.next_at)
        deferrer.defer(alarm_id=str(alarm.pk))


def queue_messages(notices: Iterable[AlarmNotice], *, is_first: bool) -> None:
    """A task for each that leaves the house; the very first one goes before everything else."""
    waiting = sorted(notices, key=lambda notice: alarms.CHANNELS.index(notice.channel))
    leaving = [notice for notice in waiting if notice.channel != alarms.SCREEN]
    foremost = leaving[:1] if is_first else []
    others = [notice for notice in leaving if notice not in foremost]
    for priority, batch in ((FIRST, foremost), (OTHERS, others)):
        if batch:
            deferrer = app.configure_task(HAND_OVER, allow_unknown=True, queue=QUEUE, priority=priority)
            tasks: list[JSONDict] = [{"notice_id": str(notice.pk)} for notice in batch]
            deferrer.batch_defer(*tasks)


def _tell(alarm: Alarm, people: list[Reached], steps: Mapping[int, int], *, now: datetime) -> None:
    """`steps`: in which one each was told first."""
    wanted = [(person, *way) for person in people for way in _ways(person)]
    ids = sorted(new_id(now) for _ in wanted)  # the order of the chain is that of the ids
    notices = AlarmNotice.objects.bulk_create(
        _notice(alarm, person, (channel, address), id=pk, step=steps[person.official_id], now=now)
        for pk, (person, channel, address) in zip(ids, wanted, strict=True)
    )
    absent = {person.official_id for person in people if not person.has_account}
    screens = [notice for notice in notices if notice.channel == alarms.SCREEN]
    AlarmMark.objects.bulk_create(
        AlarmMark(
            notice=notice,
            what=alarms.REFUSED if notice.official_id in absent else alarms.HANDED_OVER,
            at=now,
            detail="no account" if notice.official_id in absent else "",
        )
        for notice in screens
    )
    queue_messages(notices, is_first=alarm.step == 1 and not alarm.rounds)


def _ways(person: Reached) -> list[tuple[str, str]]:
    """The screen always, so that who was told is written even of somebody whom nothing reaches."""
    phones = [(alarms.SMS, person.phone), (alarms.MESSENGER, person.phone)] if person.phone else []
    letters = [(alarms.EMAIL, person.email)] if person.email else []
    return [*phones, *letters, (alarms.SCREEN, "")]


def _notice(
    alarm: Alarm, person: Reached, way: tuple[str, str], *, id: UUID, step: int, now: datetime
) -> AlarmNotice:
    channel, address = way
    return AlarmNotice(
        id=id,
        alarm=alarm,
        step=step,
        round=alarm.rounds,
        official_id=person.official_id,
        official_name=person.name,
        official_post=person.titles.get("ky", ""),
        official_titles=person.titles,
        channel=channel,
        address=address,
        language=person.language,
        wanted_at=now,
    )
