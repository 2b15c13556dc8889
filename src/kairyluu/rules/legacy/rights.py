"""Who may load the registers of earlier years."""

from __future__ import annotations

from kairyluu.rules.facts import SYSTEM, Actor
from kairyluu.rules.refusals import ALLOWED, Verdict


def may_load_register(actor: Actor, body_id: int | None = None) -> Verdict:
    """The technical operator, who introduces the portal (Resolution No. 463, clause 2), or the machine, at the shell; on the page a
    registrar of that body, whose own papers they are: the operator reads nobody's letters."""
    if actor.kind == SYSTEM or actor.has_role("technical_operator"):
        return ALLOWED
    if body_id is not None and actor.has_role("registrar", body_id=body_id):
        return ALLOWED
    return Verdict("not_your_role")
