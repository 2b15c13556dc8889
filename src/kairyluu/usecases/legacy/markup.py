"""The parts of an XLSX as its markup tells them; each is fed in pieces, an empty piece ends it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from xml.parsers import expat

Cell = str | float | datetime | None
_MOST_COLUMNS = 16_384
_MOST_ROWS = 1_048_576


class NotASheet(ValueError):
    """Broken markup, a document type, or a place that no sheet has."""


class _Markup:
    """Names come without their space of names."""

    def __init__(self) -> None:
        self._parser = parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = lambda name, has: self.start(_local(name), has)
        parser.EndElementHandler = lambda name: self.end(_local(name))
        parser.CharacterDataHandler = self.hear
        parser.StartDoctypeDeclHandler = self._refuse

    def feed(self, piece: bytes) -> None:
        try:
            self._parser.Parse(piece, not piece)
        except expat.ExpatError as error:
            raise NotASheet(str(error)) from error

    def start(self, name: str, has: dict[str, str]) -> None: ...

    def end(self, name: str) -> None: ...

    def hear(self, text: str) -> None: ...

    @staticmethod
    def _refuse(*_: object) -> None:
        raise NotASheet("a document type")


class Parts(_Markup):
    """Every element with what it has, in their order: for small parts."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []

    def start(self, name: str, has: dict[str, str]) -> None:
        self.found.append((name, {_local(key): value for key, value in has.items()}))


class Texts(_Markup):
    """The texts that cells share; how a word is spoken (`rPh`) is no part of it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._said: list[str] = []
        self._is_text = self._is_spoken = False

    def start(self, name: str, has: dict[str, str]) -> None:
        if name == "t":
            self._is_text = not self._is_spoken
        elif name == "si":
            self._said = []
        elif name == "rPh":
            self._is_spoken = True

    def end(self, name: str) -> None:
        if name == "t":
            self._is_text = False
        elif name == "si":
            self.found.append("".join(self._said))
        elif name == "rPh":
            self._is_spoken = False

    def hear(self, text: str) -> None:
        if self._is_text:
            self._said.append(text)


class Rows(_Markup):
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


@lru_cache(512)
def _local(name: str) -> str:
    return name.rpartition(":")[2]


@lru_cache(_MOST_COLUMNS)
def _column(letters: str) -> int:
    """From 0: A, B, ... AA."""
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    if not 0 < column <= _MOST_COLUMNS:
        raise NotASheet(f"column {letters[:20]}")
    return column - 1
