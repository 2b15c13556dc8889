"""Small real files for the demo: a drawn landscape as PNG and a one-page PDF, made here and copied from nowhere."""

from __future__ import annotations

import io
import struct
import zlib
from math import sin

from kairyluu.gateways import files

WIDTH, HEIGHT = 320, 210
MOST = 1_000_000
NAMES = {"ky": ("сүрөт", "арыз"), "ru": ("фото", "заявление")}


def picture(kind: int) -> bytes:
    """One of a few skies over one of a few ridges, as PNG."""
    rows = b"".join(b"\0" + b"".join(_pixel(x, y, kind) for x in range(WIDTH)) for y in range(HEIGHT))
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def page(kind: int) -> bytes:
    """A sheet with ruled lines and a heading, as PDF."""
    lines = "".join(f"72 {y} m 523 {y} l S " for y in range(660, 200 + 20 * kind, -24))
    drawn = f"BT /F1 18 Tf 72 720 Td (KAIRYLUU - SAMPLE {kind + 1}) Tj ET 0.6 w {lines}".encode()
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    written, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    written += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(written)


class Files:
    """Each file is made and stored once, however many appeals carry it."""

    def __init__(self) -> None:
        self._stored: dict[tuple[str, int], files.StoredFile] = {}

    def row(self, kind: int, language: str, position: int) -> dict[str, object]:
        """The columns of an attachment: odd kinds are pages, even ones pictures."""
        is_page = kind % 2 == 1
        key = ("pdf" if is_page else "png", kind)
        if key not in self._stored:
            made = page(kind // 2) if is_page else picture(kind // 2)
            self._stored[key] = files.store(io.BytesIO(made), limit=MOST)
        name = NAMES[language][is_page]
        return {
            "name": f"{name}-{position + 1}.{key[0]}",
            "media_type": "application/pdf" if is_page else "image/png",
            "size": self._stored[key].size,
            "sha256": self._stored[key].sha256,
            "position": position,
        }


def _pixel(x: int, y: int, kind: int) -> bytes:
    far = 95 + 18 * sin(x / (31 + 4 * kind)) + 9 * sin(x / 11 + kind)
    near = 150 + 14 * sin(x / (47 - 5 * kind) + kind)
    if y > near:
        return bytes((92 - 6 * kind, 118 - y // 6, 70))
    if y > far:
        return bytes((128 + y // 8, 126 + y // 8, 132 + 4 * kind))
    return bytes((150 + y // 2, 186 + y // 3, 232 - 3 * kind))


def _chunk(name: bytes, content: bytes) -> bytes:
    checked = name + content
    return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))
