"""The receivers that the directory knows for a body, and the clock of a referral."""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache

from kairyluu.data.agencies.models import Body, Territory
from kairyluu.data.reference.models import LawReceiver
from kairyluu.queries.directory import directory
from kairyluu.rules.calls import referrals
from kairyluu.rules.calls.referrals import Receiver, Terms

ACK_FAMILY = "urgent_ack"
ACK_MINUTES = 15  # where the table of terms knows none


def list_receivers(body: Body, matter: str) -> list[LawReceiver]:
    """The fittest first: of the body's district and the matter."""
    rows = _rows(directory().edition)
    known = {
        row.code: Receiver(
            code=row.code,
            territory=row.territory,
            matters=frozenset(row.matters.split("|")),
            channels=channels_of(row),
            email=row.email,
        )
        for row in rows.values()
    }
    ranked = referrals.receivers_for(known.values(), _places(body), matter)
    return [rows[one.code] for one in ranked]


def find_receiver(body: Body, code: str) -> LawReceiver | None:
    """Of those a body of this place may tell."""
    return next((row for row in list_receivers(body, "") if row.code == code), None)


def channels_of(row: LawReceiver) -> tuple[str, ...]:
    return tuple(part for part in row.channels.split("|") if part in referrals.CHANNELS)


def terms_now() -> Terms:
    known = directory()
    minutes = next(
        (t.amount for t in known.terms if t.code == ACK_FAMILY and t.enabled and t.unit == "minutes"),
        ACK_MINUTES,
    )
    return Terms(
        acknowledge=timedelta(minutes=minutes),
        acknowledge_letter=timedelta(days=known.number("referral_ack_letter_days")),
        answer=timedelta(days=known.number("referral_answer_days")),
        remind_every=timedelta(minutes=known.number("referral_remind_minutes")),
    )


def _places(body: Body) -> tuple[str, ...]:
    codes, place = [], body.territory
    known = directory().territories
    while place is not None:
        codes.append(place.code)
        place = _above(known, place)
    return tuple(codes)


def _above(known: dict[str, Territory], place: Territory) -> Territory | None:
    row = known.get(place.code)
    return row.parent if row is not None else None


@lru_cache(maxsize=2)
def _rows(edition: tuple[int, str]) -> dict[str, LawReceiver]:
    return {row.code: row for row in LawReceiver.objects.filter(is_active=True)}
