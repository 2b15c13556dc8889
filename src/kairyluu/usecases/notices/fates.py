"""What became of a notice after it left: the service's receipt, or the letter that came back. Kept as proof beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.journal.recording import record
from kairyluu.data.outbox.models import Notice
from kairyluu.rules.facts import Actor
from kairyluu.rules.notices.ways import CAME_BACK, DELIVERED, EMAIL
from kairyluu.usecases.act import act

LONGEST = 500
_OUR_ID = re.compile(r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@kairyluu", re.I)


@dataclass(frozen=True, kw_only=True)
class RecordBounce:
    """`message_id` as the report of the mail server names it, with or without angle brackets; `reason` its words."""

    message_id: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class NoteFate:
    """`state` is delivered or failed; `words` what the service says of it."""

    channel: str
    reference: str
    state: str
    words: str = ""


@act
def record_bounce(command: RecordBounce, *, actor: Actor, now: datetime) -> bool:
    """Whether it is about a letter of ours; the same report twice changes nothing."""
    found = _OUR_ID.search(command.message_id)
    if found is None:
        return False
    notice = Notice.objects.select_for_update().filter(pk=UUID(found[1]), channel=EMAIL).first()
    if notice is None:
        return False
    _note(notice, CAME_BACK, command.reason, actor=actor, now=now)
    return True


@act
def note_fate(command: NoteFate, *, actor: Actor, now: datetime) -> bool:
    """Whether such a notice is known. Services write the same number now as decimal, now as hexadecimal."""
    known = Notice.objects.select_for_update().filter(
        channel=command.channel, reference__in=_spellings(command.reference)
    )
    notice = known.order_by("-created_at").first()
    if notice is None or command.state not in (DELIVERED, CAME_BACK):
        return False
    _note(notice, command.state, command.words, actor=actor, now=now)
    return True


def _note(notice: Notice, fate: str, words: str, *, actor: Actor, now: datetime) -> None:
    """A letter that came back did not arrive, whatever was said before; nothing else replaces a fate."""
    if notice.fate == fate or notice.fate == CAME_BACK:
        return
    notice.fate, notice.fate_at = fate, now
    if fate == CAME_BACK:
        notice.last_error = words.strip()[:LONGEST]
    notice.save(update_fields=["fate", "fate_at", "last_error"])
    facts = {"notice": notice.code, "by": notice.channel, "fate": fate}
    record("note_fate", actor=actor, now=now, appeal_id=notice.appeal_id, facts=facts)


def _spellings(reference: str) -> set[str]:
    found = {reference, reference.lstrip("0") or reference}
    if reference.isdigit():
        found |= {form.format(int(reference)) for form in ("{:x}", "{:X}", "{:08x}", "{:08X}")}
    elif re.fullmatch(r"[0-9a-fA-F]{1,16}", reference):
        found.add(str(int(reference, 16)))
    return found
