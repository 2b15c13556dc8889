"""Time-ordered identifiers: random enough to be unguessable, ordered enough for an index."""

from __future__ import annotations

import secrets
from datetime import datetime
from uuid import UUID

from kairyluu.rules.numbering import tracking_number


def new_id(now: datetime) -> UUID:
    """A UUID of version 7 (RFC 9562): 48 bits of milliseconds, 74 random bits."""
    milliseconds = int(now.timestamp() * 1000) & ((1 << 48) - 1)
    random = secrets.randbits(74)
    number = milliseconds << 80 | 0x7 << 76 | (random >> 62) << 64 | 0b10 << 62 | (random & ((1 << 62) - 1))
    return UUID(int=number)


def new_tracking_number(year: int) -> str:
    """A random public number: who knows one does not know the next."""
    return tracking_number(year, 10**6 + secrets.randbelow(10**9 - 10**6))


# Without letters and digits that look alike: people type it from paper.
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def new_verification_code() -> str:
    """Printed on a letter; whoever has it may ask whether the body issued such a letter. About 79 random bits."""
    return "-".join("".join(secrets.choice(_ALPHABET) for _ in range(4)) for _ in range(4))
