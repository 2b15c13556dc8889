"""Where the files of appeals lie, and who scans them. With a bucket they lie there, else in a folder of `KAIRYLUU_HOME`."""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def bucket_from(variables: dict[str, str]) -> dict[str, Any] | None:
    """Options of django-storages; None without a bucket. Raises `ImproperlyConfigured`."""
    name = variables.get("KAIRYLUU_S3_BUCKET", "").strip()
    if not name:
        return None
    endpoint = variables.get("KAIRYLUU_S3_ENDPOINT", "").strip()
    parts = urlsplit(endpoint)
    if endpoint and parts.scheme != "https" and parts.hostname not in _LOOPBACK:
        raise ImproperlyConfigured("KAIRYLUU_S3_ENDPOINT: write the address with https://.")
    return {
        "bucket_name": name,
        "endpoint_url": endpoint or None,
        "access_key": variables.get("KAIRYLUU_S3_KEY", "") or None,
        "secret_key": variables.get("KAIRYLUU_S3_SECRET", "") or None,
        "region_name": variables.get("KAIRYLUU_S3_REGION", "") or None,
    }


def scanner_from(words: str) -> str:
    """`unix:/path`, `tcp:host:port` or nothing; raises `ImproperlyConfigured`."""
    said = words.strip()
    if said and not (
        said.startswith("unix:/") or (said.startswith("tcp:") and said.rpartition(":")[2].isdigit())
    ):
        raise ImproperlyConfigured("KAIRYLUU_CLAMD: write unix:/run/clamav/clamd.ctl or tcp:127.0.0.1:3310.")
    return said


FILES_BUCKET = bucket_from(dict(os.environ))
SCANNER = scanner_from(os.environ.get("KAIRYLUU_CLAMD", ""))
