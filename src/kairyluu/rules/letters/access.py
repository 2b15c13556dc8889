"""Who reads the letters that arrived at the official address of a body."""

from __future__ import annotations

from kairyluu.rules.facts import SYSTEM, Actor
from kairyluu.rules.refusals import ALLOWED, Verdict


def may_read_letters(actor: Actor, body_id: int) -> Verdict:
    """Whoever receives appeals of the body (Resolution No. 463, clause 3), and nobody else: a letter nobody has read yet may
    complain about anybody."""
    return ALLOWED if actor.has_role("registrar", body_id=body_id) else Verdict("not_your_role")


def may_fetch_letters(actor: Actor) -> Verdict:
    """Only the machine opens a mailbox."""
    return ALLOWED if actor.kind == SYSTEM else Verdict("not_your_role")
