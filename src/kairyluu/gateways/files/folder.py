"""The store in a folder of this machine, or of a disk that all machines share."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from kairyluu.gateways.files.contract import HASH, FileMissing, StoredFile

_CHUNK = 1024 * 1024


def store(content: BinaryIO, *, limit: int) -> StoredFile:
    """Reads from the beginning; raises ValueError past `limit` bytes. Doing it again changes nothing but the time
    stamp, which tells the clean-up that somebody needs the file."""
    root = _root()
    content.seek(0)
    digest, size = hashlib.sha256(), 0
    handle, beside = tempfile.mkstemp(dir=root)
    try:
        with os.fdopen(handle, "wb") as written:
            while chunk := content.read(_CHUNK):
                size += len(chunk)
                if size > limit:
                    raise ValueError("the file is larger than allowed")
                digest.update(chunk)
                written.write(chunk)
            written.flush()
            os.fsync(written.fileno())
        place = _place(digest.hexdigest())
        _make_folder(place.parent)
        os.replace(beside, place)
        _sync_folder(place.parent)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(beside)
        raise
    return StoredFile(sha256=digest.hexdigest(), size=size)


def open(sha256: str) -> BinaryIO:
    """The content for reading; raises `FileMissing`."""
    try:
        return _place(sha256).open("rb")
    except FileNotFoundError:
        raise FileMissing(sha256) from None


def discard(sha256: str, *, older_than: float) -> bool:
    """Removes a file nobody stored within the last `older_than` seconds."""
    place = _place(sha256)
    with contextlib.suppress(FileNotFoundError):
        if time.time() - place.stat().st_mtime > older_than:
            place.unlink()
            return True
    return False


def list_stored(*, older_than: float) -> Iterator[str]:
    """The hashes of what nobody stored within the last `older_than` seconds, in no order."""
    latest = time.time() - older_than
    for place in _root().glob("??/??/*"):
        with contextlib.suppress(FileNotFoundError):
            if HASH.fullmatch(place.name) and place.stat().st_mtime < latest:
                yield place.name


def lacks() -> str:
    """Empty when a file could be stored now, else what is wrong."""
    try:
        with tempfile.TemporaryFile(dir=_root()) as tried:
            tried.write(b"x")
    except OSError as fault:
        return fault.strerror or type(fault).__name__
    return ""


def _root() -> Path:
    root = Path(settings.KAIRYLUU_FILES_DIR)
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    return root


def _place(sha256: str) -> Path:
    if not HASH.fullmatch(sha256):
        raise FileMissing(sha256[:80])
    return _root() / sha256[:2] / sha256[2:4] / sha256


def _make_folder(folder: Path) -> None:
    folder.parent.mkdir(mode=0o700, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    _sync_folder(folder.parent)
    _sync_folder(folder.parent.parent)


def _sync_folder(folder: Path) -> None:
    """A name is durable only when its folder is."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
