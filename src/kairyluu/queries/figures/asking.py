"""What is asked of the figures, and what comes back: plain numbers, nothing of anybody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kairyluu.rules.figures.catalogue import CATALOGUE, DIMENSIONS, TIMES
from kairyluu.rules.figures.comparison import Change, NotComparable, Value
from kairyluu.rules.figures.periods import Period
from kairyluu.rules.refusals import Refused


class UnknownFigure(Refused):
    """No figure or breakdown has this code; facts: code."""


@dataclass(frozen=True)
class Asking:
    """`bodies` are row ids, None: all; `by` a code of `DIMENSIONS`, None: the total only; `where` are pairs of a dimension other
    than a time and the key it must have ("": not given). Raises `UnknownFigure`."""

    period: Period
    codes: tuple[str, ...]
    bodies: frozenset[int] | None = None
    by: str | None = None
    where: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        asked = [self.by] if self.by else []
        for code in [*asked, *(dimension for dimension, _key in self.where)]:
            if code not in DIMENSIONS:
                raise UnknownFigure({"code": code})
        for dimension, _key in self.where:
            if dimension in TIMES:
                raise UnknownFigure({"code": dimension})
        for code in self.codes:
            if code not in CATALOGUE:
                raise UnknownFigure({"code": code})


@dataclass(frozen=True)
class Line:
    """One key of the breakdown; "" is what has none. Values by the code of the figure."""

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class Counted:
    """Lines by key, times in their order and without gap."""

    lines: tuple[Line, ...]
    total: Mapping[str, Value]
    not_comparable: tuple[NotComparable, ...] = ()


@dataclass(frozen=True)
class ComparedLine:
    key: str
    changes: Mapping[str, Change]


@dataclass(frozen=True)
class Compared:
    """With the same period of the year before; by time the nth line stands beside the nth of the year before."""

    now: Period
    before: Period
    lines: tuple[ComparedLine, ...]
    total: Mapping[str, Change]
    not_comparable: tuple[NotComparable, ...] = ()
