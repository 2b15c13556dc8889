"""The store in a bucket keeps to the same contract as the folder: tried against a service that speaks S3."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from moto.server import ThreadedMotoServer

from kairyluu.gateways import files

PDF = b"%PDF-1.7\n%%EOF\n"
SECONDS = 3600.0


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    service = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    service.start()
    host, port = service.get_host_and_port()
    address = f"http://{host}:{port}"
    keys = {"aws_access_key_id": "a", "aws_secret_access_key": "b", "region_name": "us-east-1"}
    boto3.client("s3", endpoint_url=address, **keys).create_bucket(Bucket="appeals")
    yield address
    service.stop()


@pytest.fixture(autouse=True)
def _in_a_bucket(endpoint: str, settings: Any) -> None:
    settings.FILES_BUCKET = options(endpoint)


def options(endpoint: str, name: str = "appeals") -> dict[str, Any]:
    keys = {"access_key": "a", "secret_key": "b", "region_name": "us-east-1"}
    return {"bucket_name": name, "endpoint_url": endpoint, **keys}


def test_the_same_content_lies_once_and_comes_back() -> None:
    first = files.store(io.BytesIO(PDF), limit=100)
    second = files.store(io.BytesIO(PDF), limit=100)

    assert first == second
    with files.open(first.sha256) as content:
        assert content.read() == PDF
    assert list(files.list_stored(older_than=-SECONDS)) == [first.sha256]
    assert list(files.list_stored(older_than=SECONDS)) == []
    assert files.lacks() == ""


def test_only_what_is_old_is_discarded() -> None:
    kept = files.store(io.BytesIO(PDF), limit=100)

    assert not files.discard(kept.sha256, older_than=SECONDS)
    assert files.discard(kept.sha256, older_than=-SECONDS)
    assert not files.discard(kept.sha256, older_than=-SECONDS)
    with pytest.raises(files.FileMissing):
        files.open(kept.sha256)


@pytest.mark.parametrize("sha256", ["../etc/passwd", "a" * 63, "A" * 64])
def test_nothing_but_a_hash_is_a_name(sha256: str) -> None:
    with pytest.raises(files.FileMissing):
        files.open(sha256)


def test_a_file_past_the_limit_is_not_kept() -> None:
    with pytest.raises(ValueError):
        files.store(io.BytesIO(b"x" * 101), limit=100)


def test_a_bucket_that_is_not_there_is_said_without_its_keys(endpoint: str, settings: Any) -> None:
    settings.FILES_BUCKET = options(endpoint, "nobody")

    assert files.lacks() == "the bucket refuses: NoSuchBucket"
    with pytest.raises(files.StoreAway):
        files.store(io.BytesIO(PDF), limit=100)
