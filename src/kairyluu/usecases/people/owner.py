"""Whose cabinet it is."""

from __future__ import annotations

from kairyluu.rules import policies
from kairyluu.rules.facts import Actor


def owner(actor: Actor, verb: str) -> int:
    """The account that acts in its own cabinet; a visitor is refused with `NotAllowed`."""
    policies.demand(policies.may_keep_cabinet(actor), verb)
    assert actor.account_id is not None, "the policy has seen to it"
    return actor.account_id
