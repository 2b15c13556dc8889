"""Figures are counted once and shown for some minutes: counting reads many sums, pages are read by everyone.

Who comes after five minutes sees what there is at once, and behind him it is counted anew; nobody waits but the first reader after
an hour (of an earlier year: after a day) in which nobody asked, in any process (`shared`). Pages say as of when they are."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Generic, TypeVar

from django.conf import settings

from kairyluu.reports import shared
from kairyluu.reports.behind import renew

T = TypeVar("T")
FOR, AT_MOST = timedelta(minutes=5), timedelta(hours=1)
OF_EARLIER_YEARS = timedelta(hours=26)  # what hardly changes any more; the worker counts it once a day
MOST = 200


@dataclass(frozen=True)
class Kept(Generic[T]):
    """A value and the moment it was counted."""

    value: T
    as_of: datetime

    def is_younger(self, now: datetime, than: timedelta) -> bool:
        return timedelta() <= now - self.as_of < than


_lock = threading.Lock()
_kept: dict[Hashable, Kept[Any]] = {}
# Within `at_once`: how old a count may be there.
_at_once: ContextVar[timedelta | None] = ContextVar("at_once", default=None)


def kept(key: Hashable, make: Callable[[], T], *, now: datetime, at_most: timedelta = AT_MOST) -> Kept[T]:
    """What was made under this key less than five minutes ago; what is younger than `at_most`, while it is made anew; else made now,
    one at a time in each process. `repr(key)` says the key to other processes."""
    within = _at_once.get()
    enough = within or FOR
    found = _newest(key, now, enough)
    if found is not None and found.is_younger(now, enough):
        return found
    if found is not None and settings.COUNTS_BEHIND and within is None and found.is_younger(now, at_most):
        renew(key, lambda: _put(key, Kept(make(), now), at_most))
        return found
    with _lock:
        found = _newest(key, now, enough)
        if found is None or not found.is_younger(now, enough):
            found = _put(key, Kept(make(), now), at_most)
        return found


@contextmanager
def at_once(older: timedelta = FOR) -> Iterator[None]:
    """Within this block what is older is counted here and now: nobody waits for it."""
    token = _at_once.set(older)
    try:
        yield
    finally:
        _at_once.reset(token)


def _newest(key: Hashable, now: datetime, enough: timedelta) -> Kept[Any] | None:
    """Mine, or where it is too old that of another process, if it is newer."""
    mine = _kept.get(key)
    if not settings.COUNTS_BEHIND or (mine is not None and mine.is_younger(now, enough)):
        return mine
    theirs: Kept[Any] | None = shared.find(key)
    if theirs is None or (mine is not None and theirs.as_of <= mine.as_of):
        return mine
    return _hold(key, theirs)


def forget() -> None:
    """For tests: in this process."""
    _kept.clear()


def _put(key: Hashable, made: Kept[T], at_most: timedelta) -> Kept[T]:
    if settings.COUNTS_BEHIND:
        shared.put(key, made, at_most)
    return _hold(key, made)


def _hold(key: Hashable, made: Kept[T]) -> Kept[T]:
    if len(_kept) >= MOST:
        _kept.clear()
    _kept[key] = made
    return made
