"""What the invented country is made of: bodies with invented staff, stories, names; ids of the rows they name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from kairyluu.data.agencies.models import Body
from kairyluu.queries.directory import Directory
from kairyluu.usecases.generating import proportions as usual
from kairyluu.usecases.generating.staff import STAFF, Clerk, hire

Weighted = tuple[list[Any], list[float]]


@dataclass(frozen=True, eq=False)
class Place:
    """A body as the stories need it; `lateness` multiplies the usual share of late answers."""

    pk: int
    code: str
    index: str
    territory: str
    parent: str
    staff: Mapping[str, Clerk]
    lateness: float


@dataclass(frozen=True)
class Tale:
    """One matter of `data/demo`, in several wordings."""

    kind: str
    topic: str
    language: str
    subject: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Country:
    """Weighted lists are values beside their running sums, as `Random.choices` takes them. `ids` lead from (table, code) to rows."""

    places: Weighted
    by_code: Mapping[str, Place]
    channels: Weighted
    regions: Weighted
    districts: Mapping[str, list[str]]
    tales: list[Tale]
    names: Mapping[str, Mapping[str, list[Any]]]
    ids: Mapping[tuple[str, str], int]


def build_country(folder: Path, known: Directory, seed: int) -> Country:
    """Adds invented staff where it is not there yet and opens the bodies."""
    chance = Random(f"{seed}:country")  # noqa: S311 - invents, keeps no secrets
    names = json.loads((folder / "names.json").read_text(encoding="utf-8"))
    bodies = [known.bodies[code] for code in sorted(known.bodies)]
    staff = hire(bodies, names, chance)
    places = [_place(body, staff, chance) for body in bodies]
    weights = [usual.BODY_KINDS.get(b.kind, usual.OTHER_BODY) * chance.uniform(0.5, 1.8) for b in bodies]
    tables: dict[str, Mapping[str, Any]] = {
        "channel": known.channels,
        "topic": known.topics,
        "territory": known.territories,
        "outcome": known.outcomes,
        "ground": known.grounds,
    }
    return Country(
        places=summed(dict(zip(places, weights, strict=True))),
        by_code={place.code: place for place in places},
        channels=summed({code: n for code, n in usual.CHANNELS.items() if code in known.channels}),
        regions=summed({code: n for code, n in usual.REGIONS.items() if code in known.territories}),
        districts=_districts(known),
        tales=[*_tales(folder, "ky", known), *_tales(folder, "ru", known)],
        names=names,
        ids={(table, code): row.pk for table, rows in tables.items() for code, row in rows.items()},
    )


def summed(weights: Mapping[Any, float]) -> Weighted:
    sums: list[float] = []
    for weight in weights.values():
        sums.append(weight + (sums[-1] if sums else 0))
    return list(weights), sums


def _place(body: Body, staff: Mapping[tuple[int, str], Clerk], chance: Random) -> Place:
    return Place(
        pk=body.pk,
        code=body.code,
        index=body.register_index or body.code.upper(),
        territory=body.territory.code if body.territory else "",
        parent=body.parent.code if body.parent and body.parent.is_active else "",
        staff={role: staff[body.pk, role] for role, *_ in STAFF},
        lateness=chance.choice((0.3, 0.6, 0.8, 1.0, 1.0, 1.2, 1.6, 2.5)),
    )


def _districts(known: Directory) -> dict[str, list[str]]:
    """Region -> the codes below it, itself where there are none."""
    below: dict[str, list[str]] = {code: [] for code in usual.REGIONS}
    for code in sorted(known.territories):
        top = known.territories[code]
        while top.parent is not None:
            top = known.territories[top.parent.code]
        if top.code in below and top.code != code:
            below[top.code].append(code)
    return {code: found or [code] for code, found in below.items()}


def _tales(folder: Path, language: str, known: Directory) -> list[Tale]:
    told = json.loads((folder / f"appeals_{language}.json").read_text(encoding="utf-8"))
    return [
        Tale(one["kind"], one["topic"], language, one["subject"], _wordings(one["text"]))
        for one in told
        if one["topic"] in known.topics
    ]


def _wordings(text: str) -> tuple[str, ...]:
    """Two sentences beside each other, each pair in turn."""
    parts = [" ".join(part.split()) for part in text.replace("\\", "").split(".") if part.strip()]
    return tuple(f"{one}. {other}." for one, other in zip(parts, [*parts[1:], parts[0]], strict=True))
