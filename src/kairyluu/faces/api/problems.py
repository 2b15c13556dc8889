"""What went wrong, as RFC 9457 wants it told: `application/problem+json` in the caller's language."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import Schema
from pydantic import Field

from kairyluu.faces.api.sentences import SENTENCES

MEDIA_TYPE = "application/problem+json"


class Fault(Schema):
    pointer: str = Field(description="JSON pointer into the body sent, or the name of the parameter")
    detail: str


class Problem(Schema):
    """RFC 9457. `code` never changes its meaning; `title` and `detail` are for people, in their language."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    instance: str
    errors: list[Fault] = []


@dataclass(frozen=True)
class At:
    """A fault at a place: `pointer` begins with a slash for the body."""

    pointer: str
    detail: str


@dataclass
class Trouble(Exception):
    """Raised anywhere in this face; `code` is a key of `SENTENCES`."""

    code: str
    faults: tuple[At, ...] = ()
    words: Mapping[str, object] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.code


def told(request: HttpRequest, trouble: Trouble) -> HttpResponse:
    said = SENTENCES[trouble.code]
    content: dict[str, Any] = {
        "type": f"{settings.BASE_URL}/api/v1/docs#{trouble.code.replace('_', '-')}",
        "title": str(said.title),
        "status": said.status,
        "detail": str(said.detail) % trouble.words if trouble.words else str(said.detail),
        "code": trouble.code,
        "instance": request.path,
        "errors": [{"pointer": fault.pointer, "detail": fault.detail} for fault in trouble.faults],
    }
    body = json.dumps(content, ensure_ascii=False).encode(errors="replace")
    response = HttpResponse(body, content_type=MEDIA_TYPE, status=said.status, headers=dict(trouble.headers))
    response.headers["Cache-Control"] = "no-store"
    return response
