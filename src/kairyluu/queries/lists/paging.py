"""Pages of long lists by key instead of by offset: the thousandth page costs what the first costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar
from uuid import UUID

from django.db.models import Q

SIZE = 25
CAP = 1000  # how far totals are counted exactly
_LONGEST = 120
_FURTHEST = 10_000_000
_YEARS = range(1990, 2200)  # at the ends of the calendar a moment has no other time zone

Key = date | datetime
Place = tuple[Key, UUID]
T = TypeVar("T")


@dataclass(frozen=True)
class Order:
    """By one dated field and the id; `is_moment` tells a datetime from a day."""

    field: str
    is_descending: bool = False
    is_moment: bool = False

    def names(self, *, is_reversed: bool = False) -> tuple[str, str]:
        sign = "-" if self.is_descending != is_reversed else ""
        return f"{sign}{self.field}", f"{sign}id"

    def beyond(self, place: Place, *, is_reversed: bool) -> Q:
        """What stands after the place in this order (before it when reversed)."""
        way = "lt" if self.is_descending != is_reversed else "gt"
        key, row = place
        # The first condition lets the index find where to begin.
        return Q(**{f"{self.field}__{way}e": key}) & (
            Q(**{f"{self.field}__{way}": key}) | Q(**{f"id__{way}": row})
        )


@dataclass(frozen=True)
class Cursor:
    """From which row on, forwards or backwards; `n_before` rows stand before the wanted page, for display only."""

    place: Place
    n_before: int
    is_reversed: bool = False


@dataclass(frozen=True)
class Count:
    """`is_more` when counting stopped at the cap."""

    n: int
    is_more: bool = False

    @classmethod
    def capped(cls, n: int) -> Count:
        return cls(min(n, CAP), n > CAP)


@dataclass(frozen=True)
class Page(Generic[T]):
    """`first` and `last` are the positions of the rows shown, from 1; `next` and `previous` are cursors written out, empty
    where there is none."""

    rows: tuple[T, ...]
    first: int
    total: Count
    next: str = ""
    previous: str = ""

    @property
    def last(self) -> int:
        return self.first + len(self.rows) - 1


@dataclass(frozen=True)
class Cut(Generic[T]):
    """One page's worth of fetched rows, in display order."""

    rows: Sequence[T]
    has_before: bool
    has_after: bool


def read_cursor(after: str, before: str, order: Order) -> Cursor | None:
    """The cursor of an address; anything that was not written here is the first page."""
    text = after or before
    parts = text.split("~")
    if len(text) > _LONGEST or len(parts) != 3:
        return None
    try:
        key: Key = datetime.fromisoformat(parts[0]) if order.is_moment else date.fromisoformat(parts[0])
        place, n_before = (key, UUID(parts[1])), int(parts[2])
    except ValueError:
        return None
    is_naive = isinstance(key, datetime) and key.tzinfo is None
    if is_naive or key.year not in _YEARS or not 0 <= n_before <= _FURTHEST:
        return None
    return Cursor(place, n_before, is_reversed=not after)


def write_cursor(place: Place, n_before: int) -> str:
    return f"{place[0].isoformat()}~{place[1]}~{max(n_before, 0)}"


def cut(fetched: Sequence[T], cursor: Cursor | None) -> Cut[T]:
    """`fetched` has one row more than a page where there are more, and runs backwards for a reversed cursor."""
    has_more = len(fetched) > SIZE
    rows = list(fetched[:SIZE])
    if cursor is None:
        return Cut(rows, has_before=False, has_after=has_more)
    if cursor.is_reversed:
        return Cut(rows[::-1], has_before=has_more, has_after=True)
    return Cut(rows, has_before=True, has_after=has_more)
