"""The rows of a file of staff, read and judged one by one: what is wrong is said of its row, the others go on."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kairyluu.rules.refusals import Refused
from kairyluu.rules.spelling import clean_line

COLUMNS = (
    *("email", "surname", "given_name", "patronymic", "language"),
    *("post", "starts_on", "ends_on", "basis"),
)
NEEDED = ("email", "surname", "given_name", "post", "starts_on")
MOST_ROWS, MOST_BYTES, LONGEST = 5_000, 1_000_000, 200
LANGUAGES = ("ky", "ru", "en")
_EMAIL = re.compile(r"[^@\s,;<>\"']{1,64}@[^@\s,;<>\"']{1,180}\.[^@\s,;<>\"'.]{2,60}")


class NotAStaffFile(Refused):
    """The file is too large, is no UTF-8, or its first row lacks columns; facts: because, missing."""


class RowRefused(Exception):
    """`because` is a code of `faces/sysadmin/signin/words.py`."""

    def __init__(self, because: str) -> None:
        super().__init__(because)
        self.because = because


@dataclass(frozen=True, kw_only=True)
class StaffRow:
    """`number` counts lines of the file, the heading being the first. `post` is a code."""

    number: int
    email: str
    surname: str
    given_name: str
    patronymic: str
    language: str
    post: str
    starts_on: date
    ends_on: date | None
    basis: str


@dataclass(frozen=True, kw_only=True)
class RejectedRow:
    number: int
    email: str
    because: str


def read_rows(content: bytes) -> Iterator[StaffRow | RejectedRow]:
    """Raises `NotAStaffFile`. Commas or semicolons part the columns, in any order; unknown columns are passed over."""
    if len(content) > MOST_BYTES:
        raise NotAStaffFile({"because": "too_large"})
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotAStaffFile({"because": "not_utf8"}) from None
    heading = text.partition("\n")[0]
    reader = csv.DictReader(
        io.StringIO(text), delimiter=";" if heading.count(";") > heading.count(",") else ","
    )
    try:
        missing = [name for name in NEEDED if name not in (reader.fieldnames or ())]
        if missing:
            raise NotAStaffFile({"because": "columns", "missing": ", ".join(missing)})
        for n, values in enumerate(reader):
            if n >= MOST_ROWS:
                raise NotAStaffFile({"because": "too_large"})
            yield _row(reader.line_num, values)
    except csv.Error:
        raise NotAStaffFile({"because": "not_csv"}) from None


def _row(number: int, values: dict[str, str | None]) -> StaffRow | RejectedRow:
    cells = {name: clean_line(values.get(name) or "") for name in COLUMNS}
    email = cells["email"].lower()
    try:
        if any(len(cell) > LONGEST for cell in cells.values()):
            raise RowRefused("too_long")
        if any(not cells[name] for name in NEEDED):
            raise RowRefused("empty")
        if not _EMAIL.fullmatch(email):
            raise RowRefused("email")
        language = cells["language"] or "ky"
        if language not in LANGUAGES:
            raise RowRefused("language")
        starts_on, ends_on = _day(cells["starts_on"]), _day(cells["ends_on"]) if cells["ends_on"] else None
        if ends_on and ends_on < starts_on:
            raise RowRefused("days")
    except RowRefused as refused:
        return RejectedRow(number=number, email=email[:LONGEST], because=refused.because)
    kept = {name: cells[name] for name in ("surname", "given_name", "patronymic", "post", "basis")}
    return StaffRow(
        number=number, email=email, language=language, starts_on=starts_on, ends_on=ends_on, **kept
    )


def _day(written: str) -> date:
    """`2026-03-01` or, as people write it, `01.03.2026`."""
    if found := re.fullmatch(r"(\d{2})\.(\d{2})\.(\d{4})", written):
        written = f"{found[3]}-{found[2]}-{found[1]}"
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise RowRefused("day") from None
