"""What a file is, by its content and never by its name; and a name that is safe to keep and to give back."""

from __future__ import annotations

import io
import re
import struct
import unicodedata
import zipfile
from dataclasses import dataclass
from typing import BinaryIO

import puremagic

from kairyluu.gateways.files.dots import MOST_DOTS, dots_told
from kairyluu.rules.refusals import Refused

PDF = "application/pdf"
JPG = "image/jpeg"
PNG = "image/png"
DOC = "application/msword"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ENDINGS = {PDF: ".pdf", JPG: ".jpg", PNG: ".png", DOC: ".doc", DOCX: ".docx"}
_KNOWN_ENDING = re.compile(r"(\.(pdf|jpe?g|png|docx?))+$", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[\\/:*?"<>|]')
_LONGEST_NAME = 120
_LONGEST_ENDING = 8
_MOST_ENTRIES = 2000
_MOST_UNPACKED = 200 * 1024 * 1024
_LONGEST_LIST = 512 * 1024  # bytes of the list of contents
_LIST_END = struct.Struct(
    "<4s4H2LH"
)  # the last record of an archive; the sixth value is the length of the list
_LONGEST_COMMENT = 65535


class FileWrongType(Refused):
    """Not one of the allowed kinds; facts: name."""


class FileTooBig(Refused):
    """Facts: name, most (bytes)."""


class FileEmpty(Refused):
    """Facts: name."""


class FileBroken(Refused):
    """It begins like an allowed kind but cannot be read as one; facts: name."""


@dataclass(frozen=True)
class Recognised:
    """`name` is cleaned and carries the ending of what the file really is."""

    name: str
    media_type: str


def recognise(name: str, content: BinaryIO, *, limit: int) -> Recognised:
    """Looks at the content, leaves it at its beginning; raises one of the refusals above."""
    shown = clean_name(name)
    size = content.seek(0, io.SEEK_END)
    content.seek(0)
    if size == 0:
        raise FileEmpty({"name": shown})
    if size > limit:
        raise FileTooBig({"name": shown, "most": limit})
    media_type = _media_type(content, shown)
    content.seek(0)
    return Recognised(name=_with_ending(shown, ENDINGS[media_type]), media_type=media_type)


def clean_name(name: str) -> str:
    """Without path, control, direction and invisible characters; trailing dots and spaces go; never empty."""
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", name[-500:]))[-1]
    kept = "".join(
        c for c in last if unicodedata.category(c)[0] != "C" and unicodedata.category(c) not in ("Zl", "Zp")
    )
    plain = " ".join(_FORBIDDEN.sub(" ", kept).split()).strip(". ")
    stem, dot, ending = plain.rpartition(".")
    if len(plain) > _LONGEST_NAME and dot and len(ending) <= _LONGEST_ENDING:
        plain = f"{stem[: _LONGEST_NAME - len(ending) - 1].rstrip('. ')}.{ending}"
    return plain[:_LONGEST_NAME].strip(". ") or "file"


def _with_ending(name: str, ending: str) -> str:
    """`photo.jpeg.pdf` that is a JPG becomes `photo.jpg`."""
    return (_KNOWN_ENDING.sub("", name) or "file") + ending


def _media_type(content: BinaryIO, name: str) -> str:
    head = content.read(2048)
    if head.startswith(b"%PDF-"):
        return _checked_pdf(content, name)
    if head.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        return _checked_picture(content, name, JPG if head.startswith(b"\xff") else PNG)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _checked_doc(content, name)
    if head.startswith(b"PK\x03\x04"):
        return _checked_docx(content, name)
    raise FileWrongType({"name": name, "looks_like": _looks_like(head)})


def _checked_picture(content: BinaryIO, name: str, media_type: str) -> str:
    """How large it would become is told in its head: what nobody could unpack is not even kept."""
    if dots_told(content) > MOST_DOTS:
        raise FileBroken({"name": name})
    return media_type


def _looks_like(head: bytes) -> str:
    """For the sentence only: never decides."""
    try:
        return str(puremagic.from_string(head))
    except puremagic.PureError:
        return ""


def _checked_pdf(content: BinaryIO, name: str) -> str:
    size = content.seek(0, io.SEEK_END)
    content.seek(max(0, size - 4096))
    if b"%%EOF" not in content.read():
        raise FileBroken({"name": name})
    return PDF


def _checked_doc(content: BinaryIO, name: str) -> str:
    """A Word document has a stream named WordDocument; spreadsheets and installers have not."""
    content.seek(0)
    if "WordDocument".encode("utf-16-le") not in content.read():
        raise FileWrongType({"name": name, "looks_like": "ole"})
    return DOC


def _checked_docx(content: BinaryIO, name: str) -> str:
    """The list of contents only: nothing is unpacked."""
    if _list_length(content) > _LONGEST_LIST:
        raise FileBroken({"name": name})
    content.seek(0)
    try:
        with zipfile.ZipFile(content) as packed:
            entries = packed.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as fault:
        raise FileBroken({"name": name}) from fault
    too_much = len(entries) > _MOST_ENTRIES or sum(e.file_size for e in entries) > _MOST_UNPACKED
    if too_much or any(e.filename.startswith("/") or ".." in e.filename.split("/") for e in entries):
        raise FileBroken({"name": name})
    names = {e.filename for e in entries}
    if "word/document.xml" not in names or any(n.lower().endswith("vbaproject.bin") for n in names):
        raise FileWrongType({"name": name, "looks_like": "zip"})
    return DOCX


def _list_length(content: BinaryIO) -> int:
    """In bytes, before the list is read: a fifth of a million empty entries take seconds and much memory. Too much
    where it is not told or told twice: a document of ours needs no second, larger record."""
    size = content.seek(0, io.SEEK_END)
    content.seek(max(0, size - _LIST_END.size - _LONGEST_COMMENT - 20))
    tail = content.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _LIST_END.size or tail[max(0, at - 20) : at].startswith(b"PK\x06\x07"):
        return size + _LONGEST_LIST
    return int(_LIST_END.unpack_from(tail, at)[5])
