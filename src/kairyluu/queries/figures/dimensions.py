"""Breakdowns as they are asked for, made of the columns that are kept: a form is that of the channel, a region that of the territory."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from kairyluu.data.agencies.models import Body, Territory
from kairyluu.data.reference.models import Channel, Outcome, RefusalGround, Topic, UrgentClass
from kairyluu.queries.directory import directory
from kairyluu.rules.figures.catalogue import TIMES

BODY, DAY, HEAD = "body", "day", "head"
# Which kept column, or the body or the day, a breakdown is made of.
MADE_OF = {
    "body": BODY,
    "territory_matter": BODY,
    "region_matter": BODY,
    "head": HEAD,
    "channel": "channel",
    "form": "channel",
    "source_body": "channel",
    "kind": "kind",
    "topic": "topic",
    "subtopic": "topic",
    "territory_applicant": "territory",
    "region_applicant": "territory",
    "applicant_group": "applicant_group",
    "outcome": "outcome",
    "ground": "ground",
    "language": "language",
    "under_control": "under_control",
    "urgent_class": "urgent_class",
    **dict.fromkeys(TIMES, DAY),
}


@dataclass(frozen=True)
class Keys:
    """From what is kept to the keys of one breakdown; without a table what is kept is the key."""

    known: Mapping[str, str] | None

    def of(self, kept: str | None) -> str:
        if kept is None:
            return ""
        return kept if self.known is None else self.known.get(kept, "")

    @cached_property
    def named(self) -> tuple[str, ...]:
        """All keys there are, in an order that stays."""
        return tuple(dict.fromkeys((self.known or {}).values()))

    @property
    def is_coarse(self) -> bool:
        """Whether many of what is kept share a key: villages a region, subtopics a topic."""
        return self.known is not None and 2 * len(self.named) <= len(self.known)

    def kept_for(self, key: str) -> tuple[list[str], bool]:
        """What is kept for a key; whether the unknown belongs to it too."""
        if self.known is None:
            return ([key] if key else []), not key
        return [kept for kept, found in self.known.items() if found == key], not key


def keys_of(dimension: str) -> Keys:
    """Read once of each edition of the directory."""
    return _keys(directory().edition, dimension)


@lru_cache(maxsize=64)
def _keys(edition: tuple[int, str], dimension: str) -> Keys:
    make = _TABLES.get(dimension)
    return Keys(make() if make else None)


def _channels(column: str) -> dict[str, str]:
    return {str(pk): value for pk, value in Channel.objects.values_list("pk", column).order_by()}


def _topics() -> dict[str, str]:
    rows = Topic.objects.values_list("pk", "code", "parent__code").order_by()
    return {str(pk): parent or code for pk, code, parent in rows}


def _subtopics() -> dict[str, str]:
    rows = Topic.objects.values_list("pk", "code", "parent_id").order_by()
    return {str(pk): code if parent else "" for pk, code, parent in rows}


def _territories() -> dict[str, str]:
    return {str(pk): code for pk, code in Territory.objects.values_list("pk", "code").order_by()}


def _regions() -> dict[str, str]:
    """The topmost territory above each."""
    rows = {
        pk: (code, parent)
        for pk, code, parent in Territory.objects.values_list("pk", "code", "parent_id").order_by()
    }
    found: dict[str, str] = {}
    for pk in rows:
        code, above = rows[pk]
        while above is not None:
            code, above = rows[above]
        found[str(pk)] = code
    return found


def _bodies() -> dict[str, str]:
    return {str(pk): code for pk, code in Body.objects.values_list("pk", "code").order_by()}


def _seats(of: Callable[[], dict[str, str]]) -> dict[str, str]:
    places = of()
    rows = Body.objects.values_list("pk", "territory_id").order_by()
    return {str(pk): places.get(str(territory), "") for pk, territory in rows}


def _coded(model: type[Outcome] | type[RefusalGround] | type[UrgentClass]) -> dict[str, str]:
    return {str(pk): code for pk, code in model._default_manager.values_list("pk", "code").order_by()}


_TABLES: dict[str, Callable[[], dict[str, str]]] = {
    "body": _bodies,
    "territory_matter": lambda: _seats(_territories),
    "region_matter": lambda: _seats(_regions),
    "channel": lambda: _channels("code"),
    "form": lambda: _channels("form"),
    "source_body": lambda: _channels("block_c"),
    "topic": _topics,
    "subtopic": _subtopics,
    "territory_applicant": _territories,
    "region_applicant": _regions,
    "outcome": lambda: _coded(Outcome),
    "ground": lambda: _coded(RefusalGround),
    "urgent_class": lambda: _coded(UrgentClass),
}
