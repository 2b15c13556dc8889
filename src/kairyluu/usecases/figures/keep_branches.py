"""Which bodies' sums are kept together: of each body that stands above many, with those below it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from kairyluu.data.figures import branches
from kairyluu.queries.directory import directory
from kairyluu.queries.figures import is_nearly_all
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
    known = directory().bodies.values()
    below = {frozenset(body.pk for body in known if body.path.startswith(top.path)) for top in known}
    wanted = {one for one in below if len(one) >= branches.FEWEST and not is_nearly_all(one)}
    return branches.keep(wanted, now=now, since=now - LEFT)
