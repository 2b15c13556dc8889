"""Who may load the registers of earlier years."""

from __future__ import annotations

from kairyluu.rules.facts import SYSTEM, Actor
from kairyluu.rules.refusals import ALLOWED, Verdict


def may_load_register(actor: Actor) -> Verdict:
    """The technical operator, who introduces the portal (Resolution No. 463, clause 2), or the machine at the shell."""
    if actor.kind == SYSTEM or actor.has_role("technical_operator"):
        return ALLOWED
    return Verdict("not_your_role")
