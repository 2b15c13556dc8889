"""What a published table claims, as plain facts that can be recomputed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal
from fractions import Fraction


@dataclass(frozen=True)
class Line:
    """One row: its figure, the percentage printed beside it, either None where none was printed. `is_rough` for «about»
    and «more than»; `of` is the base it names itself, else the column's total."""

    code: str
    count: int | None
    percent: Decimal | None = None
    is_rough: bool = False
    of: int | None = None
    decimals: int | None = None


@dataclass(frozen=True)
class Column:
    """Lines that share a total. `is_whole` when they claim to be all there is; `elsewhere` are appeals that another
    breakdown shows to belong to none of these lines, by name."""

    place: str
    lines: tuple[Line, ...]
    total: int | None
    is_whole: bool = True
    is_rough: bool = False
    decimals: int = 1
    elsewhere: tuple[tuple[str, int], ...] = ()

    @property
    def sum(self) -> int | None:
        """Of the lines that have a figure; None where none has."""
        counts = [line.count for line in self.lines if line.count is not None]
        return sum(counts) if counts else None


@dataclass(frozen=True)
class Pace:
    """So many a day (or a month) over a stated number of them."""

    place: str
    count: int
    units: int
    published: int


@dataclass(frozen=True)
class Change:
    """A figure against the same of the period before, in per cent; `published` is None where the report is silent."""

    place: str
    count: int
    previous: int
    published: Decimal | None = None


def share(count: int, base: int, decimals: int) -> Decimal:
    """Per cent, rounded half up."""
    return rounded(Fraction(count * 100, base), decimals)


def rounded(value: Fraction, decimals: int, way: str = ROUND_HALF_UP) -> Decimal:
    unit = Decimal(1).scaleb(-decimals)
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(unit, rounding=way)


def nature(value: Fraction, published: Decimal, decimals: int) -> str:
    """How a figure that is not the rounded one came about: `cut` (the rest was dropped), `raised`, or `off`."""
    if published == rounded(value, decimals, ROUND_DOWN):
        return "cut"
    return "raised" if published == rounded(value, decimals, ROUND_UP) else "off"
