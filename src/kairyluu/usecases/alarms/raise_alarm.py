"""An alarm is raised: at this very moment, with whatever was typed so far. Regulation of the Alai line, III.8–III.9;
H46–H50. Office hours have no part in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from kairyluu.data.alarms.models import Alarm
from kairyluu.data.alarms.sealing import written_down
from kairyluu.data.appeals.identity import new_id
from kairyluu.data.journal.recording import record
from kairyluu.data.reference.models import UrgentClass
from kairyluu.queries.alarms.about import READS_WORDS, about_words, joined
from kairyluu.queries.alarms.chain import titles_of
from kairyluu.queries.directory import directory
from kairyluu.rules import policies
from kairyluu.rules.calls import alarms
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.alarms.grounds import Ground, ground_of
from kairyluu.usecases.alarms.opening import journal_facts, post_in
from kairyluu.usecases.alarms.telling import MOVING, queue_escalation, tell_next
from kairyluu.usecases.appeals.opening import official_of

LONGEST = 20_000


@dataclass(frozen=True, kw_only=True)
class RaiseAlarm:
    """`raising_key` comes with the page: one key pressed twice raises one alarm. Raised in a call, on an appeal, or by
    itself for a body: the first of `call_id`, `appeal_id` and `body` (a code) that is given counts. `fields` are the
    form of the call as typed so far; `words` what is said without one."""

    raising_key: UUID
    urgent_class: str
    call_id: UUID | None = None
    appeal_id: UUID | None = None
    body: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    words: str = ""
    is_drill: bool = False


class UnknownClass(Refused):
    """There is no such urgent class."""


@act
def raise_alarm(command: RaiseAlarm, *, actor: Actor, now: datetime) -> Alarm:
    """Raises `CallNotFound`, `AppealNotFound`, `NotAllowed`, `UnknownClass`. A half-typed form is no reason to refuse."""
    urgent = directory().urgent_classes.get(command.urgent_class)
    if urgent is None:
        raise UnknownClass()
    ground = ground_of(command, actor=actor, now=now)
    policies.demand(alarms.may_raise(actor, ground.body.pk), "raise_alarm")
    key = uuid5(command.raising_key, f"{urgent.code} drill" if command.is_drill else urgent.code)
    earlier = Alarm.objects.filter(raising_key=key, raised_by_id=official_of(actor)).first()
    if earlier is not None:
        return earlier

    alarm = Alarm.objects.create(
        **_row(command, ground, urgent, actor=actor, now=now), id=new_id(now), raising_key=key
    )
    people = tell_next(alarm, now=now)
    alarm.save(update_fields=MOVING)
    queue_escalation(alarm)
    facts = journal_facts(alarm) | {"told": [person.name for person in people]}
    record(
        "raise_alarm",
        actor=actor,
        now=now,
        appeal_id=alarm.appeal_id,
        body_code=alarm.body.code,
        facts=facts,
    )
    return alarm


def _row(
    command: RaiseAlarm, ground: Ground, urgent: UrgentClass, *, actor: Actor, now: datetime
) -> dict[str, Any]:
    words = ground.words[:LONGEST]
    about = ground.about
    if urgent.code in READS_WORDS:
        about = joined(about, about_words(words, ground.body, date_in_bishkek(now)))
    post = post_in(actor, ground.body.pk)
    return {
        "urgent_class": urgent,
        "body": ground.body,
        "line": ground.call.line if ground.call else None,
        "call": ground.call,
        "appeal": ground.appeal,
        **written_down(words, sealed=ground.is_confidential),
        "is_drill": command.is_drill,
        "kept_from": sorted(about.official_ids),
        "kept_bodies": sorted(about.body_ids),
        "raised_at": now,
        "raised_by_id": official_of(actor),
        "raised_by_name": actor.name,
        "raised_by_post": post.title("ky") if post else "",
        "raised_by_titles": titles_of(post),
    }
