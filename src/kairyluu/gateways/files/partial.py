"""The bytes of files that come in pieces, beside the store and never in it: `partial/<id>` in the folder of the files,
which all machines share where they share the files. With a bucket they wait there too, on this machine."""

from __future__ import annotations

import builtins
import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from django.conf import settings

from kairyluu.gateways.files.contract import FileMissing


def write(upload_id: UUID, offset: int, content: bytes) -> None:
    """The bytes are safe on the disk when this returns; whatever lay from `offset` on is replaced, so writing a piece
    again changes nothing. Raises `FileMissing` when the bytes before it are not here."""
    place = _place(upload_id)
    try:
        handle = os.open(place, os.O_RDWR | (0 if offset else os.O_CREAT), 0o600)
    except FileNotFoundError:
        raise FileMissing(str(upload_id)) from None
    try:
        if os.fstat(handle).st_size < offset:
            raise FileMissing(str(upload_id))
        written = 0
        while written < len(content):
            written += os.pwrite(handle, content[written:], offset + written)
        os.ftruncate(handle, offset + len(content))
        os.fsync(handle)
    finally:
        os.close(handle)
    if not offset:
        _sync(place.parent)


def open(upload_id: UUID) -> BinaryIO:
    """What came so far, for reading; raises `FileMissing`."""
    try:
        return builtins.open(_place(upload_id), "rb")
    except FileNotFoundError:
        raise FileMissing(str(upload_id)) from None


def discard(upload_id: UUID) -> None:
    """What is gone already is fine."""
    with contextlib.suppress(FileNotFoundError):
        _place(upload_id).unlink()


def list_left(*, older_than: float) -> Iterator[UUID]:
    """What nobody wrote to within the last `older_than` seconds, in no order."""
    latest = time.time() - older_than
    for place in _folder().iterdir():
        with contextlib.suppress(FileNotFoundError, ValueError):
            if place.stat().st_mtime < latest:
                yield UUID(place.name)


def _place(upload_id: UUID) -> Path:
    return _folder() / upload_id.hex


def _folder() -> Path:
    folder = Path(settings.KAIRYLUU_FILES_DIR) / "partial"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _sync(folder: Path) -> None:
    """A name is durable only when its folder is."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
