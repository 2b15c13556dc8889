"""Files by content hash, in the folder or the bucket that the settings name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Protocol, cast

from django.conf import settings

from kairyluu.gateways.files.contract import FileMissing, StoreAway, StoredFile

__all__ = ["FileMissing", "StoreAway", "StoredFile", "discard", "lacks", "list_stored", "open", "store"]


class _Store(Protocol):
    def store(self, content: BinaryIO, *, limit: int) -> StoredFile: ...
    def open(self, sha256: str) -> BinaryIO: ...
    def discard(self, sha256: str, *, older_than: float) -> bool: ...
    def list_stored(self, *, older_than: float) -> Iterator[str]: ...
    def lacks(self) -> str: ...


def store(content: BinaryIO, *, limit: int) -> StoredFile:
    """Reads from the beginning; raises ValueError past `limit` bytes. Doing it again changes nothing but the time
    stamp, which tells the clean-up that somebody needs the file."""
    return _chosen().store(content, limit=limit)


def open(sha256: str) -> BinaryIO:
    """The content for reading; raises `FileMissing`."""
    return _chosen().open(sha256)


def discard(sha256: str, *, older_than: float) -> bool:
    """Removes a file nobody stored within the last `older_than` seconds."""
    return _chosen().discard(sha256, older_than=older_than)


def list_stored(*, older_than: float) -> Iterator[str]:
    """The hashes of what nobody stored within the last `older_than` seconds, in no order."""
    return _chosen().list_stored(older_than=older_than)


def lacks() -> str:
    """Empty when the store answers and can be written to, else what is wrong."""
    return _chosen().lacks()


def _chosen() -> _Store:
    """The client of the bucket is loaded only where there is one."""
    if getattr(settings, "FILES_BUCKET", None):
        from kairyluu.gateways.files import bucket

        return bucket.chosen()
    from kairyluu.gateways.files import folder

    return cast(_Store, folder)
