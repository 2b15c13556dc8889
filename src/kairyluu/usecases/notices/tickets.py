"""A ticket that links a chat: who holds it within fifteen minutes may link one to the appeal or the account it names. It
travels in the first message to the bot (`/start TICKET`), which takes 64 letters of base64url."""

from __future__ import annotations

import base64
import hashlib
import hmac
import struct
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings

from kairyluu.queries.notices.chosen import Whose

LASTS = timedelta(minutes=15)
_SIGNED = 12  # bytes of the signature


def ticket_for(whose: Whose, *, now: datetime) -> str:
    named = whose.appeal_id.bytes if whose.appeal_id else (whose.account_id or 0).to_bytes(16, "big")
    said = struct.pack(">cI", b"a" if whose.appeal_id else b"p", int((now + LASTS).timestamp())) + named
    return base64.urlsafe_b64encode(said + _signature(said)).rstrip(b"=").decode()


def read_ticket(ticket: str, *, now: datetime) -> Whose | None:
    """None where it is not ours or too old."""
    try:
        raw = base64.urlsafe_b64decode(ticket + "=" * (-len(ticket) % 4))
        said, signature = raw[:-_SIGNED], raw[-_SIGNED:]
        kind, until = struct.unpack(">cI", said[:5])
    except (ValueError, struct.error):
        return None
    if not hmac.compare_digest(signature, _signature(said)) or until < now.timestamp():
        return None
    return (
        Whose(appeal_id=UUID(bytes=said[5:]))
        if kind == b"a"
        else Whose(account_id=int.from_bytes(said[5:], "big"))
    )


def _signature(said: bytes) -> bytes:
    return hmac.new(b"chat ticket " + settings.SECRET_KEY.encode(), said, hashlib.sha256).digest()[:_SIGNED]
