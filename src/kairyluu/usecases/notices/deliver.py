"""Handing one waiting letter to the post. At least once: the row is marked after the gateway took it; a crash in
between sends it again under the same Message-ID, so that it can be recognised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings

from kairyluu.data.journal.recording import record
from kairyluu.data.outbox.models import Notice
from kairyluu.gateways import files, mail
from kairyluu.notices.catalogue import KINDS
from kairyluu.notices.facts import facts_of, letter_of
from kairyluu.notices.letter import render
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act

MOST_ATTEMPTS = 12


@dataclass(frozen=True, kw_only=True)
class DeliverNotice:
    notice_id: UUID


class TryLater(Exception):
    """The post did not take it now; the worker comes back."""


def deliver_notice(command: DeliverNotice, *, actor: Actor, now: datetime) -> str:
    """The notice's state afterwards; raises `TryLater` while another try may help."""
    state = _deliver(command, actor=actor, now=now)
    if state == "waiting":
        raise TryLater
    return state


@act
def _deliver(command: DeliverNotice, *, actor: Actor, now: datetime) -> str:
    notice = Notice.objects.select_for_update().filter(pk=command.notice_id).first()
    if notice is None or notice.state != "waiting":
        return notice.state if notice else "sent"
    notice.attempts += 1
    notice.last_tried_at = now
    try:
        notice.reference = mail.send_letter(_letter(notice)).reference
        notice.state, notice.sent_at, notice.last_error = "sent", now, ""
    except mail.MailDeferred as deferred:
        notice.last_error = str(deferred)
        notice.state = "failed" if notice.attempts >= MOST_ATTEMPTS else "waiting"
    except mail.MailRefused as refused:
        notice.last_error, notice.state = str(refused), "failed"
    notice.save()
    if notice.state != "waiting":
        facts = {"notice": notice.code, "state": notice.state, "attempts": notice.attempts}
        record("deliver_notice", actor=actor, now=now, appeal_id=notice.appeal_id, facts=facts)
    return notice.state


def _letter(notice: Notice) -> mail.MailLetter:
    kind = KINDS[notice.code]
    facts = {"site": settings.BASE_URL} | notice.facts
    attachments: tuple[mail.MailAttachment, ...] = ()
    if notice.appeal_id:
        facts |= facts_of(notice.appeal_id, notice.language, settings.BASE_URL)
        filed = letter_of(notice.appeal_id) if kind.brings_letter else None
        if filed is not None:
            with files.open(filed.sha256) as content:
                attachments = (mail.MailAttachment(filed.name, filed.media_type, content.read()),)
    written = render(notice.code, notice.language, facts)
    return mail.MailLetter(
        to=notice.address,
        subject=written.subject,
        text=written.text,
        attachments=attachments,
        message_id=f"{notice.pk}@kairyluu",
    )
