"""Finding an alarm for an act: locked, with the policy asked; what is not for the actor is not there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from kairyluu.data.alarms.models import Alarm
from kairyluu.queries.alarms.seeing import AlarmNotFound, facts_of
from kairyluu.rules import policies
from kairyluu.rules.calls import alarms
from kairyluu.rules.calls.alarms import AlarmFacts
from kairyluu.rules.facts import Actor, PostHeld
from kairyluu.rules.refusals import Verdict
from kairyluu.rules.workdays import date_in_bishkek

Policy = Callable[[Actor, AlarmFacts], Verdict]


def locked(alarm_id: UUID) -> Alarm | None:
    return (
        Alarm.objects.select_for_update(of=("self",))
        .select_related("urgent_class", "body", "line", "call__appeal", "appeal")
        .filter(pk=alarm_id)
        .first()
    )


def open_alarm(verb: str, alarm_id: UUID, may: Policy, *, actor: Actor, now: datetime) -> Alarm:
    """Raises `AlarmNotFound` and `NotAllowed`."""
    alarm = locked(alarm_id)
    if alarm is None:
        raise AlarmNotFound()
    facts = facts_of(alarm, date_in_bishkek(now))
    if not alarms.may_see(actor, facts):
        raise AlarmNotFound()
    policies.demand(may(actor, facts), verb)
    return alarm


def post_in(actor: Actor, body_id: int) -> PostHeld | None:
    """The post the actor speaks in: of the body, else his first."""
    here = [post for post in actor.posts if post.body_id == body_id]
    return next(iter((*here, *actor.posts)), None)


def journal_facts(alarm: Alarm) -> dict[str, str | bool]:
    """What every line of the journal about this alarm says."""
    said: dict[str, str | bool] = {"alarm": str(alarm.pk), "class": alarm.urgent_class.code}
    if alarm.call_id:
        said["call"] = str(alarm.call_id)
    return said | ({"drill": True} if alarm.is_drill else {})


def appeal_id_of(alarm: Alarm) -> UUID | None:
    return alarm.appeal_id or (alarm.call.appeal_id if alarm.call else None)
