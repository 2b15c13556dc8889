"""Where packages of files lie: a folder of this machine, or an S3 bucket. Names are paths below the body's own place."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any, Protocol

from kairyluu.gateways.document_systems.contract import Connection, SystemAway

MOST_FILES = 500  # of one listing


class Place(Protocol):
    def write(self, name: str, content: bytes) -> None:
        """Whole or not at all: a reader never meets half a package. Raises `SystemAway`."""

    def read(self, name: str, most: int) -> bytes:
        """The first `most` bytes. Raises `SystemAway`."""

    def list(self, folder: str) -> list[str]:
        """Names directly in the folder, in their order, a portion at most. Raises `SystemAway`."""

    def move(self, name: str, to: str) -> None:
        """Raises `SystemAway`."""

    def remove(self, name: str) -> None:
        """Raises `SystemAway`."""


class Folder:
    def __init__(self, root: Path) -> None:
        self.root = root

    def write(self, name: str, content: bytes) -> None:
        place = self.root / name
        try:
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, beside = tempfile.mkstemp(dir=place.parent, prefix=".")
            with os.fdopen(handle, "wb") as written:
                written.write(content)
                written.flush()
                os.fsync(written.fileno())
            os.replace(beside, place)
            _sync(place.parent)
        except OSError as away:
            raise SystemAway(type(away).__name__) from away

    def read(self, name: str, most: int) -> bytes:
        try:
            with (self.root / name).open("rb") as content:
                return content.read(most)
        except OSError as away:
            raise SystemAway(type(away).__name__) from away

    def list(self, folder: str) -> list[str]:
        """Without links: what lies elsewhere is nobody's message."""
        try:
            (self.root / folder).mkdir(mode=0o700, parents=True, exist_ok=True)
            found = [one for one in (self.root / folder).iterdir() if one.is_file() and not one.is_symlink()]
        except OSError as away:
            raise SystemAway(type(away).__name__) from away
        return sorted(one.name for one in found if not one.name.startswith("."))[:MOST_FILES]

    def move(self, name: str, to: str) -> None:
        try:
            (self.root / to).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            (self.root / name).replace(self.root / to)
        except OSError as away:
            raise SystemAway(type(away).__name__) from away

    def remove(self, name: str) -> None:
        try:
            (self.root / name).unlink(missing_ok=True)
        except OSError as away:
            raise SystemAway(type(away).__name__) from away


class Bucket:
    """One prefix of an S3 bucket; the endpoint is any S3-compatible one."""

    def __init__(self, connection: Connection) -> None:
        import boto3  # here, because a start without a bucket should not pay for it
        from botocore.config import Config

        settings = Config(
            connect_timeout=5,
            read_timeout=15,
            retries={"max_attempts": 2},
            proxies={},
            s3={"addressing_style": "path"},
        )
        self.s3: Any = boto3.client(
            "s3",
            endpoint_url=connection.address or None,
            aws_access_key_id=connection.access_key,
            aws_secret_access_key=connection.secret,
            region_name="us-east-1",
            config=settings,
        )
        self.bucket, self.prefix = connection.bucket, connection.body

    def write(self, name: str, content: bytes) -> None:
        self._do("put_object", Key=self._key(name), Body=content)

    def read(self, name: str, most: int) -> bytes:
        answer = self._do("get_object", Key=self._key(name))
        with answer["Body"] as body:
            return bytes(body.read(most))

    def list(self, folder: str) -> list[str]:
        prefix = self._key(folder) + "/"
        answer = self._do("list_objects_v2", Prefix=prefix, Delimiter="/", MaxKeys=MOST_FILES)
        return sorted(one["Key"][len(prefix) :] for one in answer.get("Contents", ()) if one["Key"] != prefix)

    def move(self, name: str, to: str) -> None:
        source = {"Bucket": self.bucket, "Key": self._key(name)}
        self._do("copy_object", Key=self._key(to), CopySource=source)
        self.remove(name)

    def remove(self, name: str) -> None:
        self._do("delete_object", Key=self._key(name))

    def _key(self, name: str) -> str:
        return f"{self.prefix}/{name}"

    def _do(self, what: str, **arguments: Any) -> Any:
        from botocore.exceptions import BotoCoreError, ClientError

        try:
            return getattr(self.s3, what)(Bucket=self.bucket, **arguments)
        except ClientError as refused:
            raise SystemAway(f"s3:{refused.response.get('Error', {}).get('Code', '?')}"[:60]) from refused
        except BotoCoreError as away:
            raise SystemAway(type(away).__name__) from away


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
