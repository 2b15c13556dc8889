"""The store in a bucket that speaks S3. An object appears whole or not at all, so that nothing has to be renamed."""

from __future__ import annotations

import functools
import hashlib
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any, BinaryIO, cast

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from storages.backends.s3 import S3Storage

from kairyluu.gateways.files.contract import HASH, FileMissing, StoreAway, StoredFile

_CHUNK = 1024 * 1024
_IN_MEMORY = 1024 * 1024
_ABSENT = ("404", "NoSuchKey", "NotFound")


class Bucket:
    """`options` are those of django-storages: bucket_name, endpoint_url, access_key, secret_key, region_name."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        patience = Config(connect_timeout=5, read_timeout=30, retries={"max_attempts": 3, "mode": "standard"})
        self._storage = S3Storage(**options, client_config=patience, file_overwrite=True, default_acl=None)

    def store(self, content: BinaryIO, *, limit: int) -> StoredFile:
        content.seek(0)
        digest, size = hashlib.sha256(), 0
        while chunk := content.read(_CHUNK):
            size += len(chunk)
            if size > limit:
                raise ValueError("the file is larger than allowed")
            digest.update(chunk)
        content.seek(0)
        sha256 = digest.hexdigest()
        with _answering(sha256):
            self._storage.bucket.Object(_key(sha256)).put(Body=content, ContentLength=size)
        return StoredFile(sha256=sha256, size=size)

    def open(self, sha256: str) -> BinaryIO:
        """A copy of its own, so that a slow reader holds no connection."""
        key = _key(sha256)
        copy = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - whoever asked closes it
        try:
            with _answering(sha256):
                self._storage.bucket.download_fileobj(key, copy)
        except BaseException:
            copy.close()
            raise
        copy.seek(0)
        return cast(BinaryIO, copy)

    def discard(self, sha256: str, *, older_than: float) -> bool:
        one = self._storage.bucket.Object(_key(sha256))
        try:
            with _answering(sha256):
                if _age(one.last_modified) <= older_than:
                    return False
                one.delete()
        except FileMissing:
            return False
        return True

    def list_stored(self, *, older_than: float) -> Iterator[str]:
        with _answering():
            for one in self._storage.bucket.objects.all():
                name = one.key.rpartition("/")[2]
                if HASH.fullmatch(name) and _age(one.last_modified) > older_than:
                    yield name

    def lacks(self) -> str:
        probe = self._storage.bucket.Object("probe")
        try:
            with _answering():
                probe.put(Body=b"x")
                probe.delete()
        except StoreAway as away:
            return str(away)
        return ""


def chosen() -> Bucket:
    """One for each set of options, kept with its connections."""
    return _of(tuple(sorted(dict(settings.FILES_BUCKET or {}).items())))


@functools.lru_cache(maxsize=8)
def _of(options: tuple[tuple[str, Any], ...]) -> Bucket:
    return Bucket(dict(options))


@contextmanager
def _answering(sha256: str = "") -> Iterator[None]:
    """Whatever the service says becomes a word of the contract; never its keys or addresses."""
    try:
        yield
    except ClientError as answer:
        code = str(answer.response.get("Error", {}).get("Code", ""))
        if sha256 and code in _ABSENT:
            raise FileMissing(sha256) from None
        raise StoreAway(f"the bucket refuses: {code}") from answer
    except BotoCoreError as away:
        raise StoreAway(f"the bucket does not answer: {type(away).__name__}") from away


def _key(sha256: str) -> str:
    if not HASH.fullmatch(sha256):
        raise FileMissing(sha256[:80])
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}"


def _age(moment: datetime) -> float:
    """Seconds by the clock of this machine."""
    return time.time() - moment.timestamp()
