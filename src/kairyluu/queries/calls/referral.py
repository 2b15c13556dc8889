"""Which body to turn to: a search over bodies and topics that answers while the caller waits. Regulation of the Alai
line, III.5; H36–H37. Everything is in memory: no query but the directory's own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kairyluu.data.agencies.models import Body
from kairyluu.data.reference.models import Procedure, Topic
from kairyluu.queries.directory import directory
from kairyluu.rules.spelling import fold, sort_key

MOST = 8
LONGEST = 100
SHORTEST_STEM = 4


@dataclass(frozen=True, kw_only=True)
class Referral:
    """A body, and the topic by whose name it was found, empty where its own name fits; `procedure` is how to turn to it,
    in the asked language."""

    body: Body
    topic: str
    procedure: str = ""


def search_referrals(words: str, near: Body, language: str) -> list[Referral]:
    """Bodies by name, then by topic; the district of `near` before others, each body once."""
    asked = fold(words[:LONGEST]).split()
    if not asked:
        return []
    found: dict[str, tuple[Body, Topic | None, str]] = {}
    for folded, body, key in _bodies(directory().edition):
        if all(_fits(word, folded) for word in asked):
            found.setdefault(body.code, (body, None, key))
    for folded, body, topic in _topics(directory().edition, near.code):
        if all(_fits(word, folded) for word in asked):
            found.setdefault(body.code, (body, topic, sort_key(body.name_ky)))
    ranked = sorted(found.values(), key=lambda one: (one[1] is not None, _far(one[0], near), one[2]))
    return [_referral(body, topic, language) for body, topic, _ in ranked[:MOST]]


def _referral(body: Body, topic: Topic | None, language: str) -> Referral:
    procedure = procedure_for(topic.code if topic else "", body)
    return Referral(
        body=body, topic=topic.name(language) if topic else "", procedure=procedure.text(language)
    )


def procedure_for(topic_code: str, body: Body) -> Procedure:
    """The most particular one listed: for the topic, the body, its kind, anybody."""
    listed = directory().procedures
    fitting = [
        (bool(one.topic_code), bool(one.body_code), bool(one.body_kind), one.code, one)
        for one in listed
        if one.topic_code in ("", topic_code)
        and one.body_code in ("", body.code)
        and one.body_kind in ("", body.kind)
        and (one.topic_code or not one.words)
    ]
    return max(fitting, key=lambda row: row[:4])[-1] if fitting else Procedure()


def _fits(word: str, folded: str) -> bool:
    """Endings are forgiven: «пенсиямды» finds «пенсия». `folded` begins with a space, as every word in it."""
    if word in folded:
        return True
    stem = word[: max(SHORTEST_STEM, len(word) - 3)]
    return len(word) > SHORTEST_STEM and f" {stem}" in folded


def _far(body: Body, near: Body) -> int:
    """0 in the same district, 1 above it, 2 elsewhere."""
    if body.territory_id is not None and body.territory_id == near.territory_id:
        return 0
    return 1 if near.path.startswith(body.path) else 2


@lru_cache(maxsize=2)
def _bodies(edition: tuple[int, str]) -> tuple[tuple[str, Body, str], ...]:
    """What is searched, the body, its place in the alphabet."""
    names = ("name_ky", "name_ru", "name_en", "short_ky", "short_ru", "aliases")
    return tuple(
        (" " + fold(" ".join(str(getattr(body, name)) for name in names)), body, sort_key(body.name_ky))
        for body in directory().bodies.values()
    )


@lru_cache(maxsize=12)
def _topics(edition: tuple[int, str], near: str) -> tuple[tuple[str, Body, Topic], ...]:
    """Topics with what callers say of them and the body they go to by default: a named one, or the one of that kind
    nearest to `near`."""
    known = directory()
    here, rows = known.bodies[near], []
    said = {one.topic_code: one.words for one in known.procedures if one.topic_code}
    for topic in known.topics.values():
        body = known.bodies.get(topic.default_body_code) or _of_kind(topic.default_body_kind, here)
        if body is not None:
            names = f"{topic.name_ky} {topic.name_ru} {topic.name_en} {said.get(topic.code, '')}"
            rows.append((" " + fold(names), body, topic))
    return tuple(rows)


def _of_kind(kind: str, near: Body) -> Body | None:
    bodies = [body for body in directory().bodies.values() if kind and body.kind == kind]
    return min(bodies, key=lambda body: (_far(body, near), body.code), default=None)
