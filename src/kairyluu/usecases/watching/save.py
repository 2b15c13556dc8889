"""Saving a view of the figures, changing its name and its limit, throwing it away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from kairyluu.data.appeals.identity import new_id
from kairyluu.data.figures.models import SavedView
from kairyluu.data.journal.recording import record
from kairyluu.queries.oversight import may_count
from kairyluu.queries.watching.views import find_own
from kairyluu.rules.facts import Actor
from kairyluu.rules.figures.catalogue import CATALOGUE
from kairyluu.rules.figures.crossing import DIRECTIONS
from kairyluu.rules.policies import NotAllowed
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act

MOST, LONGEST = 50, 80


class TooManyViews(Refused):
    """facts: most."""


class NoLimit(Refused):
    """A figure that is watched has a limit and a direction."""


@dataclass(frozen=True, kw_only=True)
class SaveView:
    """`asked`: period, by, body, figure, where."""

    name: str
    asked: Mapping[str, Any]
    is_shared: bool = False


@dataclass(frozen=True, kw_only=True)
class ChangeView:
    """Without a `figure` no letters come, or no more."""

    view_id: UUID
    name: str
    is_shared: bool = False
    figure: str = ""
    direction: str = ""
    limit: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class DeleteView:
    view_id: UUID


@act
def save_view(command: SaveView, *, actor: Actor, now: datetime) -> SavedView:
    """Raises `NotAllowed`, `TooManyViews`."""
    if not may_count(actor) or actor.official_id is None:
        raise NotAllowed({"verb": "save_view", "because": "not_your_role"})
    if SavedView.objects.filter(owner_id=actor.official_id).count() >= MOST:
        raise TooManyViews({"most": MOST})
    view = SavedView.objects.create(
        id=new_id(now),
        owner_id=actor.official_id,
        body_id=actor.posts[0].body_id,
        name=command.name.strip()[:LONGEST],
        asked=dict(command.asked),
        is_shared=command.is_shared,
        made_at=now,
    )
    _record("save_view", view, actor, now)
    return view


@act
def change_view(command: ChangeView, *, actor: Actor, now: datetime) -> SavedView:
    """A limit put anew is crossed anew. Raises `ViewNotFound`, `NoLimit`."""
    view = find_own(actor, command.view_id)
    is_watched = command.figure in CATALOGUE
    if is_watched and (command.limit is None or command.direction not in DIRECTIONS):
        raise NoLimit()
    watched: tuple[str, str, Decimal | None] = ("", "", None)
    if is_watched:
        watched = (command.figure, command.direction, command.limit)
    if watched != (view.figure, view.direction, view.limit):
        view.is_beyond = False
    view.figure, view.direction, view.limit = watched
    view.name, view.is_shared = command.name.strip()[:LONGEST], command.is_shared
    view.save()
    _record("change_view", view, actor, now)
    return view


@act
def delete_view(command: DeleteView, *, actor: Actor, now: datetime) -> None:
    """Raises `ViewNotFound`."""
    view = find_own(actor, command.view_id)
    _record("delete_view", view, actor, now)
    view.delete()


def _record(verb: str, view: SavedView, actor: Actor, now: datetime) -> None:
    facts = {"view": str(view.pk), "name": view.name, "figure": view.figure, "shared": view.is_shared}
    record(verb, actor=actor, now=now, body_code=actor.posts[0].body_code, facts=facts)
