"""Putting a notice into the outbox, in the transaction of the act that caused it, and waking the worker with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from procrastinate.contrib.django import app

from kairyluu.data.appeals.identity import new_id
from kairyluu.data.appeals.models import Appeal
from kairyluu.data.outbox.models import Notice

DELIVER = "deliver_notice"


def put(
    code: str,
    *,
    address: str,
    language: str,
    appeal: Appeal | None,
    now: datetime,
    facts: Mapping[str, Any] | None = None,
) -> Notice | None:
    """One letter to one address; nothing where there is no address. Without an appeal it says only its own facts."""
    if not address:
        return None
    notice = Notice.objects.create(
        id=new_id(now),
        code=code,
        address=address,
        language=language,
        appeal_id=appeal.pk if appeal else None,
        facts=dict(facts or {}),
        created_at=now,
    )
    queue_again(notice)
    return notice


def put_for_official(
    code: str, *, notice_id: UUID, address: str, language: str, now: datetime, facts: Mapping[str, Any]
) -> Notice:
    """A letter that is about no single appeal; `notice_id` makes it one however often it is put."""
    notice = Notice.objects.create(
        id=notice_id, code=code, address=address, language=language, facts=dict(facts), created_at=now
    )
    queue_again(notice)
    return notice


def queue_again(notice: Notice) -> None:
    """A task for the worker, in the present transaction; a notice queued twice is still delivered once."""
    app.configure_task(DELIVER, allow_unknown=True).defer(notice_id=str(notice.pk))


def put_for_applicant(code: str, appeal: Appeal, email: str, *, now: datetime, **facts: Any) -> Notice | None:
    """To the applicant, in the language the reply was asked in."""
    return put(code, address=email, language=appeal.reply_language, appeal=appeal, now=now, facts=facts)
