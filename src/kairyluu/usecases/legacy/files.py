"""Reading a register's file row by row: CSV in whatever encoding it was saved, or the first sheet of an XLSX."""

from __future__ import annotations

import codecs
import csv
import hashlib
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile
from zlib import error as BrokenZip

from kairyluu.rules.legacy.cells import plain
from kairyluu.rules.refusals import Refused

if TYPE_CHECKING:
    from kairyluu.usecases.legacy.workbook import FirstSheet

_LONGEST_CELL = 1_000_000
_PIECE = 1 << 20
# A package that is none, a part that is missing or broken, an encrypted one.
_BROKEN = (BadZipFile, BrokenZip, KeyError, IndexError, ValueError, RuntimeError, NotImplementedError)


class FileNotReadable(Refused):
    """Neither a CSV of text nor an XLSX that opens; facts: why."""


@dataclass(frozen=True)
class Sheet:
    """`lines` are cells as plain text, empty lines included; `share` how much of the file is behind us, 0 to 1."""

    lines: Iterator[list[str]]
    share: Callable[[], float]


def digest_of_file(file: Path) -> str:
    """sha256, hex. Raises OSError."""
    digest = hashlib.sha256()
    with file.open("rb") as opened:
        while piece := opened.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()


@contextmanager
def open_sheet(file: Path) -> Iterator[Sheet]:
    """Raises OSError, `FileNotReadable`."""
    opener = _open_xlsx if file.suffix.lower() in (".xlsx", ".xlsm") else _open_csv
    with opener(file) as sheet:
        yield sheet


@contextmanager
def _open_xlsx(file: Path) -> Iterator[Sheet]:
    """Values only: a formula is the value that was saved with it, and nothing is calculated."""
    from kairyluu.usecases.legacy.workbook import FirstSheet  # loads a library for which no start waits

    try:
        package = ZipFile(file)
        sheet = FirstSheet(package)
    except _BROKEN as error:
        raise FileNotReadable({"why": str(error)[:200]}) from error
    with package:
        yield Sheet(_xlsx_lines(sheet), sheet.share)


def _xlsx_lines(sheet: FirstSheet) -> Iterator[list[str]]:
    try:
        for cells in sheet.rows():
            yield [plain(cell) for cell in cells]
    except _BROKEN as error:
        raise FileNotReadable({"why": str(error)[:200]}) from error


@contextmanager
def _open_csv(file: Path) -> Iterator[Sheet]:
    csv.field_size_limit(_LONGEST_CELL)
    size = max(file.stat().st_size, 1)
    with file.open("rb") as raw:
        encoding = _encoding_of(raw)
        raw.seek(0)
        text = io.TextIOWrapper(raw, encoding=encoding, newline="")
        parted_by = _separator_of(text)
        text.seek(0)
        yield Sheet(_csv_lines(text, parted_by), lambda: min(raw.tell() / size, 1.0))


def _csv_lines(text: io.TextIOWrapper, parted_by: str) -> Iterator[list[str]]:
    try:
        for cells in csv.reader(text, delimiter=parted_by):
            yield [plain(cell) for cell in cells]
    except (csv.Error, UnicodeError) as error:
        raise FileNotReadable({"why": str(error)[:200]}) from error


def _encoding_of(raw: io.BufferedReader) -> str:
    """By its mark; UTF-8 where all of it is; else the Windows encoding in which such tables were saved."""
    start = raw.read(4)
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    raw.seek(0)
    return "utf-8-sig" if _is_utf8(raw) else "cp1251"


def _is_utf8(raw: io.BufferedReader) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while piece := raw.read(_PIECE):
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _separator_of(text: io.TextIOWrapper) -> str:
    """The mark that stands most often in the fullest of the first lines."""
    try:
        lines = [text.readline(_PIECE) for _ in range(20)]
    except UnicodeError as error:
        raise FileNotReadable({"why": str(error)[:200]}) from error
    return max(",;\t|", key=lambda mark: max(line.count(mark) for line in lines))
