"""Archives made to be heavy to open."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO
from typing import Any

import pytest

from kairyluu.gateways.files import FileBroken, recognise

LIMIT = 10 * 1024 * 1024


def docx(n_entries: int = 1) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for name in ("word/document.xml", *(f"word/media/{i}.png" for i in range(n_entries))):
            packed.writestr(name, "<w/>")
    return made.getvalue()


def crowded(n: int, *, second_record: bool = False) -> bytes:
    """An archive whose list has `n` entries of one letter and that tells their length, or tells it elsewhere."""
    entry = struct.pack("<4s4B4HL2L5H2L", b"PK\x01\x02", 20, 0, 20, *(0,) * 8, 1, *(0,) * 6) + b"x"
    start, listed = b"PK\x03\x04" + b"\0" * 30, entry * n
    told = 0 if second_record else len(listed)
    larger = b""
    if second_record:
        at = len(start) + len(listed)
        larger = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, n, n, len(listed), len(start))
        larger += struct.pack("<4sLQL", b"PK\x06\x07", 0, at, 1)
    return start + listed + larger + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, told, len(start), 0)


@pytest.mark.parametrize(
    "content",
    [crowded(50_000), crowded(50_000, second_record=True), docx()[:-1], docx() + b"PK\x05\x06"],
    ids=["many", "many, told elsewhere", "cut off", "two ends"],
)
def test_an_archive_with_a_list_too_long_is_not_even_listed(
    content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def opened(*_: Any) -> None:
        raise AssertionError("the list was read")

    monkeypatch.setattr("zipfile.ZipFile", opened)

    with pytest.raises(FileBroken):
        recognise("план.docx", BytesIO(content), limit=LIMIT)


def test_an_ordinary_document_with_many_pictures_is_taken() -> None:
    assert recognise("план.docx", BytesIO(docx(1500)), limit=LIMIT).name == "план.docx"
