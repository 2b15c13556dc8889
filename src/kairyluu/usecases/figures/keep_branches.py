"""Which bodies' sums are kept together: of each body that stands above many, with those below it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from kairyluu.data.figures import branches
from kairyluu.queries.oversight import list_branches
from kairyluu.rules.facts import SYSTEM, Actor
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.act import act

LEFT = timedelta(hours=1)  # for who is just reading one that is wanted no more


@dataclass(frozen=True, kw_only=True)
class KeepBranches:
    """Of the bodies as they stand above one another now."""


@act
def keep_branches(command: KeepBranches, *, actor: Actor, now: datetime) -> int:
    """How many were added: none while nobody moves, opens or closes a body."""
    if actor.kind != SYSTEM:
        raise NotAllowed({"verb": "fold_figures", "because": "system_only"})
    return branches.keep(list_branches(), now=now, since=now - LEFT)
