"""Nobody has answered in time: the next step of the chain is told, and after the last one everybody again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.journal.recording import record
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act
from kairyluu.usecases.alarms.opening import appeal_id_of, journal_facts, locked
from kairyluu.usecases.alarms.telling import MOVING, queue_escalation, tell_next


@dataclass(frozen=True, kw_only=True)
class EscalateAlarm:
    alarm_id: UUID


@act
def escalate_alarm(command: EscalateAlarm, *, actor: Actor, now: datetime) -> int:
    """How many were told. The row decides whether it is time: a task that comes twice, or late, does nothing more."""
    alarm = locked(command.alarm_id)
    if alarm is None or alarm.next_at is None or alarm.next_at > now:
        return 0
    people = tell_next(alarm, now=now)
    alarm.save(update_fields=MOVING)
    queue_escalation(alarm)
    facts = journal_facts(alarm) | {
        "step": alarm.step,
        "again": alarm.rounds,
        "told": [person.name for person in people],
    }
    record(
        "escalate_alarm",
        actor=actor,
        now=now,
        appeal_id=appeal_id_of(alarm),
        body_code=alarm.body.code,
        facts=facts,
    )
    return len(people)
