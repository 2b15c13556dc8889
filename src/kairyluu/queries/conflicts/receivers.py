"""Who considers a complaint, by the directory of today."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.lodging import Target
from kairyluu.data.appeals.models import Appeal
from kairyluu.queries.directory import Directory, directory
from kairyluu.rules.conflicts.receivers import Named, Seat, receiver_of

HEAD = "head"


@dataclass(frozen=True, kw_only=True)
class Considered:
    """`body` considers the complaint. `because` is empty when that is the addressed body, else body_named or
    head_named: then `about` is the body the reason is in."""

    addressed: Body
    body: Body
    because: str = ""
    about: Body | None = None


def find_receiver(body: Body, named: Named, today: date) -> Considered:
    """Who considers a complaint addressed to `body`."""
    known = directory()
    found = receiver_of(_chain(known, body, today), named)
    about = known.bodies_by_id[found.about_id] if found.about_id else None
    return Considered(
        addressed=body, body=known.bodies_by_id[found.body_id], because=found.because, about=about
    )


def body_above(body: Body) -> Body | None:
    """The next open body above; above the top stands the owner of the portal."""
    return next((above for above in line_up(directory(), body)[1:] if above.is_open), None)


def named_by(appeal: Appeal) -> Named:
    facts = appeal.facts()
    return Named(official_ids=facts.complained_official_ids, body_ids=facts.complained_body_ids)


def named_in(targets: Iterable[Target]) -> Named:
    """Of targets not stored yet; codes that are not known are left to who stores them."""
    known = directory()
    wanted = list(targets)
    people = {target.official for target in wanted if target.official}
    bodies = [known.bodies.get(target.body) for target in wanted if target.body and not target.official]
    return Named(
        official_ids=frozenset(t.official_id for t in known.tenures if t.official.code in people),
        body_ids=frozenset(body.pk for body in bodies if body is not None),
    )


def _chain(known: Directory, body: Body, today: date) -> list[Seat]:
    bodies = line_up(known, body)
    return [Seat(body_id=b.pk, is_open=b.is_open, head_ids=heads_of(known, b, today)) for b in bodies]


def line_up(known: Directory, body: Body) -> list[Body]:
    """The body and those above it; above the top stands the owner of the portal."""
    bodies = [body]
    while (parent_id := bodies[-1].parent_id) is not None:
        bodies.append(known.bodies_by_id[parent_id])
    owner = known.bodies.get(known.settings.get("portal_owner", ""))
    if owner is not None and owner not in bodies:
        bodies.append(owner)
    return bodies


def heads_of(known: Directory, body: Body, today: date) -> frozenset[int]:
    """Whoever heads the body today, stands in for the head, or is stood in for."""
    held = known.holders_in(body.pk, today, HEAD)
    absent = {t.stands_in_for.official_id for t in held if t.stands_in_for is not None}
    return frozenset({t.official_id for t in held} | absent)
