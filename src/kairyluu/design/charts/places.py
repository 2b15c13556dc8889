"""Where a tile lies: column and row by the code of the territory; roughly as on a map, three or four to a row for a phone."""

from __future__ import annotations

from collections.abc import Mapping

from kairyluu.design.charts.tiles import Place

COUNTRY: Mapping[str, Place] = {
    "kg-t": (0, 0),
    "kg-c": (1, 0),
    "kg-gb": (2, 0),
    "kg-y": (3, 0),
    "kg-j": (1, 1),
    "kg-n": (2, 1),
    "kg-b": (0, 2),
    "kg-go": (1, 2),
    "kg-o": (2, 2),
}

# Each oblast by itself; cities and whatever is new come below.
INSIDE: Mapping[str, Place] = {
    "kg-b-leilek": (0, 0),
    "kg-b-batken": (1, 0),
    "kg-b-kadamjai": (2, 0),
    "kg-j-chatkal": (0, 0),
    "kg-j-toktogul": (1, 0),
    "kg-j-toguz-toro": (2, 0),
    "kg-j-ala-buka": (0, 1),
    "kg-j-aksy": (1, 1),
    "kg-j-bazar-korgon": (2, 1),
    "kg-j-nooken": (1, 2),
    "kg-j-suzak": (2, 2),
    "kg-y-issyk-kul": (0, 0),
    "kg-y-tup": (1, 0),
    "kg-y-ak-suu": (2, 0),
    "kg-y-ton": (0, 1),
    "kg-y-jeti-oguz": (1, 1),
    "kg-n-jumgal": (0, 0),
    "kg-n-kochkor": (1, 0),
    "kg-n-ak-talaa": (0, 1),
    "kg-n-naryn": (1, 1),
    "kg-n-at-bashy": (2, 1),
    "kg-c-panfilov": (0, 0),
    "kg-c-jaiyl": (1, 0),
    "kg-c-moskva": (2, 0),
    "kg-c-sokuluk": (0, 1),
    "kg-c-alamudun": (1, 1),
    "kg-c-ysyk-ata": (2, 1),
    "kg-c-chui": (1, 2),
    "kg-c-kemin": (2, 2),
    "kg-o-aravan": (0, 0),
    "kg-o-kara-suu": (1, 0),
    "kg-o-ozgon": (2, 0),
    "kg-o-nookat": (0, 1),
    "kg-o-kara-kulja": (2, 1),
    "kg-o-chong-alai": (0, 2),
    "kg-o-alai": (1, 2),
    "kg-t-aitmatov": (0, 0),
    "kg-t-bakai-ata": (1, 0),
    "kg-t-manas": (0, 1),
    "kg-t-talas": (1, 1),
}


def places_for(oblast: str) -> Mapping[str, Place]:
    """Of the whole country for an empty code."""
    return INSIDE if oblast else COUNTRY
