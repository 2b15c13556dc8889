"""How an appeal of an earlier register is known without asking for its row."""

from __future__ import annotations

SERIAL_FROM = (
    20_000_000  # far above the numbers of the house, so that both kinds stand in the book of one year
)
LETTER = "L"  # other tracking numbers have digits alone


def is_from_earlier_register(tracking_number: str) -> bool:
    return tracking_number.startswith(LETTER)
