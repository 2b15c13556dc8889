"""Who may not handle a complaint.

The ban on handing a complaint to the person complained about (Law No. 67; the wording was not read, see domain 2.3);
Regulation of the trust telephone III.3, derived safeguard H26.
"""

from __future__ import annotations

from kairyluu.rules.facts import Actor, AppealFacts


def is_complained_about(actor: Actor, appeal: AppealFacts) -> bool:
    """Whether the actor is a person the appeal complains about."""
    return actor.official_id is not None and actor.official_id in appeal.complained_official_ids


def may_be_given_to(official_id: int, appeal: AppealFacts) -> bool:
    """Whether an official may be named executor."""
    return official_id not in appeal.complained_official_ids
