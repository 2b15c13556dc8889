"""Which body to turn to: a search over bodies and topics that answers while the caller waits. Regulation of the Alai
line, III.5; H36–H37. Everything is in memory: no query but the directory's own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kairyluu.data.agencies.models import Body
from kairyluu.queries.directory import directory
from kairyluu.rules.spelling import fold, sort_key

MOST = 8
LONGEST = 100
SHORTEST_STEM = 4


@dataclass(frozen=True, kw_only=True)
class Referral:
    """A body, and the topic by whose name it was found, empty where its own name fits."""

    body: Body
    topic: str


def search_referrals(words: str, near: Body, language: str) -> list[Referral]:
    """Bodies by name, then by topic; the district of `near` before others, each body once."""
    asked = fold(words[:LONGEST]).split()
    if not asked:
        return []
    found: dict[str, Referral] = {}
    for folded, body in _bodies(directory().edition):
        if all(_fits(word, folded) for word in asked):
            found.setdefault(body.code, Referral(body=body, topic=""))
    for folded, body, name in _topics(directory().edition, near.code, language):
        if all(_fits(word, folded) for word in asked):
            found.setdefault(body.code, Referral(body=body, topic=name))
    ranked = sorted(
        found.values(), key=lambda one: (bool(one.topic), _far(one.body, near), sort_key(one.body.name_ky))
    )
    return ranked[:MOST]


def _fits(word: str, folded: str) -> bool:
    """Endings are forgiven: «пенсиямды» finds «пенсия»."""
    if word in folded:
        return True
    stem = word[: max(SHORTEST_STEM, len(word) - 3)]
    return len(word) > SHORTEST_STEM and f" {stem}" in f" {folded}"


def _far(body: Body, near: Body) -> int:
    """0 in the same district, 1 above it, 2 elsewhere."""
    if body.territory_id is not None and body.territory_id == near.territory_id:
        return 0
    return 1 if near.path.startswith(body.path) else 2


@lru_cache(maxsize=2)
def _bodies(edition: tuple[int, str]) -> tuple[tuple[str, Body], ...]:
    names = ("name_ky", "name_ru", "name_en", "short_ky", "short_ru", "aliases")
    return tuple(
        (fold(" ".join(str(getattr(body, name)) for name in names)), body)
        for body in directory().bodies.values()
    )


@lru_cache(maxsize=12)
def _topics(edition: tuple[int, str], near: str, language: str) -> tuple[tuple[str, Body, str], ...]:
    """Topics with the body they go to by default: a named one, or the one of that kind nearest to `near`."""
    known = directory()
    here = known.bodies[near]
    rows = []
    for topic in known.topics.values():
        body = known.bodies.get(topic.default_body_code) or _of_kind(topic.default_body_kind, here)
        if body is not None:
            rows.append(
                (fold(f"{topic.name_ky} {topic.name_ru} {topic.name_en}"), body, topic.name(language))
            )
    return tuple(rows)


def _of_kind(kind: str, near: Body) -> Body | None:
    bodies = [body for body in directory().bodies.values() if kind and body.kind == kind]
    return min(bodies, key=lambda body: (_far(body, near), body.code), default=None)
