"""The digest over the journal of one appeal: entry by entry, each bound to all before it.

Proof of the four grounds of the amendment of 2025 (domain 2.4): whoever holds a proof file and whoever keeps the journal
find the same digest, or one of the two was changed. How it is counted is fixed: a paper handed out must be checkable
for ever, so another way would be another `SCHEME` beside this one.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

SCHEME = "kairyluu-proof-1"


def canonical(values: Mapping[str, Any]) -> str:
    """One spelling of the same values: keys in order, no spaces, letters as they are; moments in UTC to the
    microsecond, identities as words."""
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain)


def first_link(appeal_id: object) -> str:
    """What the first entry is bound to: the way of counting and the appeal."""
    return _sha256(f"{SCHEME}\n{appeal_id}")


def link(before: str, entry: Mapping[str, Any]) -> str:
    """The digest of an entry and, through `before`, of all that precede it; 64 hexadecimal digits."""
    return _sha256(f"{before}\n{canonical(entry)}")


def chain(appeal_id: object, entries: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """The digest after each entry, in their order; the last one is the digest of the whole."""
    links: list[str] = []
    for entry in entries:
        links.append(link(links[-1] if links else first_link(appeal_id), entry))
    return tuple(links)


def _plain(value: object) -> str:
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat(timespec="microseconds")
    return str(value)


def _sha256(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()
