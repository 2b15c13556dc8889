"""The receivers of a place with the ways to each, as the page offers them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kairyluu.queries.referrals.receivers import channels_of, list_receivers
from kairyluu.rules.calls import referrals

if TYPE_CHECKING:
    from kairyluu.data.agencies.models import Body
    from kairyluu.data.reference.models import LawReceiver

UNREAD = ("unverified",)


@dataclass(frozen=True)
class Way:
    """`value` is what the form sends; `is_open` is False where something is missing to use it."""

    value: str
    channel: str
    address: str
    is_open: bool


@dataclass(frozen=True)
class Offered:
    name: str
    fits: bool
    is_confirmed: bool
    is_sample: bool
    ways: tuple[Way, ...]


def ways_to(body: Body, matter: str, language: str) -> list[Offered]:
    """The fittest receiver first; an address that nobody confirmed is said to be so."""
    return [
        Offered(
            name=row.name(language),
            fits=matter in row.matters.split("|"),
            is_confirmed=row.status not in UNREAD,
            is_sample=row.status == "sample",
            ways=tuple(_way(row, channel) for channel in channels_of(row)),
        )
        for row in list_receivers(body, matter)
    ]


def _way(row: LawReceiver, channel: str) -> Way:
    address = {
        referrals.EMAIL: row.email,
        referrals.TELEPHONE: row.telephone,
        referrals.LETTER: row.postal_address,
    }.get(channel, "")
    is_open = channel in (referrals.TELEPHONE, referrals.LETTER) or bool(address)
    return Way(value=f"{row.code}:{channel}", channel=channel, address=address, is_open=is_open)
