"""Alarms that nobody has acknowledged yet, for who watches from above."""

from __future__ import annotations

from datetime import date

from kairyluu.data.alarms.models import Alarm
from kairyluu.queries.alarms.seeing import AlarmCard, list_cards
from kairyluu.rules.facts import Actor


def list_unanswered(actor: Actor, today: date) -> list[AlarmCard]:
    """The newest first, without drills; one small query while there is none."""
    if not Alarm.objects.filter(acknowledged_at__isnull=True, is_drill=False).exists():
        return []
    return list_cards(actor, today, drills=False, is_unanswered=True)
