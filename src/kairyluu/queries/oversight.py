"""Figures of bodies for who stands above them: counts only, no appeal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from kairyluu.data.agencies.models import Body
from kairyluu.data.figures import branches
from kairyluu.queries.directory import directory
from kairyluu.queries.figures import is_nearly_all
from kairyluu.queries.sight import list_overseen, unaccused
from kairyluu.rules import policies
from kairyluu.rules.facts import Actor

OWNER = "portal_owner"


@dataclass(frozen=True, kw_only=True)
class BodyFigures:
    """`may_read` opens the body's lists."""

    body: Body
    may_read: bool
    n_received: int
    n_open: int
    n_overdue: int


@dataclass(frozen=True, kw_only=True)
class Figures:
    """`n_received` waits for registration; all three are of what is open."""

    bodies: tuple[BodyFigures, ...]
    n_received: int
    n_open: int
    n_overdue: int


def may_watch(actor: Actor) -> bool:
    """Overseers, the controller of execution and the portal's owner: Resolution No. 463, clauses 2, 6 and 9."""
    return actor.has_role("overseer", "execution_controller", OWNER)


def may_read_below(actor: Actor) -> bool:
    """Overseers and the controller of execution read appeals; the portal's owner only counts them."""
    return actor.has_role("overseer", "execution_controller")


def may_count(actor: Actor) -> bool:
    """Figures by choice: who watches, and who answers for a body with those below it (clauses 4 and 6)."""
    return may_watch(actor) or actor.has_role(*policies.HEADS)


def may_read_behind(actor: Actor) -> bool:
    """The appeals behind a number: a head those of his own body."""
    return may_read_below(actor) or actor.has_role(*policies.HEADS)


def list_counted(actor: Actor) -> list[Body]:
    """Bodies whose figures the actor sees, a body before those below it."""
    known = directory().bodies_by_id.values()
    if actor.has_role(OWNER):
        return sorted(known, key=lambda body: body.path)
    own = tuple(post.body_path for post in actor.posts if post.role in policies.HEADS)
    counted = {body.pk for body in list_overseen(actor)} | {b.pk for b in known if b.path.startswith(own)}
    return sorted((body for body in known if body.pk in counted), key=lambda body: body.path)


def list_branches() -> set[frozenset[int]]:
    """Row ids of many bodies that somebody watches together: of each body with those below it, unless they are nearly all."""
    bodies = directory().bodies_by_id.values()
    below = {frozenset(one.pk for one in bodies if one.path.startswith(top.path)) for top in bodies}
    return {found for found in below if len(found) >= branches.FEWEST and not is_nearly_all(found)}


def list_figures(actor: Actor, today: date) -> Figures:
    """The bodies that are open to the public or have something open. One query besides the directory."""
    readable = {body.pk for body in list_overseen(actor)}
    everywhere = actor.has_role(OWNER)
    shown = [b for b in directory().bodies_by_id.values() if everywhere or b.pk in readable]
    counts = _counts(actor, today)
    shown = sorted((b for b in shown if b.is_open or b.pk in counts), key=lambda body: body.path)
    rows = [_row(body, counts.get(body.pk, (0, 0, 0)), body.pk in readable) for body in shown]
    return Figures(
        bodies=tuple(rows),
        n_received=sum(row.n_received for row in rows),
        n_open=sum(row.n_open for row in rows),
        n_overdue=sum(row.n_overdue for row in rows),
    )


def _counts(actor: Actor, today: date) -> dict[int, tuple[int, int, int]]:
    """Of every body with something open: received, open, overdue."""
    counted = (
        unaccused(actor)
        .filter(is_open=True)
        .values("body_id")
        .annotate(
            received=Count("pk", filter=Q(state="received")),
            all_open=Count("pk"),
            overdue=Count("pk", filter=Q(due_on__lt=today)),
        )
        .values_list("body_id", "received", "all_open", "overdue")
    )
    return {body_id: (received, all_open, overdue) for body_id, received, all_open, overdue in counted}


def _row(body: Body, counts: tuple[int, int, int], may_read: bool) -> BodyFigures:
    n_received, n_open, n_overdue = counts
    return BodyFigures(
        body=body, may_read=may_read, n_received=n_received, n_open=n_open, n_overdue=n_overdue
    )
