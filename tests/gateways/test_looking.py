"""What a picture tells besides its dots, and what in a document could act by itself."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pikepdf
import pytest
from PIL import Image

from kairyluu.gateways.files import FileBroken, recognise
from kairyluu.gateways.looking import PictureUnreadable, acting_parts, written_anew

PDF, DOC = "application/pdf", "application/msword"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LIMIT = 10 * 1024 * 1024


def photograph(kind: str) -> bytes:
    """Two dots wide and one high, held on its side, with the place in its head and a letter behind its end."""
    picture = Image.new("RGB", (2, 1), (200, 10, 10))
    told = Image.Exif()
    told[0x0112] = 6  # turn a quarter to the right
    told[0x010F] = "Camera of Asan"
    told.get_ifd(0x8825)[2] = (39.0, 39.0, 0.0)
    made = io.BytesIO()
    picture.save(made, kind, exif=told, comment="phone of Asan")
    return made.getvalue() + b"<script>secret</script>"


@pytest.mark.parametrize(("kind", "media_type"), [("JPEG", "image/jpeg"), ("PNG", "image/png")])
def test_the_copy_of_a_photograph_tells_nothing_but_the_picture(kind: str, media_type: str) -> None:
    sent = photograph(kind)
    assert b"Asan" in sent

    shown = written_anew(io.BytesIO(sent), media_type).read()

    assert b"Asan" not in shown
    assert b"secret" not in shown
    with Image.open(io.BytesIO(shown)) as picture:
        assert picture.format == kind
        assert picture.size == (1, 2)
        assert not picture.getexif()


def bomb(width: int, height: int) -> bytes:
    def chunk(name: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        )

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 100))
        + chunk(b"IEND", b"")
    )


def test_a_picture_that_would_fill_the_memory_is_not_even_kept() -> None:
    jpeg = b"\xff\xd8\xff\xe0\x00\x04xx\xff\xc0\x00\x11\x08\xff\xff\xff\xff\x03" + b"\0" * 20
    for content in (bomb(60_000, 60_000), jpeg):
        with pytest.raises(FileBroken):
            recognise("а.png", io.BytesIO(content), limit=LIMIT)
    with pytest.raises(PictureUnreadable):
        written_anew(io.BytesIO(bomb(60_000, 60_000)), "image/png")


@pytest.mark.parametrize(
    "content", [bomb(1000, 1000), b"\x89PNG\r\n\x1a\n" + b"\0" * 64, b"\xff\xd8\xff\xe0 no picture"]
)
def test_what_gives_no_picture_says_so(content: bytes) -> None:
    with pytest.raises(PictureUnreadable):
        written_anew(io.BytesIO(content), "image/png")


def document(what: str) -> io.BytesIO:
    made, pdf = io.BytesIO(), pikepdf.new()
    pdf.add_blank_page()
    name, action = pikepdf.Name, pikepdf.Dictionary
    if what == "script":
        pdf.Root.OpenAction = action(S=name.JavaScript, JS=pikepdf.String("app.alert(1)"))
    if what == "launch":
        link = action(
            Type=name.Annot, Subtype=name.Link, A=action(S=name.Launch, F=pikepdf.String("calc.exe"))
        )
        pdf.pages[0].Annots = pikepdf.Array([link])
    if what == "action":
        pdf.pages[0].AA = action(O=action(S=name.SubmitForm))
    if what == "embedded":
        pdf.attachments["a.exe"] = b"MZ"
    pdf.save(made, encryption=pikepdf.Encryption(owner="o", user="u") if what == "locked" else False)
    made.seek(0)
    return made


@pytest.mark.parametrize("what", ["script", "launch", "action", "embedded", "locked", ""])
def test_what_acts_in_a_pdf_is_told(what: str) -> None:
    assert acting_parts(document(what), PDF) == ((what,) if what else ())


def test_a_torn_pdf_could_not_be_looked_into() -> None:
    assert acting_parts(io.BytesIO(b"%PDF-1.7 \x00\xff %%EOF"), PDF) == ("unreadable",)


def test_macros_and_parts_fetched_from_outside_are_told() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("word/document.xml", "<w/>")
        packed.writestr("word/embeddings/a.bin", "x")
        packed.writestr(
            "word/_rels/settings.xml.rels",
            '<Relationship Type="http://x/attachedTemplate" Target="http://evil" TargetMode="External"/>',
        )

    assert acting_parts(made, DOCX) == ("embedded", "remote")
    assert acting_parts(io.BytesIO(b"\xd0\xcf" + "_VBA_PROJECT".encode("utf-16-le")), DOC) == ("macro",)
    assert acting_parts(io.BytesIO(b"\xd0\xcf" + "WordDocument".encode("utf-16-le")), DOC) == ()
