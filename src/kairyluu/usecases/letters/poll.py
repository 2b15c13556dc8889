"""Reading the mailbox of a body. Each letter is kept in a transaction of its own and only then put away on the server: a
worker killed at any moment finds it again, and a letter that is kept already is only put away."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime

from cryptography.fernet import InvalidToken
from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from kairyluu.data.letters.models import Mailbox
from kairyluu.data.letters.secrets import secret_of
from kairyluu.gateways import letters
from kairyluu.queries.directory import directory
from kairyluu.rules import policies
from kairyluu.rules.facts import Actor
from kairyluu.rules.letters.access import may_fetch_letters
from kairyluu.usecases.act import act
from kairyluu.usecases.letters.keep import Came, KeepLetter, keep_letter
from kairyluu.usecases.notices.fates import RecordBounce, record_bounce

log = logging.getLogger("kairyluu.letters")
POLL = "poll_mailbox"
AT_ONCE = 100  # letters of one visit; the next comes after two minutes


@dataclass(frozen=True, kw_only=True)
class PollMailbox:
    mailbox_id: int


@dataclass(frozen=True, kw_only=True)
class PollAll:
    """Every mailbox that is in use."""


@act
def poll_all(command: PollAll, *, actor: Actor, now: datetime) -> int:
    """A task for each, so that a server that does not answer holds up no other; a mailbox queued already waits once."""
    policies.demand(may_fetch_letters(actor), "fetch_letters")
    n = 0
    for pk in Mailbox.objects.filter(is_active=True).order_by("pk").values_list("pk", flat=True):
        n += _queue(pk)
    return n


def _queue(pk: int) -> bool:
    """False where it waits in the queue already."""
    name = f"mailbox-{pk}"
    try:
        with transaction.atomic():
            app.configure_task(POLL, allow_unknown=True, lock=name, queueing_lock=name).defer(mailbox_id=pk)
    except AlreadyEnqueued:
        return False
    return True


def poll_mailbox(command: PollMailbox, *, actor: Actor, now: datetime) -> int:
    """How many letters were put away; 0 too while the server is away, which the mailbox then says."""
    mailbox = Mailbox.objects.select_related("body").filter(pk=command.mailbox_id, is_active=True).first()
    if mailbox is None:
        return 0
    n = n_left = 0
    try:
        with letters.open_mailbox(_place(mailbox)) as box:
            for uid in box.unseen(AT_ONCE):
                is_done = _tried(mailbox, box, uid, actor=actor, now=now)
                n, n_left = n + is_done, n_left + (not is_done)
    except (letters.MailboxAway, InvalidToken) as away:
        _note(mailbox, type(away).__name__ if isinstance(away, InvalidToken) else str(away), now=now)
        return n
    _note(mailbox, f"letters that could not be kept: {n_left}" if n_left else "", now=now)
    return n


def _tried(mailbox: Mailbox, box: letters.Mailbox, uid: str, *, actor: Actor, now: datetime) -> bool:
    """Whatever one letter does to us, the next ones are read; it stays on the server as it is."""
    try:
        _one(mailbox, box, uid, actor=actor, now=now)
    except letters.MailboxAway:
        raise
    except Exception:
        log.exception("a letter of mailbox %s could not be kept", mailbox.pk)
        return False
    return True


def _one(mailbox: Mailbox, box: letters.Mailbox, uid: str, *, actor: Actor, now: datetime) -> None:
    size = box.size(uid)
    is_whole = size <= directory().number("letter_size_mb") * 1024 * 1024
    raw = box.read(uid, whole=is_whole)
    if not raw:
        return
    came = Came(
        raw=raw, size=size or len(raw), is_whole=is_whole, received_at=min(box.came_at(uid) or now, now)
    )
    kept = keep_letter(KeepLetter(mailbox_id=mailbox.pk, came=came), actor=actor, now=now)
    if kept.bounce is not None:
        report = kept.bounce
        words = " ".join(part for part in (report.status, report.diagnostic) if part)
        record_bounce(RecordBounce(message_id=report.original_id, reason=words), actor=actor, now=now)
    box.put_away(uid)


def _place(mailbox: Mailbox) -> letters.Place:
    return letters.Place(
        host=mailbox.host,
        port=mailbox.port,
        security=mailbox.security,
        user=mailbox.user,
        secret=secret_of(mailbox),
        folder=mailbox.folder,
        done_folder=mailbox.done_folder,
    )


def _note(mailbox: Mailbox, error: str, *, now: datetime) -> None:
    """For the system administration and the configuration check."""
    failing = (mailbox.failing_since or now) if error else None
    Mailbox.objects.filter(pk=mailbox.pk).update(polled_at=now, failing_since=failing, last_error=error[:200])
