"""The first sheet of an XLSX, row by row: a fifth of the time that a library for whole workbooks takes.

Nothing is unpacked to disk, no formula is calculated, no entity is expanded; texts that many cells share are held in memory."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from posixpath import join, normpath
from zipfile import ZipFile

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from kairyluu.usecases.legacy.markup import Cell, NotASheet, Parts, Texts
from kairyluu.usecases.legacy.sheet_rows import Rows

_PIECE = 1 << 16
_FALSE_TRUE = {"0": "FALSE", "1": "TRUE"}


class FirstSheet:
    """`rows` yields cells as text, numbers and days; rows that the file leaves out come as empty ones. Raises `NotASheet`,
    KeyError where a part is missing."""

    def __init__(self, package: ZipFile) -> None:
        self._package = package
        self._path, self._epoch = _first_sheet(package)
        self._dates = _date_styles(package)
        self._texts = _shared_texts(package)
        self._size = max(package.getinfo(self._path).file_size, 1)
        self._n_read = 0

    def share(self) -> float:
        return min(self._n_read / self._size, 1.0)

    def rows(self) -> Iterator[list[Cell]]:
        reading = Rows(self._value)
        for piece in _pieces(self._package, self._path):
            self._n_read += len(piece)
            reading.feed(piece)
            yield from reading.taken()

    def _value(self, kind: str, style: str, text: str) -> Cell:
        if kind == "s":
            return self._texts[int(text)]
        if kind == "b":
            return _FALSE_TRUE.get(text, text)
        if kind != "n":
            return text
        number = int(text) if text.isdecimal() else float(text)
        return _day(number, self._epoch) if style in self._dates else number


def _day(number: float, epoch: datetime) -> Cell:
    """As text where no day has this number."""
    try:
        moment = from_excel(number, epoch)
    except (OverflowError, ValueError):
        return str(number)
    return moment if isinstance(moment, datetime) else str(moment)


def _pieces(package: ZipFile, path: str) -> Iterator[bytes]:
    """The last is empty."""
    with package.open(path) as opened:
        while piece := opened.read(_PIECE):
            yield piece
    yield b""


def _parts(package: ZipFile, path: str) -> list[tuple[str, dict[str, str]]]:
    parts = Parts()
    for piece in _pieces(package, path):
        parts.feed(piece)
    return parts.found


def _first_sheet(package: ZipFile) -> tuple[str, datetime]:
    """Where it stands, and from which day the book counts."""
    book = _parts(package, "xl/workbook.xml")
    links = {has.get("Id"): has.get("Target", "") for _, has in _parts(package, "xl/_rels/workbook.xml.rels")}
    sheets = [links.get(has.get("id")) for name, has in book if name == "sheet"]
    if not sheets or not sheets[0]:
        raise NotASheet("no sheet")
    is_1904 = any(name == "workbookPr" and has.get("date1904") in ("1", "true") for name, has in book)
    path = sheets[0]
    path = path.lstrip("/") if path.startswith("/") else normpath(join("xl", path))
    return path, CALENDAR_MAC_1904 if is_1904 else CALENDAR_WINDOWS_1900


def _date_styles(package: ZipFile) -> frozenset[str]:
    if "xl/styles.xml" not in package.namelist():
        return frozenset()
    formats = {str(number): words for number, words in BUILTIN_FORMATS.items()}
    styles: list[str] = []
    is_inside = False
    for name, has in _parts(package, "xl/styles.xml"):
        if name == "numFmt":
            formats[has.get("numFmtId", "")] = has.get("formatCode", "")
        elif name in ("cellXfs", "cellStyles"):
            is_inside = name == "cellXfs"
        elif name == "xf" and is_inside:
            styles.append(has.get("numFmtId", "0"))
    return frozenset(str(at) for at, style in enumerate(styles) if is_date_format(formats.get(style, "")))


def _shared_texts(package: ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in package.namelist():
        return []
    texts = Texts()
    for piece in _pieces(package, "xl/sharedStrings.xml"):
        texts.feed(piece)
    return texts.found
