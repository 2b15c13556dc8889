"""Confidential appeals that nobody sees any more, and who may name others for them: number and days, never the content."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import Appeal
from kairyluu.queries.conflicts.confidants import list_deciders, list_nameable
from kairyluu.queries.conflicts.receivers import heads_of, line_up
from kairyluu.queries.directory import Directory, directory, holds
from kairyluu.queries.staff import Colleague
from kairyluu.rules import states
from kairyluu.rules.conflicts.forsaken import Above, is_forsaken, who_names
from kairyluu.rules.facts import Actor

MOST = 500


@dataclass(frozen=True, kw_only=True)
class Forsaken:
    """`namer_ids`: officials of the body above."""

    appeal: Appeal
    namer_ids: tuple[int, ...]


def list_forsaken(today: date) -> list[Forsaken]:
    """The oldest first; closed ones wait for nobody."""
    found = (_look(appeal, today) for appeal in _confidential().order_by("received_at", "id")[:MOST])
    return [one for one in found if one is not None]


def list_forsaken_for(actor: Actor, today: date) -> list[Forsaken]:
    return [one for one in list_forsaken(today) if _may_name(actor, one)]


def find_forsaken(actor: Actor, appeal_id: UUID, today: date) -> Forsaken | None:
    """None also where it is not for this actor to name anybody."""
    appeal = _confidential().filter(pk=appeal_id).first()
    found = _look(appeal, today) if appeal is not None else None
    return found if found is not None and _may_name(actor, found) else None


def list_namers_choice(appeal: Appeal, today: date) -> list[Colleague]:
    """Who decides, where there is somebody; else whoever works in the body and is not meant."""
    facts = appeal.facts()
    return list_deciders(facts, today) or list_nameable(facts, today)


def may_have_forsaken(actor: Actor) -> bool:
    """Whether the actor's post is one that names, in a body that stands above another."""
    known = directory()
    roles = roles_that_name(known)
    mine = {post.body_id for post in actor.posts if post.role in roles}
    owner = known.bodies.get(known.settings.get("portal_owner", ""))
    if owner is not None and owner.pk in mine:
        return True
    return any(body.parent_id in mine for body in known.bodies.values())


def roles_that_name(known: Directory) -> tuple[str, ...]:
    return tuple(role.strip() for role in known.setting("confidants_named_by").split("|") if role.strip())


def _may_name(actor: Actor, found: Forsaken) -> bool:
    return bool(actor.posts) and actor.official_id in found.namer_ids


def _confidential() -> QuerySet[Appeal]:
    open_ones = Appeal.objects.filter(is_confidential=True).exclude(state__in=states.FINAL)
    return open_ones.select_related("body").prefetch_related(
        "targets", "assignments", "recusals", "confidants", "control_marks"
    )


def _look(appeal: Appeal, today: date) -> Forsaken | None:
    known, facts = directory(), appeal.facts()
    working = {t.official_id for t in known.tenures if t.post.body_id == appeal.body_id and holds(t, today)}
    if not is_forsaken(facts, working):
        return None
    above = [_above(known, body, today) for body in line_up(known, appeal.body)[1:]]
    return Forsaken(appeal=appeal, namer_ids=who_names(facts, above))


def _above(known: Directory, body: Body, today: date) -> Above:
    held = known.holders_in(body.pk, today, *roles_that_name(known))
    people = tuple(dict.fromkeys(t.official_id for t in held))
    return Above(body_id=body.pk, people=people, head_ids=heads_of(known, body, today))
