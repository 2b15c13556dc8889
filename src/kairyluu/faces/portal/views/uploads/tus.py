"""The words of the protocol tus 1.0.0 (https://tus.io/protocols/resumable-upload): headers in, headers out."""

from __future__ import annotations

import base64
import binascii
import functools
import hashlib
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.request import UnreadablePostError
from django.utils.http import http_date

from kairyluu.queries.uploads import Coming

VERSION = "1.0.0"
EXTENSIONS = "creation,termination,expiration,checksum"
ALGORITHMS = {"sha1": hashlib.sha1, "sha256": hashlib.sha256}  # the protocol demands the first
PIECE_TYPE = "application/offset+octet-stream"
MOST_PIECE = 1024 * 1024  # bytes
MISMATCH = 460
_LONGEST_METADATA = 4000
_AT_ONCE = 16 * 1024

View = Callable[..., HttpResponse]


class Unclear(ValueError):
    """A header is missing, or says nothing we understand."""


def speaks(view: View) -> View:
    """Whoever speaks another version is told ours. No answer may be kept by a cache on the way."""

    @functools.wraps(view)
    def speaking(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "OPTIONS" and request.headers.get("Tus-Resumable") != VERSION:
            response = told(412, **{"Tus-Version": VERSION})
        else:
            try:
                response = view(request, *args, **kwargs)
            except Unclear as unclear:
                response = told(400, str(unclear))
        response["Tus-Resumable"] = VERSION
        response["Cache-Control"] = "no-store"
        return response

    return speaking


def told(status: int, sentence: str = "", **headers: str) -> HttpResponse:
    return HttpResponse(sentence, status=status, content_type="text/plain; charset=utf-8", headers=headers)


def options(most_bytes: int) -> HttpResponse:
    names = {"Tus-Version": VERSION, "Tus-Extension": EXTENSIONS, "Tus-Max-Size": str(most_bytes)}
    return told(204, **names, **{"Tus-Checksum-Algorithm": ",".join(ALGORITHMS)})


def standing(coming: Coming) -> dict[str, str]:
    """How far it is, and how long it will wait for the next piece."""
    return {"Upload-Offset": str(coming.received), "Upload-Expires": http_date(coming.expires_at.timestamp())}


def number_in(request: HttpRequest, header: str) -> int:
    """A whole number of bytes, not negative."""
    said = request.headers.get(header, "")
    if not (said.isascii() and said.isdecimal()) or len(said) > 15:
        raise Unclear(f"{header}: a whole number, please")
    return int(said)


def metadata_of(request: HttpRequest) -> dict[str, str]:
    """`name base64` pairs. What is written wrongly is refused as a whole."""
    said = request.headers.get("Upload-Metadata", "")
    if len(said) > _LONGEST_METADATA:
        raise Unclear("Upload-Metadata: too long")
    pairs: dict[str, str] = {}
    for pair in said.split(",") if said else ():
        name, _, value = pair.strip().partition(" ")
        try:
            pairs[name] = base64.b64decode(value, validate=True).decode()
        except (binascii.Error, ValueError):
            raise Unclear("Upload-Metadata: names with base64 of UTF-8, please") from None
    return pairs


def as_metadata(**pairs: str) -> str:
    return ",".join(f"{name} {base64.b64encode(value.encode()).decode()}" for name, value in pairs.items())


def piece_of(request: HttpRequest) -> bytes:
    """What came of the piece: where the link broke in its middle, the part before that. At most `MOST_PIECE`, which
    the caller has asked of `Content-Length`."""
    parts: list[bytes] = []
    try:
        while part := request.read(_AT_ONCE):
            parts.append(part)
    except (UnreadablePostError, OSError):
        pass
    return b"".join(parts)


def is_as_promised(content: bytes, promise: str) -> bool:
    """Whether the checksum fits; nothing promised always fits."""
    if not promise:
        return True
    name, _, value = promise.partition(" ")
    if name not in ALGORITHMS:
        raise Unclear(f"Upload-Checksum: one of {', '.join(ALGORITHMS)}, please")
    try:
        return base64.b64decode(value, validate=True) == ALGORITHMS[name](content).digest()
    except binascii.Error:
        raise Unclear("Upload-Checksum: base64, please") from None
