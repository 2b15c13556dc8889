"""Whether an appeal may still be passed on, and to whom it climbs when it may not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import Appeal, Handover
from kairyluu.queries.conflicts.receivers import find_receiver, named_by
from kairyluu.queries.directory import Directory, directory
from kairyluu.rules.hands.routing import common_superior, has_bounced

MOST = "most_forwardings"


@dataclass(frozen=True, kw_only=True)
class Climb:
    """`body` is the common superior, None where no open one is left; `n_forwarded` times it was passed on."""

    body: Body | None
    n_forwarded: int


def find_superior(appeal: Appeal, today: date) -> Climb | None:
    """None while the appeal may be forwarded to a body of the sender's choice."""
    known = directory()
    line = _line_of(appeal)
    kinds = [kind for kind, _body in line]
    since = kinds[len(kinds) - kinds[::-1].index("climb") :] if "climb" in kinds else kinds
    n_forwarded = since.count("whole")
    if not has_bounced(n_forwarded, known.number(MOST)):
        return None
    held = {known.bodies_by_id[body_id].path for _kind, body_id in line} | {appeal.body.path}
    return Climb(body=_superior(appeal, known, held, today), n_forwarded=n_forwarded)


def _superior(appeal: Appeal, known: Directory, held: set[str], today: date) -> Body | None:
    """The portal's owner decides where the bodies have nobody open above them. A complaint goes past whom it is about."""
    by_path = {body.path: body for body in known.bodies.values() if body.is_open}
    found = by_path.get(common_superior(held, by_path)) or known.bodies.get(known.setting("portal_owner"))
    if found is None or not found.is_open:
        return None
    body = find_receiver(found, named_by(appeal), today).body
    return None if body.path in held or not body.is_open else body


def _line_of(appeal: Appeal) -> list[tuple[str, int]]:
    """Kind of each handover that led here with the body that gave, the first first."""
    if appeal.origin_id is None:
        return []
    steps = Handover.objects.filter(successor__origin_id=appeal.origin_id)
    came: dict[UUID, tuple[UUID, str, int]] = {
        successor: (giver, kind, body)
        for successor, giver, kind, body in steps.values_list(
            "successor_id", "appeal_id", "kind", "appeal__body_id"
        )
    }
    line: list[tuple[str, int]] = []
    leg = appeal.pk
    while leg in came:
        leg, kind, body = came[leg]
        line.append((kind, body))
    return line[::-1]
