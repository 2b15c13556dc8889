"""Who looks after the second registrations of a body, and who after its telephone exchange."""

from __future__ import annotations

from kairyluu.rules.facts import SYSTEM, Actor
from kairyluu.rules.policies import HEADS
from kairyluu.rules.refusals import ALLOWED, Verdict

KEEPERS = ("registrar", "body_admin", *HEADS)


def may_see_entries(actor: Actor, body_id: int) -> Verdict:
    """Their numbers and why they do not get through; nothing of what they say."""
    return ALLOWED if actor.has_role(*KEEPERS, body_id=body_id) else Verdict("not_your_role")


def may_send_again(actor: Actor, body_id: int) -> Verdict:
    return may_see_entries(actor, body_id)


def may_note_number(actor: Actor, body_id: int) -> Verdict:
    """A number read off the other system is the registrar's to write: keeping account, clause 3."""
    return ALLOWED if actor.has_role("registrar", *HEADS, body_id=body_id) else Verdict("not_your_role")


def may_make_key(actor: Actor) -> Verdict:
    """Joining machines is the technical operator's: Resolution No. 463, clause 2."""
    return ALLOWED if actor.has_role("technical_operator") else Verdict("not_your_role")


def may_announce(actor: Actor) -> Verdict:
    """Only a telephone exchange that showed its key, or our own listener, says that it rings."""
    return ALLOWED if actor.kind == SYSTEM else Verdict("not_your_role")
