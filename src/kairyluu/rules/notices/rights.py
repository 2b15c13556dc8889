"""Who sees to a letter that did not arrive."""

from __future__ import annotations

from kairyluu.rules import policies
from kairyluu.rules.facts import Actor, AppealFacts
from kairyluu.rules.refusals import Verdict

KEEPERS = ("registrar", *policies.HEADS)


def may_hand_over_letter(actor: Actor, appeal: AppealFacts) -> Verdict:
    """The registrar prints and posts it, or a head where the registrar may not know of the appeal."""
    if not actor.has_role(*KEEPERS, body_id=appeal.body_id):
        return Verdict("not_your_role")
    return policies.may_see(actor, appeal)
