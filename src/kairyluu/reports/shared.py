"""What one process counted, for the others: in the cache they share. Keys are told by their `repr`."""

from __future__ import annotations

import hashlib
from collections.abc import Hashable
from datetime import timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.core.cache import cache

import kairyluu


def find(key: Hashable) -> Any:
    """None where nobody put it."""
    return cache.get(_name(key))


def put(key: Hashable, value: Any, at_most: timedelta) -> None:
    cache.set(_name(key), value, at_most.total_seconds())


def _name(key: Hashable) -> str:
    return "kept-" + hashlib.sha256(f"{_written()} {key!r}".encode()).hexdigest()


@lru_cache(maxsize=1)
def _written() -> int:
    """When the program was last changed: what another release counted may have another shape."""
    return max(path.stat().st_mtime_ns for path in Path(kairyluu.__path__[0]).rglob("*.py"))
