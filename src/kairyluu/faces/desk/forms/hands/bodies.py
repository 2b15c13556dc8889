"""The bodies an appeal can be given to, found by words, in groups by kind."""

from __future__ import annotations

from typing import Any

from kairyluu.design.wording import BODY_KINDS, word_for
from kairyluu.queries.directory import directory
from kairyluu.rules.spelling import fold, sort_key

MOST = 40


def open_bodies(search: str, chosen: str, language: str, *, but: int) -> list[Any]:
    """Groups of choices for a select: at most `MOST` that have all the words, and the chosen one. `but` is the row id
    of the body that has the appeal."""
    words = fold(search[:200]).split()
    every = [body for body in directory().bodies.values() if body.is_open and body.pk != but]
    found = [body for body in every if all(word in _folded(body) for word in words)]
    found.sort(key=lambda body: sort_key(body.name(language)))
    shown = found[:MOST]
    shown += [body for body in every if body.code == chosen and body not in shown]
    groups: dict[str, list[tuple[str, str]]] = {}
    for body in shown:
        groups.setdefault(body.kind, []).append((body.code, body.name(language)))
    return [(str(word_for(BODY_KINDS, kind).text), groups[kind]) for kind in _ordered(groups)]


def _ordered(kinds: dict[str, Any]) -> list[str]:
    ranks = {kind: rank for rank, kind in enumerate(BODY_KINDS)}
    return sorted(kinds, key=lambda kind: ranks.get(kind, len(ranks)))


def _folded(body: Any) -> str:
    names = ("name_ky", "name_ru", "name_en", "short_ky", "short_ru", "short_en", "aliases")
    return fold(" ".join(str(getattr(body, name)) for name in names))
