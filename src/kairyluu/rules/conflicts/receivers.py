"""Which body considers a complaint: never one it is about, one headed by a person it is about, or one below those.

Law No. 67 (a complaint is not sent to the body or official complained about; the wording was not read); Regulation of the
trust telephone III.3.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

BODY_NAMED, HEAD_NAMED = "body_named", "head_named"


@dataclass(frozen=True, kw_only=True)
class Seat:
    """A body as this rule sees it. `head_ids` are officials who hold the post of its head today, stand in for it, or
    are stood in for: all of them are its head."""

    body_id: int
    is_open: bool = True
    head_ids: frozenset[int] = field(default_factory=frozenset)


@dataclass(frozen=True, kw_only=True)
class Named:
    """Whom the complaint is about, as row ids."""

    official_ids: frozenset[int] = field(default_factory=frozenset)
    body_ids: frozenset[int] = field(default_factory=frozenset)


@dataclass(frozen=True, kw_only=True)
class Receiver:
    """`because` is empty when the addressed body itself considers the complaint, else body_named or head_named, and
    `about_id` the highest body the reason is in."""

    body_id: int
    because: str = ""
    about_id: int | None = None


def receiver_of(chain: Sequence[Seat], named: Named) -> Receiver:
    """`chain` begins with the addressed body and goes up to the top. Above the highest body that is named, or whose
    head is, the next open one considers; where nobody is above, the top body does, without those named."""
    addressed = chain[0]
    faults = [(place, seat, because) for place, seat in enumerate(chain) if (because := _fault(seat, named))]
    if not faults:
        return Receiver(body_id=addressed.body_id)
    place, about, because = faults[-1]
    above = next((seat for seat in chain[place + 1 :] if seat.is_open), None)
    return Receiver(body_id=(above or chain[-1]).body_id, because=because, about_id=about.body_id)


def _fault(seat: Seat, named: Named) -> str:
    if seat.body_id in named.body_ids:
        return BODY_NAMED
    return HEAD_NAMED if seat.head_ids & named.official_ids else ""
