"""Numbers as each language writes them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

Number = int | float | Decimal
NO_BREAK = "\u00a0"


def number(value: Number | None, language: str, *, places: int | None = None, unit: str = "") -> str:
    """«40 387», «94,1 %», “40,387”, “94.1%”; a dash for nothing. Whole numbers have no places unless they are asked for."""
    if value is None:
        return "—"
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    if places is not None:
        exact = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = f"{exact:,f}"
    if language == "en":
        return text + unit
    text = text.replace(",", NO_BREAK).replace(".", ",")
    return f"{text}{NO_BREAK}{unit}" if unit else text
