"""Bodies set beside one another: who has too few answers is not ranked, for one late answer of three says nothing of a body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

ORDERS = ("late", "slow", "overdue", "volume")
# Which figure each order goes by, and whether small comes first.
_BY = {
    "late": ("share_in_time", True),
    "slow": ("days_median", False),
    "overdue": ("overdue_now", False),
    "volume": ("received", False),
}
NEEDS_ANSWERS = ("late", "slow")


def ranked(
    values: Mapping[str, Mapping[str, int | Decimal | None]], order: str, least: int
) -> Sequence[tuple[str, int | None]]:
    """Keys with their places, the worst (or largest) first; equal ones share a place, those with fewer answers than `least` have
    none and stand last."""
    code, is_small_first = _BY[order]

    def has_place(key: str) -> bool:
        enough = order not in NEEDS_ANSWERS or int(values[key]["answered"] or 0) >= least
        return enough and values[key][code] is not None

    def size(key: str) -> Decimal:
        value = Decimal(values[key][code] or 0)
        return value if is_small_first else -value

    placed = sorted((key for key in values if has_place(key)), key=lambda key: (size(key), key))
    others = sorted(key for key in values if not has_place(key))
    found: list[tuple[str, int | None]] = []
    for n, key in enumerate(placed):
        is_equal = n > 0 and size(placed[n - 1]) == size(key)
        found.append((key, found[-1][1] if is_equal else n + 1))
    return [*found, *((key, None) for key in others)]
