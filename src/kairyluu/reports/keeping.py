"""Figures are counted once and shown for some minutes: counting reads every appeal, pages are read by everyone."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Generic, TypeVar

T = TypeVar("T")
FOR = timedelta(minutes=5)
MOST = 200


@dataclass(frozen=True)
class Kept(Generic[T]):
    """A value and the moment it was counted."""

    value: T
    as_of: datetime


_lock = threading.Lock()
_kept: dict[Hashable, Kept[Any]] = {}


def kept(key: Hashable, make: Callable[[], T], *, now: datetime) -> Kept[T]:
    """What was made under this key less than five minutes ago, else made now; one at a time in each process."""
    with _lock:
        found = _kept.get(key)
        if found is None or not timedelta() <= now - found.as_of < FOR:
            if len(_kept) >= MOST:
                _kept.clear()
            found = _kept[key] = Kept(make(), now)
        return found


def forget() -> None:
    """For tests, and for whoever has just loaded a database."""
    with _lock:
        _kept.clear()
