"""Figures are counted once and shown for some minutes: counting reads many sums, pages are read by everyone.

Who comes after five minutes sees what there is at once, and behind him it is counted anew; nobody waits but the first reader after
an hour in which nobody asked, in any process (`shared`). Pages say as of when they are."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Generic, TypeVar

from django.conf import settings
from django.db import connection

from kairyluu.reports import shared

T = TypeVar("T")
FOR, AT_MOST = timedelta(minutes=5), timedelta(hours=1)
MOST = 200
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Kept(Generic[T]):
    """A value and the moment it was counted."""

    value: T
    as_of: datetime

    def is_fresh(self, now: datetime) -> bool:
        return timedelta() <= now - self.as_of < FOR


_lock = threading.Lock()
_turn = threading.Lock()  # of those that count behind the pages: one at a time
_kept: dict[Hashable, Kept[Any]] = {}
_renewed: set[Hashable] = set()
_at_once: ContextVar[bool] = ContextVar("at_once", default=False)


def kept(key: Hashable, make: Callable[[], T], *, now: datetime) -> Kept[T]:
    """What was made under this key less than five minutes ago; less than an hour ago, while it is made anew; else made now, one at
    a time in each process. `repr(key)` says the key to other processes."""
    found = _newest(key, now)
    if found is not None and found.is_fresh(now):
        return found
    may_wait = settings.COUNTS_BEHIND and not _at_once.get()
    if found is not None and may_wait and FOR <= now - found.as_of < AT_MOST:
        _renew(key, make, now)
        return found
    with _lock:
        found = _newest(key, now)
        if found is None or not found.is_fresh(now):
            found = _put(key, Kept(make(), now))
        return found


@contextmanager
def at_once() -> Iterator[None]:
    """Within this block what is not fresh is counted here and now: nobody waits for it."""
    token = _at_once.set(True)
    try:
        yield
    finally:
        _at_once.reset(token)


def _newest(key: Hashable, now: datetime) -> Kept[Any] | None:
    """Mine, or where it is not fresh that of another process, if it is newer."""
    mine = _kept.get(key)
    if not settings.COUNTS_BEHIND or (mine is not None and mine.is_fresh(now)):
        return mine
    theirs: Kept[Any] | None = shared.find(key)
    if theirs is None or (mine is not None and theirs.as_of <= mine.as_of):
        return mine
    return _hold(key, theirs)


def forget() -> None:
    """For tests: in this process."""
    _kept.clear()


def _put(key: Hashable, made: Kept[T]) -> Kept[T]:
    if settings.COUNTS_BEHIND:
        shared.put(key, made, AT_MOST)
    return _hold(key, made)


def _hold(key: Hashable, made: Kept[T]) -> Kept[T]:
    if len(_kept) >= MOST:
        _kept.clear()
    _kept[key] = made
    return made


def _renew(key: Hashable, make: Callable[[], Any], now: datetime) -> None:
    with _lock:
        if key in _renewed:
            return
        _renewed.add(key)
    threading.Thread(target=_make_again, args=(key, make, now), daemon=True).start()


def _make_again(key: Hashable, make: Callable[[], Any], now: datetime) -> None:
    try:
        with _turn:
            _put(key, Kept(make(), now))
    except Exception:
        logger.exception("counting behind a page failed; the older figures stay")
    finally:
        with _lock:
            _renewed.discard(key)
        connection.close()
