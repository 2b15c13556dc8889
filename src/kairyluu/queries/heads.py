"""Who heads which body, when he receives citizens, and how the body is reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kairyluu.data.agencies.models import Body, Post, Tenure, Territory
from kairyluu.data.reference.provenance import Status
from kairyluu.queries.directory import Directory, directory, holds
from kairyluu.rules.refusals import Refused
from kairyluu.rules.spelling import fold, sort_key

HEAD, DEPUTY = "head", "deputy"
BY_AGREEMENT = "by_agreement"


class NoSuchBody(Refused):
    """No body has this code; facts: body, and successor when it was closed and another took its duties."""


@dataclass(frozen=True)
class Leader:
    """A public post and who holds it today; `tenure` is None while it is vacant."""

    post: Post
    tenure: Tenure | None

    @property
    def name(self) -> str:
        return self.tenure.official.full_name if self.tenure else ""

    @property
    def is_stand_in(self) -> bool:
        return self.tenure is not None and self.tenure.stands_in_for_id is not None

    @property
    def is_sample(self) -> bool:
        return self.tenure is not None and self.tenure.official.status == Status.SAMPLE

    @property
    def reception_days(self) -> tuple[int, ...]:
        """ISO weekdays, 1 is Monday; anything else in the column is left out."""
        days = (day.strip() for day in self.post.reception_days.split(","))
        return tuple(sorted({int(day) for day in days if day in "1234567" and len(day) == 1}))


@dataclass(frozen=True)
class Entry:
    """A body of the list; `places` are the codes of its territory and of all above it."""

    body: Body
    head: Leader | None
    folded: str
    places: frozenset[str]


@dataclass(frozen=True)
class BodyCard:
    """`above` and `below` are active bodies."""

    body: Body
    leaders: tuple[Leader, ...]
    above: Body | None
    below: tuple[Body, ...]


def list_heads(search: str, kind: str, territory: str, *, language: str, today: date) -> list[Entry]:
    """Every active body the words and choices fit, in Kyrgyz alphabetical order of its name in that language."""
    words = fold(search[:200]).split()
    return [
        entry
        for entry in _entries(directory().edition, language, today)
        if all(word in entry.folded for word in words)
        and (not kind or entry.body.kind == kind)
        and (not territory or territory in entry.places)
    ]


def list_leaders(today: date) -> list[Leader]:
    """Heads and deputies of every active body, by the code of the body, the head first."""
    known = directory()
    leaders = _leaders(known, today)
    return [one for _, body in sorted(known.bodies.items()) for one in leaders.get(body.pk, ())]


def list_regions(language: str) -> list[Territory]:
    """Oblasts and cities of the republic, in order."""
    tops = [row for row in directory().territories.values() if row.parent_id is None]
    return sorted(tops, key=lambda row: sort_key(row.name(language)))


def find_body_card(code: str, *, language: str, today: date) -> BodyCard:
    """Raises NoSuchBody."""
    known = directory()
    body = known.bodies.get(code)
    if body is None:
        raise NoSuchBody({"body": code, "successor": _successor(known, code)})
    below = [row for row in known.bodies.values() if row.parent_id == body.pk]
    return BodyCard(
        body=body,
        leaders=_leaders(known, today).get(body.pk, ()),
        above=known.bodies.get(body.parent.code) if body.parent else None,
        below=tuple(sorted(below, key=lambda row: sort_key(row.name(language)))),
    )


@lru_cache(maxsize=6)
def _entries(edition: tuple[int, str], language: str, today: date) -> tuple[Entry, ...]:
    """One edition of the directory says the same all day."""
    known = directory()
    parents = {row.pk: row.parent for row in known.territories.values()}
    leaders = _leaders(known, today)
    found = [_entry(body, leaders.get(body.pk, ()), parents) for body in known.bodies.values()]
    return tuple(sorted(found, key=lambda entry: sort_key(entry.body.name(language))))


def _entry(body: Body, leaders: tuple[Leader, ...], parents: dict[int, Territory | None]) -> Entry:
    head = next((leader for leader in leaders if leader.post.role == HEAD), None)
    names = [
        body.name_ky,
        body.name_ru,
        body.name_en,
        body.short_ky,
        body.short_ru,
        body.short_en,
        body.aliases,
    ]
    names += [head.name, head.post.title_ky, head.post.title_ru] if head else []
    places: set[str] = set()
    place = body.territory
    while place is not None and place.code not in places:
        places.add(place.code)
        place = parents.get(place.pk)
    return Entry(body, head, fold(" ".join(names)), frozenset(places))


def _leaders(known: Directory, today: date) -> dict[int, tuple[Leader, ...]]:
    """Heads and deputies by body, by rank; a stand-in is named only while nobody holds the post himself."""
    holders: dict[int, Tenure] = {}
    for tenure in sorted(known.tenures, key=lambda t: t.stands_in_for_id is not None):
        if holds(tenure, today):
            holders.setdefault(tenure.post_id, tenure)
    posts = [post for post in known.posts.values() if post.is_public and post.role in (HEAD, DEPUTY)]
    posts.sort(key=lambda post: (post.role != HEAD, post.rank, post.pk))
    found: dict[int, list[Leader]] = {}
    for post in posts:
        found.setdefault(post.body_id, []).append(Leader(post, holders.get(post.pk)))
    return {body_id: tuple(leaders) for body_id, leaders in found.items()}


def _successor(known: Directory, code: str) -> str:
    closed = next((row for row in known.bodies_by_id.values() if row.code == code), None)
    successor = closed.successor_code if closed else ""
    return successor if successor in known.bodies else ""
