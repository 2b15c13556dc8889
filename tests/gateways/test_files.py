"""What a file is, by its content; and that it lies safely."""

from __future__ import annotations

import io
import stat
import zipfile
from pathlib import Path

import pytest

from kairyluu.gateways import files
from kairyluu.gateways.files import FileBroken, FileEmpty, FileTooBig, FileWrongType

PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 64
JPG = b"\xff\xd8\xff\xe0" + b"\x00" * 64
DOC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512 + "WordDocument".encode("utf-16-le")
MB = 1024 * 1024


def packed(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return made.getvalue()


@pytest.fixture(autouse=True)
def folder(settings: object, tmp_path: Path) -> Path:
    settings.KAIRYLUU_FILES_DIR = tmp_path / "files"  # type: ignore[attr-defined]
    return tmp_path / "files"


@pytest.mark.parametrize(
    ("name", "content", "kept_as"),
    [
        ("кат.pdf", PDF, "кат.pdf"),
        ("сүрөт.JPEG", JPG, "сүрөт.jpg"),
        ("photo.pdf", PNG, "photo.png"),
        ("photo.jpeg.pdf", JPG, "photo.jpg"),
        ("арыз.doc", DOC, "арыз.doc"),
        ("арыз", packed("[Content_Types].xml", "word/document.xml"), "арыз.docx"),
        ("x.php", PDF, "x.php.pdf"),
    ],
)
def test_the_content_decides_and_the_name_follows(name: str, content: bytes, kept_as: str) -> None:
    assert files.recognise(name, io.BytesIO(content), limit=MB).name == kept_as


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", FileEmpty),
        (PDF + b" " * MB, FileTooBig),
        (b"%PDF-1.7 cut short", FileBroken),
        (b"PK\x03\x04 not a zip", FileBroken),
        (packed("../../etc/passwd", "word/document.xml"), FileBroken),
        (packed(*(f"e{n}" for n in range(2500)), "word/document.xml"), FileBroken),
        (packed("xl/workbook.xml"), FileWrongType),
        (packed("word/document.xml", "word/vbaProject.bin"), FileWrongType),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512, FileWrongType),
        (b"<svg onload=alert(1)>", FileWrongType),
        (b"<html><script>", FileWrongType),
        (b"MZ\x90\x00", FileWrongType),
        (b"AddHandler php .pdf", FileWrongType),
    ],
)
def test_what_is_not_allowed_is_refused_whatever_it_is_called(
    content: bytes, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        files.recognise("арыз.pdf", io.BytesIO(content), limit=MB)


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\a\\кат.pdf", "кат.pdf"),
        (".htaccess", "htaccess"),
        ("a\u202efdp.exe", "afdp.exe"),
        ("a\x00b\r\nc.pdf", "abc.pdf"),
        ("кат.pdf. . .", "кат.pdf"),
        ("\u200b", "file"),
        ("сүрөт (1).jpg", "сүрөт (1).jpg"),
    ],
)
def test_a_name_keeps_its_letters_and_loses_its_tricks(typed: str, clean: str) -> None:
    assert files.clean_name(typed) == clean


def test_a_long_name_keeps_its_ending() -> None:
    assert files.clean_name("ө" * 5000 + ".pdf").endswith(".pdf")
    assert len(files.clean_name("ө" * 5000)) <= 120


@pytest.mark.parametrize(
    "typed", ["a." + "x" * 200, "кат " * 40 + ".", "a" * 111 + "... .docx", ".." * 200 + "x"]
)
def test_a_long_name_neither_hides_nor_ends_in_a_dot(typed: str) -> None:
    clean = files.clean_name(typed)

    assert clean == clean.strip(". ")
    assert 0 < len(clean) <= 120


def test_the_same_content_lies_once_and_only_its_owner_reads_it(folder: Path) -> None:
    first = files.store(io.BytesIO(PDF), limit=MB)
    second = files.store(io.BytesIO(PDF), limit=MB)

    lying = [path for path in folder.rglob("*") if path.is_file()]
    assert first == second
    assert len(lying) == 1
    assert stat.S_IMODE(lying[0].stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    with files.open(first.sha256) as content:
        assert content.read() == PDF


def test_too_much_is_refused_and_leaves_nothing(folder: Path) -> None:
    with pytest.raises(ValueError, match="larger"):
        files.store(io.BytesIO(b"x" * 100), limit=99)

    assert not [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("asked", ["../../etc/passwd", "", "g" * 64, "ab" * 32 + "/.."])
def test_only_a_hash_opens_a_file(asked: str) -> None:
    with pytest.raises(files.FileMissing):
        files.open(asked)


def test_a_file_somebody_stored_just_now_is_not_discarded() -> None:
    kept = files.store(io.BytesIO(PDF), limit=MB)

    assert files.discard(kept.sha256, older_than=3600) is False
    assert files.discard(kept.sha256, older_than=-1) is True
    assert files.discard(kept.sha256, older_than=-1) is False
