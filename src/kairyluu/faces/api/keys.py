"""The header Idempotency-Key (IETF draft httpapi-idempotency-key-header): a UUID, in quotes or without."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID, uuid5

from django.http import HttpRequest

from kairyluu.faces.api.problems import Trouble
from kairyluu.usecases.programs.answering import StillAnswering, alone

# Apart from the keys of forms, so that no caller can speak for one.
_OURS = UUID("2f1f5d0e-3c0b-5b61-9f0a-6a1f4f3c7d10")
HEADER = "Idempotency-Key"
PARAMETER: dict[str, Any] = {
    "in": "header",
    "name": HEADER,
    "required": True,
    "schema": {"type": "string", "format": "uuid"},
    "description": "A new UUID for each appeal; the same one when the request is repeated.",
}

OPTIONAL = PARAMETER | {
    "required": False,
    "description": "A new UUID for each subscription; the same one when the request is repeated.",
}
REPLAYED = "Idempotency-Replayed"


def key_if_any(request: HttpRequest) -> UUID | None:
    """Raises `Trouble` for one that is no UUID."""
    return key_of(request) if HEADER in request.headers else None


def key_of(request: HttpRequest) -> UUID:
    """Raises `Trouble`."""
    given = request.headers.get(HEADER, "").strip().strip('"')
    try:
        return UUID(given) if len(given) == 36 else _missing()
    except ValueError:
        return _missing()


def submission_key(key: UUID) -> UUID:
    """Under which the appeal and its files are kept."""
    return uuid5(_OURS, str(key))


@contextmanager
def one_at_a_time(key: UUID) -> Iterator[None]:
    try:
        with alone(key):
            yield
    except StillAnswering:
        raise Trouble("still_answering", headers={"Retry-After": "1"}) from None


def _missing() -> UUID:
    raise Trouble("key_missing")
