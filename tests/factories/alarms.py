"""Alarms for tests, raised by the real act."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import uuid4

from kairyluu.data.alarms.models import Alarm, AlarmNotice
from kairyluu.data.people.models import Account
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.usecases.alarms.hand_over import HandOver, hand_over
from kairyluu.usecases.alarms.raise_alarm import RaiseAlarm, raise_alarm
from tests.cast import NOW, Town
from tests.factories import calls

WORDS = "Райондук архив жайынын артынан түтүн чыгып жатат."


def raised(
    town: Town, code: str = "A", *, now: datetime = NOW, is_drill: bool = False, **fields: Any
) -> Alarm:
    """In a call of the town's operator; `fields` are what is typed beside the words."""
    call = calls.opened(town, now=now)
    command = RaiseAlarm(
        raising_key=uuid4(),
        urgent_class=code,
        call_id=call.pk,
        fields={"text": WORDS} | fields,
        is_drill=is_drill,
    )
    return raise_alarm(command, actor=town.operator.actor_on(now.date()), now=now)


def give_phones(town: Town) -> None:
    for n, name in enumerate(("akim", "deputy", "overseer")):
        Account.objects.filter(pk=getattr(town, name).account.pk).update(phone=f"+99670000000{n}")


def told(alarm: Alarm) -> dict[str, int]:
    """Who was told at which step, by the official's code."""
    return {n.official.code: n.step for n in alarm.notices.select_related("official")}


def hand_over_all(alarm: Alarm, *, now: datetime = NOW) -> None:
    for notice in AlarmNotice.objects.filter(alarm=alarm).exclude(channel="screen"):
        hand_over(HandOver(notice_id=notice.pk), actor=SYSTEM_ACTOR, now=now)
