"""What every store of files keeps to: the same content lies once, under its hash, and lies safely before `store` returns."""

from __future__ import annotations

import re
from dataclasses import dataclass

HASH = re.compile(r"[0-9a-f]{64}")


class FileMissing(Exception):
    """No file lies under this hash."""


class StoreAway(OSError):
    """The store does not answer, or refuses us."""


@dataclass(frozen=True)
class StoredFile:
    sha256: str
    size: int
