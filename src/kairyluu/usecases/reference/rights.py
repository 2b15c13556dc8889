"""Who keeps the reference data and the directory."""

from __future__ import annotations

from kairyluu.rules import policies
from kairyluu.rules.facts import SYSTEM, Actor
from kairyluu.rules.policies import Verdict


def may_keep_reference(actor: Actor) -> Verdict:
    """The machine at its start, or the technical operator."""
    return policies.ALLOWED if actor.kind == SYSTEM else policies.may_manage_accounts(actor)


def demand_keeper(actor: Actor, verb: str) -> None:
    policies.demand(may_keep_reference(actor), verb)
