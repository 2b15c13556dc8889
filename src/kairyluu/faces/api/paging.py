"""Pages of lists that are kept in memory, by cursor: a row that comes or goes meanwhile shifts nothing."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.utils.translation import gettext as _
from ninja import Schema
from pydantic import Field

from kairyluu.faces.api.faults import invalid
from kairyluu.faces.api.problems import At

T = TypeVar("T")


class Paging(Schema):
    limit: int = Field(50, ge=1, le=200, description="how many rows one page has")
    cursor: str = Field("", max_length=400, description="`next` of the page before; empty for the first")


@dataclass(frozen=True)
class Cut(Generic[T]):
    rows: Sequence[T]
    next: str | None
    total: int


def cut(rows: Sequence[T], asked: Paging, key: Callable[[T], Any]) -> Cut[T]:
    """`rows` stand in the order of `key`, whose values are texts and differ. Raises `Trouble` for a strange cursor."""
    after = read_cursor(asked.cursor) if asked.cursor else None
    rest = [row for row in rows if after is None or key(row) > after]
    page = rest[: asked.limit]
    following = write_cursor(key(page[-1])) if len(rest) > len(page) and page else None
    return Cut(page, following, len(rows))


def write_cursor(place: str) -> str:
    return base64.urlsafe_b64encode(place.encode()).decode().rstrip("=")


def read_cursor(cursor: str) -> str:
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        return base64.b64decode(padded, altchars=b"-_", validate=True).decode()
    except (ValueError, binascii.Error):
        raise strange_cursor() from None


def strange_cursor() -> Exception:
    return invalid(At("cursor", _("Take `next` of the page before, as it is.")))
