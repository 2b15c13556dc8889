"""The lists a citizen chooses from: bodies, officials, territories, topics, in Kyrgyz alphabetical order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from kairyluu.design.wording import BODY_KINDS, word_for
from kairyluu.faces.portal.forms.commanding import BODY, OFFICIAL
from kairyluu.queries.directory import directory, holds
from kairyluu.rules.spelling import fold, sort_key

if TYPE_CHECKING:
    from kairyluu.data.agencies.models import Body

MOST_BODIES = 40  # in one list: the page must stay light on a slow line
MOST_TARGETS = 30
HEADS = ("head", "deputy")


@dataclass(frozen=True)
class Group:
    """`options` are pairs of a code and its words; a group without a label stands first and alone."""

    label: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Bodies:
    """`unconnected` are the names found that cannot be addressed yet; `n_found` counts the open ones."""

    groups: tuple[Group, ...]
    n_found: int
    n_shown: int
    unconnected: tuple[str, ...]

    @property
    def is_cut(self) -> bool:
        return self.n_shown < self.n_found


def bodies(search: str, chosen: str, language: str) -> Bodies:
    """What the words find, or everything; the chosen body is always in the list."""
    every = _bodies(directory().edition, language)
    words = fold(search[:200]).split()
    found = [entry for entry in every if all(word in entry.folded for word in words)]
    is_open = [entry for entry in found if entry.is_open]
    shown = is_open[:MOST_BODIES]
    if chosen and not any(entry.code == chosen for entry in shown):
        shown = [*(entry for entry in every if entry.code == chosen and entry.is_open), *shown]
    closed = [entry.name for entry in found if not entry.is_open] if words else []
    return Bodies(
        groups=_in_groups((entry.kind, entry.code, entry.name) for entry in shown),
        n_found=len(is_open),
        n_shown=min(len(is_open), MOST_BODIES),
        unconnected=tuple(closed[:MOST_BODIES]),
    )


def officials(code: str, language: str, today: date) -> tuple[tuple[str, str], ...]:
    """Posts of head and deputies of the body, with the name of who holds them today."""
    known = directory()
    posts = [p for p in known.posts.values() if p.body.code == code and p.is_public and p.role in HEADS]
    holders = {t.post_id: t.official.full_name for t in known.tenures if holds(t, today)}
    return tuple(
        (
            post.code,
            f"{post.title(language)}, {holders[post.pk]}" if post.pk in holders else post.title(language),
        )
        for post in sorted(posts, key=lambda p: (p.rank, p.pk))
    )


def targets(code: str, language: str, today: date) -> tuple[tuple[str, str], ...]:
    """Whom a complaint to this body can name: its officials, itself, and the bodies below it."""
    known = directory()
    body = known.bodies.get(code)
    if body is None:
        return ()
    people = [t for t in known.tenures if t.post.body_id == body.pk and t.post.is_public and holds(t, today)]
    people.sort(key=lambda t: (t.post.rank, t.pk))
    below = [b for b in known.bodies.values() if b.path.startswith(body.path) and b.pk != body.pk]
    below.sort(key=lambda b: sort_key(b.name(language)))
    found = [
        *((OFFICIAL + t.official.code, f"{t.official.full_name}, {t.post.title(language)}") for t in people),
        (BODY + body.code, body.name(language)),
        *((BODY + b.code, b.name(language)) for b in below),
    ]
    return tuple(found[:MOST_TARGETS])


def name_of_target(value: str, language: str) -> str:
    """The words for a value of `targets`, also after the list has changed."""
    known = directory()
    code = value[len(BODY) :]
    if value.startswith(BODY) and code in known.bodies:
        return known.bodies[code].name(language)
    return next((t.official.full_name for t in known.tenures if t.official.code == code), "")


def territories(language: str) -> tuple[Group, ...]:
    """Districts and cities under their oblast, the cities of the republic first."""
    return _territories(directory().edition, language)


def topics(language: str) -> tuple[tuple[str, str], ...]:
    """The upper level: which of the lower ones is meant, the body finds in the text."""
    upper = [(row.code, row.name(language)) for row in directory().topics.values() if row.parent_id is None]
    return tuple(sorted(upper, key=lambda option: sort_key(option[1])))


@dataclass(frozen=True)
class _Entry:
    code: str
    kind: str
    name: str
    folded: str
    is_open: bool


@lru_cache(maxsize=6)
def _bodies(edition: tuple[int, str], language: str) -> tuple[_Entry, ...]:
    """Every body in order of kind and name; one edition of the directory always has the same."""
    ranks = {kind: rank for rank, kind in enumerate(BODY_KINDS)}
    entries = [_entry(body, language) for body in directory().bodies.values()]
    entries.sort(key=lambda e: (ranks.get(e.kind, len(ranks)), sort_key(e.name)))
    return tuple(entries)


def _entry(body: Body, language: str) -> _Entry:
    names = (
        body.name_ky,
        body.name_ru,
        body.name_en,
        body.short_ky,
        body.short_ru,
        body.short_en,
        body.aliases,
    )
    return _Entry(body.code, body.kind, body.name(language), fold(" ".join(names)), body.is_open)


def _in_groups(entries: Iterable[tuple[str, str, str]]) -> tuple[Group, ...]:
    by_kind: dict[str, list[tuple[str, str]]] = {}
    for kind, code, name in entries:
        by_kind.setdefault(kind, []).append((code, name))
    return tuple(
        Group(str(word_for(BODY_KINDS, kind).text), tuple(options)) for kind, options in by_kind.items()
    )


@lru_cache(maxsize=6)
def _territories(edition: tuple[int, str], language: str) -> tuple[Group, ...]:
    rows = list(directory().territories.values())
    named = sorted(((row, row.name(language)) for row in rows), key=lambda pair: sort_key(pair[1]))
    groups = [
        Group(name, tuple((row.code, words) for row, words in named if row.parent_id == top.pk))
        for top, name in named
        if top.parent_id is None
    ]
    alone = tuple(
        (top.code, name) for top, name in named if top.parent_id is None and top.kind == "city_republican"
    )
    return (Group("", alone), *(group for group in groups if group.options))
