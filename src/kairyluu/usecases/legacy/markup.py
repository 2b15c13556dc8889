"""The parts of an XLSX as its markup tells them; each is fed in pieces, an empty piece ends it."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from xml.parsers import expat

Cell = str | float | datetime | None


class NotASheet(ValueError):
    """Broken markup, a document type, or a place that no sheet has."""


class Markup:
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


class Parts(Markup):
    """Every element with what it has, in their order: for small parts."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []

    def start(self, name: str, has: dict[str, str]) -> None:
        self.found.append((name, {_local(key): value for key, value in has.items()}))


class Texts(Markup):
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


@lru_cache(512)
def _local(name: str) -> str:
    return name.rpartition(":")[2]
