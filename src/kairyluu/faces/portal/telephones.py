"""Telephones and hours of a body in words; summer and winter hours change on the days of the settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kairyluu.design.hours import span
from kairyluu.design.nav import Item
from kairyluu.queries.directory import Directory
from kairyluu.rules.spelling import NotATelephone, phone_e164, sort_key

if TYPE_CHECKING:
    from kairyluu.data.agencies.models import Body, Line

SUMMER, WINTER = "summer", "winter"
DISTRICT = "district_administration"


@dataclass(frozen=True)
class Hours:
    """Of one season; empty where not known."""

    season: str
    work: str
    lunch: str


def season(known: Directory, today: date) -> str:
    """The dates are settings: the regulation of the trust telephone names two seasons and no dates."""
    day = today.strftime("%m-%d")
    return SUMMER if known.setting("summer_from") <= day < known.setting("winter_from") else WINTER


def hours_of(body: Body | Line, of_season: str) -> Hours | None:
    given = body.hours if isinstance(body.hours, Mapping) else {}
    work, lunch = (span(str(given.get(f"{of_season}_{what}") or "")) for what in ("hours", "lunch"))
    return Hours(of_season, work, lunch) if work else None


def all_hours(body: Body | Line) -> list[Hours]:
    return [hours for name in (SUMMER, WINTER) if (hours := hours_of(body, name))]


def trust_phones(body: Body) -> list[Item]:
    pairs = zip(body.trust_phone.split("|"), body.trust_phone_e164.split("|"), strict=False)
    return [Item(words.strip(), f"tel:{number.strip()}") for words, number in pairs if words.strip()]


def office_phones(body: Body) -> list[Item]:
    """Numbers that cannot be dialled as they are written are shown without a link."""
    written = [number.strip() for number in body.phone.split("|") if number.strip()]
    return [Item(number, _dialled(number)) for number in written]


def district_with_trust_phone(known: Directory, language: str) -> Body | None:
    """The first in order of name, an open one before the others."""
    found = [b for b in known.bodies.values() if b.kind == DISTRICT and b.trust_phone_e164]
    return min(found, key=lambda b: (not b.is_open, sort_key(b.name(language))), default=None)


def every_trust_phone(known: Directory, language: str) -> list[tuple[Body, list[Item]]]:
    """Each body with a trust telephone, in order of name."""
    found = [body for body in known.bodies.values() if body.trust_phone and body.trust_phone_e164]
    found.sort(key=lambda body: sort_key(body.name(language)))
    return [(body, trust_phones(body)) for body in found]


def _dialled(number: str) -> str:
    try:
        return f"tel:{phone_e164(number)}"
    except NotATelephone:
        return ""
