"""One letter is read and kept with its files, once; what a machine wrote is filed, what answers a letter of ours goes to
its appeal. Nothing is ever sent back by this act."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from datetime import datetime

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.identity import new_id
from kairyluu.data.journal.recording import record
from kairyluu.data.letters.models import InboundLetter, Mailbox
from kairyluu.gateways import files, letters
from kairyluu.rules import policies
from kairyluu.rules.facts import Actor
from kairyluu.rules.letters import kinds
from kairyluu.rules.letters.access import may_fetch_letters
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.files.keeping import keep_file
from kairyluu.usecases.files.looking import note
from kairyluu.usecases.letters.belonging import attach, hinted_by, meant_by

MOST_FILES = 30
MEDIA_TYPE = "message/rfc822"
_MOST = 200 * 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class Came:
    """`raw` is the letter as the server gave it, its headers alone where it is not `is_whole`; `size` in bytes."""

    raw: bytes
    size: int
    is_whole: bool
    received_at: datetime


@dataclass(frozen=True, kw_only=True)
class KeepLetter:
    mailbox_id: int
    came: Came


@dataclass(frozen=True, kw_only=True)
class Kept:
    letter: InboundLetter
    is_new: bool
    bounce: letters.Bounce | None


@act
def keep_letter(command: KeepLetter, *, actor: Actor, now: datetime) -> Kept:
    policies.demand(may_fetch_letters(actor), "fetch_letters")
    mailbox = Mailbox.objects.select_for_update().select_related(None).get(pk=command.mailbox_id)
    came = command.came
    read = letters.read_letter(came.raw)
    known = InboundLetter.objects.filter(body_id=mailbox.body_id, digest=_digest(read)).first()
    if known is not None:
        return Kept(letter=known, is_new=False, bounce=read.bounce)
    letter = _letter(mailbox, came, read, now)
    stored = files.store(io.BytesIO(came.raw), limit=_MOST)
    note(stored, MEDIA_TYPE, now)
    letter.raw_sha256 = stored.sha256
    appeal = meant_by(read, letter) if letter.kind == kinds.LETTER else None
    letter.hinted = hinted_by(read, letter) if letter.kind == kinds.LETTER and appeal is None else None
    letter.save(force_insert=True)
    letter.left_out = _keep_files(read, letter, actor, now)
    if appeal is not None:
        attach(letter, appeal, actor=actor, now=now)
    letter.save()
    facts = {"kind": letter.kind, "state": letter.state, "files": len(read.files)}
    body = Body.objects.get(pk=mailbox.body_id).code
    record("keep_letter", actor=actor, now=now, body_code=body, facts=facts | {"letter": str(letter.pk)})
    return Kept(letter=letter, is_new=True, bounce=read.bounce)


def _letter(mailbox: Mailbox, came: Came, read: letters.Letter, now: datetime) -> InboundLetter:
    own = tuple(Mailbox.objects.values_list("email", flat=True))
    own = tuple(address.lower() for address in own)
    kind = kinds.kind_of(
        read.headers, read.sender_address, read.subject, is_report=read.bounce is not None, own=own
    )
    return InboundLetter(
        id=new_id(now),
        body_id=mailbox.body_id,
        mailbox=mailbox,
        digest=_digest(read),
        message_id=read.message_id,
        kind=kind,
        state=kinds.WAITING if kind == kinds.LETTER else kinds.FILED,
        received_at=came.received_at,
        fetched_at=now,
        sent_at=read.sent_at,
        sender_name=read.sender_name,
        sender_address=read.sender_address,
        subject=read.subject,
        text=read.text,
        headers=read.headers,
        troubles=[*read.troubles, *(() if came.is_whole else ("too_large",))],
        raw_size=came.size,
    )


def _keep_files(
    read: letters.Letter, letter: InboundLetter, actor: Actor, now: datetime
) -> list[dict[str, str]]:
    """Those that are kept wait under the letter's key; of the others their names and why."""
    left_out = []
    for position, file in enumerate(read.files):
        try:
            if position >= MOST_FILES:
                raise TooManyInLetter()
            keep_file(
                file.name, io.BytesIO(file.content), actor, now, submission_key=letter.pk, position=position
            )
        except Refused as refused:
            left_out.append({"name": files.clean_name(file.name), "why": refused.code})
    return left_out[:100]


class TooManyInLetter(Refused):
    """More files than anybody would look at; they are in the letter as it came."""


def _digest(read: letters.Letter) -> str:
    """The same letter by another way has the same; two letters under one Message-ID have not, so that none is lost. A
    letter without one is told by its date too."""
    moment = read.sent_at.isoformat() if read.sent_at and not read.message_id else ""
    parts = [read.message_id, moment, read.sender_address, read.subject, read.text]
    parts += [hashlib.sha256(file.content).hexdigest() for file in read.files]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
