"""The secret link of a letter: it follows from the message, so that nobody has to keep it."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.utils.crypto import constant_time_compare, salted_hmac

from kairyluu.data.alarms.models import AlarmNotice
from kairyluu.queries.alarms.seeing import WITH, AlarmNotFound

LASTS = timedelta(hours=48)


def token_of(notice_id: UUID) -> str:
    return salted_hmac("kairyluu.alarm.link", str(notice_id), algorithm="sha256").hexdigest()[:40]


def link_of(notice_id: UUID, site: str) -> str:
    return f"{site}/alarms/link/{notice_id}/{token_of(notice_id)}/"


def find_linked(notice_id: UUID, token: str, now: datetime) -> AlarmNotice:
    """Raises `AlarmNotFound` for a wrong link, an old one, and of an alarm that is closed."""
    if not constant_time_compare(token, token_of(notice_id)):
        raise AlarmNotFound()
    linked = AlarmNotice.objects.select_related(*(f"alarm__{name}" for name in WITH), "alarm")
    notice = linked.filter(pk=notice_id, wanted_at__gte=now - LASTS, alarm__closed_at__isnull=True).first()
    if notice is None:
        raise AlarmNotFound()
    return notice
