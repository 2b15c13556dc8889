"""A telephone exchange gets its key for one line: said once, kept as a digest only; the older one ends with it."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime

from kairyluu.data.exchange.models import LineKey
from kairyluu.data.journal.recording import record
from kairyluu.queries.calls.lines import find_line
from kairyluu.rules import policies
from kairyluu.rules.exchange.access import may_make_key
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act


@dataclass(frozen=True, kw_only=True)
class MakeKey:
    """`line` is its code; `is_end` ends the key in force and makes no other."""

    line: str
    is_end: bool = False


@act
def make_key(command: MakeKey, *, actor: Actor, now: datetime) -> str:
    """The key in plain words, empty for `is_end`. Raises `NoSuchLine` and `NotAllowed`."""
    line = find_line(command.line)
    policies.demand(may_make_key(actor), "make_key")
    LineKey.objects.filter(line_id=line.pk, ended_at__isnull=True).update(ended_at=now)
    key = "" if command.is_end else secrets.token_urlsafe(32)
    if key:
        digest = hashlib.sha256(key.encode()).hexdigest()
        LineKey.objects.create(line_id=line.pk, digest=digest, ends_with=key[-4:], made_at=now)
    facts = {"line": line.code, "ended": command.is_end}
    record("make_line_key", actor=actor, now=now, body_code=line.body.code, facts=facts)
    return key
