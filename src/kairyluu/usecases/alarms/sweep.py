"""What a killed worker left: messages that never reached their gateway and steps that were never told are queued again,
a few seconds later. The rows decide, so nothing is done twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q
from procrastinate.contrib.django import app

from kairyluu.data.alarms.models import Alarm, AlarmMark, AlarmNotice
from kairyluu.rules.calls import alarms
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act
from kairyluu.usecases.alarms.telling import ESCALATE, QUEUE, queue_messages

GRACE = timedelta(seconds=10)
PAUSE = timedelta(seconds=60)  # after a gateway put a message off
OLDEST = timedelta(days=2)


@dataclass(frozen=True, kw_only=True)
class SweepAlarms:
    at_most: int = 500


@act
def sweep_alarms(command: SweepAlarms, *, actor: Actor, now: datetime) -> int:
    """How many tasks were queued."""
    marks = AlarmMark.objects.filter(notice_id=OuterRef("pk"))
    settled = Q(what__in=(alarms.HANDED_OVER, alarms.REFUSED)) | Q(what=alarms.DEFERRED, at__gte=now - PAUSE)
    left = AlarmNotice.objects.filter(
        ~Exists(marks.filter(settled)),
        wanted_at__range=(now - OLDEST, now - GRACE),
        alarm__closed_at__isnull=True,
    ).exclude(channel=alarms.SCREEN)
    waiting = list(left.order_by("wanted_at", "id")[: command.at_most])
    queue_messages(waiting, is_first=False)
    due = Alarm.objects.filter(next_at__lte=now - GRACE).order_by("next_at", "id")[: command.at_most]
    stuck = [str(alarm.pk) for alarm in due]
    for alarm_id in stuck:
        app.configure_task(ESCALATE, allow_unknown=True, queue=QUEUE).defer(alarm_id=alarm_id)
    return len(waiting) + len(stuck)
