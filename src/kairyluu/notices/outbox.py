"""Putting a notice into the outbox, in the transaction of the act that caused it, and waking the worker with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from kairyluu.data.appeals.identity import new_id
from kairyluu.data.appeals.models import Appeal
from kairyluu.data.outbox.models import Notice
from kairyluu.notices.catalogue import KINDS
from kairyluu.notices.ways import Reach, ways_of_applicant, ways_of_reader
from kairyluu.rules.notices.ways import EMAIL

DRAIN = "drain_line"
AFTER_PEOPLE = -10  # the worker does what somebody waits for first


def put(
    code: str,
    *,
    address: str,
    language: str,
    appeal: Appeal | None,
    now: datetime,
    facts: Mapping[str, Any] | None = None,
) -> Notice | None:
    """To one e-mail address, and by the other ways its owner chose; nothing where there is no address. Without an
    appeal it says only its own facts. The letter, or what goes in its place."""
    if not address:
        return None
    ways = (
        [Reach(EMAIL, address, language)]
        if KINDS[code].is_by_mail_only
        else ways_of_reader(address, language)
    )
    return _put(code, ways, appeal_id=appeal.pk if appeal else None, now=now, facts=facts or {})


def put_for_official(
    code: str, *, notice_id: UUID, address: str, language: str, now: datetime, facts: Mapping[str, Any]
) -> Notice:
    """A letter that is about no single appeal; `notice_id` makes it one however often it is put."""
    notice = Notice.objects.create(
        id=notice_id, code=code, address=address, language=language, facts=dict(facts), created_at=now
    )
    wake(EMAIL)
    return notice


def put_for_applicant(code: str, appeal: Appeal, email: str, *, now: datetime, **facts: Any) -> Notice | None:
    """To the applicant by the ways he chose, in the language the reply was asked in."""
    return _put(code, ways_of_applicant(appeal, email), appeal_id=appeal.pk, now=now, facts=facts)


def wake(channel: str) -> None:
    """A task for the worker, in the present transaction, unless one for the line waits already: a hundred thousand
    tasks would keep the queue itself from everybody. What slips between two is taken within the minute by the sweep."""
    asked = ProcrastinateJob.objects.filter(task_name=DRAIN, status="todo", args={"channel": channel})
    if not asked.exists():
        app.configure_task(DRAIN, allow_unknown=True, priority=AFTER_PEOPLE).defer(channel=channel)


def _put(
    code: str, ways: Sequence[Reach], *, appeal_id: UUID | None, now: datetime, facts: Mapping[str, Any]
) -> Notice | None:
    ids = sorted(new_id(now) for _ in ways)
    notices = [
        Notice(
            id=pk,
            code=code,
            channel=way.channel,
            address=way.address,
            language=way.language,
            appeal_id=appeal_id,
            facts=dict(facts),
            created_at=now,
        )
        for pk, way in zip(ids, ways, strict=True)
    ]
    for notice in notices:
        notice.save(force_insert=True)
    for channel in {way.channel: None for way in ways}:
        wake(channel)
    return notices[0] if notices else None


def is_put(notice_id: UUID) -> bool:
    """Whether a letter known beforehand was written already."""
    return Notice.objects.filter(pk=notice_id).exists()
