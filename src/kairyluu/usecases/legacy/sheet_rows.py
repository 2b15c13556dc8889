"""The rows of a sheet as its markup tells them."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from kairyluu.usecases.legacy.markup import Cell, Markup, NotASheet

_MOST_COLUMNS = 16_384
_MOST_ROWS = 1_048_576


class Rows(Markup):
    """`value(kind, style, text)` makes a cell of what stands in it."""

    def __init__(self, value: Callable[[str, str, str], Cell]) -> None:
        super().__init__()
        self._value = value
        self._rows: list[list[Cell]] = []
        self._cells: list[Cell] = []
        self._said = ""
        self._kind, self._style = "n", "0"
        self._at = self._next = self._n_rows = 0
        self._is_text = False

    def taken(self) -> list[list[Cell]]:
        """Since it was asked last."""
        rows, self._rows = self._rows, []
        return rows

    def start(self, name: str, has: dict[str, str]) -> None:
        if name == "c":
            self._kind, self._style, self._said = has.get("t", "n"), has.get("s", "0"), ""
            place = has.get("r")
            self._at = _column(place.rstrip("0123456789")) if place else self._next
            self._next = self._at + 1
        elif name == "v" or name == "t":
            self._is_text = True
        elif name == "row":
            self._leave_out(has.get("r"))
            self._cells, self._next = [], 0

    def end(self, name: str) -> None:
        if name == "v" or name == "t":
            self._is_text = False
        elif name == "c":
            if self._said:
                cells = self._cells
                if self._at > len(cells):
                    cells += [None] * (self._at - len(cells))
                cells.append(self._value(self._kind, self._style, self._said))
        elif name == "row":
            self._rows.append(self._cells)
            self._n_rows += 1

    def hear(self, text: str) -> None:
        if self._is_text:
            self._said += text

    def _leave_out(self, place: str | None) -> None:
        if not place:
            return
        if not self._n_rows < int(place) <= _MOST_ROWS:
            raise NotASheet(f"row {place[:20]}")
        self._rows += [[] for _ in range(int(place) - 1 - self._n_rows)]
        self._n_rows = int(place) - 1


@lru_cache(_MOST_COLUMNS)
def _column(letters: str) -> int:
    """From 0: A, B, ... AA."""
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    if not 0 < column <= _MOST_COLUMNS:
        raise NotASheet(f"column {letters[:20]}")
    return column - 1
