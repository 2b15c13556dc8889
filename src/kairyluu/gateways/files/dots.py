"""How many dots a picture tells of itself in its head: unpacking starts with that promise."""

from __future__ import annotations

import struct
from typing import BinaryIO

MOST_DOTS = 60_000_000  # some 180 MB unpacked; telephones take pictures of 12 to 50 million
_LONGEST_HEAD = 1024 * 1024
# Start-of-frame marks of JPEG: all but the four that mean something else.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def dots_told(content: BinaryIO) -> int:
    """0 where no size is told; leaves the content at its beginning."""
    content.seek(0)
    width, height = _size_told(content.read(_LONGEST_HEAD))
    content.seek(0)
    return width * height


def _size_told(head: bytes) -> tuple[int, int]:
    """(0, 0) where it is told nowhere."""
    if head.startswith(b"\x89PNG\r\n\x1a\n") and head[12:16] == b"IHDR":
        width, height = struct.unpack_from(">LL", head, 16)
        return width, height
    at = 2
    while at + 9 <= len(head) and head[at] == 0xFF:
        mark, length = head[at + 1], struct.unpack_from(">H", head, at + 2)[0]
        if mark in _FRAMES:
            height, width = struct.unpack_from(">HH", head, at + 5)
            return width, height
        at += 2 + max(2, length)
    return 0, 0
