"""Figures are counted once and shown for some minutes: counting reads many sums, pages are read by everyone.

Who comes after five minutes sees what there is at once, and behind him it is counted anew; nobody waits but the first reader after
an hour in which nobody asked. Pages say as of when they are."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Generic, TypeVar

from django.conf import settings
from django.db import connection

T = TypeVar("T")
FOR = timedelta(minutes=5)
AT_MOST = timedelta(hours=1)
MOST = 200
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Kept(Generic[T]):
    """A value and the moment it was counted."""

    value: T
    as_of: datetime


_lock = threading.Lock()
_turn = threading.Lock()  # of those that count behind the pages: one at a time
_kept: dict[Hashable, Kept[Any]] = {}
_renewed: set[Hashable] = set()


def kept(key: Hashable, make: Callable[[], T], *, now: datetime) -> Kept[T]:
    """What was made under this key less than five minutes ago; less than an hour ago, while it is made anew; else made now, one at
    a time in each process."""
    found = _kept.get(key)
    if found is not None and settings.COUNTS_BEHIND and FOR <= now - found.as_of < AT_MOST:
        _renew(key, make, now)
        return found
    with _lock:
        found = _kept.get(key)
        if found is None or not timedelta() <= now - found.as_of < FOR:
            found = _put(key, Kept(make(), now))
        return found


def forget() -> None:
    """For tests, and for whoever has just loaded a database."""
    with _lock:
        _kept.clear()


def _put(key: Hashable, made: Kept[T]) -> Kept[T]:
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
            made = Kept(make(), now)
        with _lock:
            _put(key, made)
    except Exception:
        logger.exception("counting behind a page failed; the older figures stay")
    finally:
        with _lock:
            _renewed.discard(key)
        connection.close()
