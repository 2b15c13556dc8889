"""Somebody of the chain takes the alarm: one click on the desk, or the secret link of the letter. Later it is closed
with the words of what was done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.alarms.models import Alarm, AlarmAnswer
from kairyluu.data.journal.recording import record
from kairyluu.queries.actors import official_actor
from kairyluu.queries.alarms.chain import titles_of
from kairyluu.queries.alarms.links import find_linked
from kairyluu.queries.alarms.seeing import AlarmNotFound
from kairyluu.rules.calls import alarms
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.alarms.opening import appeal_id_of, journal_facts, open_alarm, post_in
from kairyluu.usecases.appeals.opening import official_of

DESK, LINK = "desk", "link"


@dataclass(frozen=True, kw_only=True)
class AcknowledgeAlarm:
    alarm_id: UUID
    way: str = DESK


@dataclass(frozen=True, kw_only=True)
class CloseAlarm:
    alarm_id: UUID
    words: str


class NothingDone(Refused):
    """What was done has to be written."""


@act
def acknowledge_alarm(command: AcknowledgeAlarm, *, actor: Actor, now: datetime) -> Alarm:
    """Raises `AlarmNotFound` and `NotAllowed`. The first one stops the chain; each one's moment is kept; a second
    click of the same person changes nothing."""
    alarm = open_alarm("acknowledge_alarm", command.alarm_id, alarms.may_acknowledge, actor=actor, now=now)
    if not _answer(alarm, alarms.ACKNOWLEDGED, actor=actor, now=now, way=command.way):
        return alarm
    if alarm.acknowledged_at is None:
        alarm.acknowledged_at, alarm.next_at = now, None
        alarm.save(update_fields=["acknowledged_at", "next_at"])
    facts = journal_facts(alarm) | {
        "way": command.way,
        "seconds": round((now - alarm.raised_at).total_seconds()),
    }
    _record("acknowledge_alarm", alarm, facts, actor=actor, now=now)
    return alarm


def acknowledge_by_link(notice_id: UUID, token: str, *, now: datetime) -> Alarm:
    """As the person the letter was sent to, while he is in office and it is not about him. Raises `AlarmNotFound`."""
    notice = find_linked(notice_id, token, now)
    person = official_actor(notice.official_id, notice.official_name, date_in_bishkek(now))
    if not person.posts:
        raise AlarmNotFound()
    command = AcknowledgeAlarm(alarm_id=notice.alarm_id, way=LINK)
    return acknowledge_alarm(command, actor=person, now=now)


@act
def close_alarm(command: CloseAlarm, *, actor: Actor, now: datetime) -> Alarm:
    """Raises `AlarmNotFound`, `NotAllowed`, and `NothingDone` without words."""
    alarm = open_alarm("close_alarm", command.alarm_id, alarms.may_close, actor=actor, now=now)
    words = command.words.strip()
    if not words:
        raise NothingDone()
    _answer(alarm, alarms.CLOSED, actor=actor, now=now, words=words)
    alarm.closed_at = now
    alarm.save(update_fields=["closed_at"])
    _record("close_alarm", alarm, journal_facts(alarm), actor=actor, now=now, reason=words)
    return alarm


def _answer(
    alarm: Alarm, what: str, *, actor: Actor, now: datetime, way: str = DESK, words: str = ""
) -> bool:
    """Whether it is new."""
    post = post_in(actor, alarm.body_id)
    _, is_new = AlarmAnswer.objects.get_or_create(
        alarm=alarm,
        official_id=official_of(actor),
        what=what,
        defaults={
            "at": now,
            "official_name": actor.name,
            "official_post": post.title("ky") if post else "",
            "official_titles": titles_of(post),
            "way": way,
            "words": words,
        },
    )
    return is_new


def _record(
    what: str, alarm: Alarm, facts: Mapping[str, object], *, actor: Actor, now: datetime, reason: str = ""
) -> None:
    record(
        what,
        actor=actor,
        now=now,
        appeal_id=appeal_id_of(alarm),
        body_code=alarm.body.code,
        facts=facts,
        reason=reason,
    )
