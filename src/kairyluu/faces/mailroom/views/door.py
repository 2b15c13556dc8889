"""The service we offer through X-Road: a document system puts what happened there under keys of its own, and asks what
became of it. Who calls is told by our security server in `X-Road-Client`; the door lets in nobody else."""

from __future__ import annotations

import base64
import binascii
import json
from pathlib import Path
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from kairyluu.queries.exchange.partners import (
    NotAPartner,
    Outcome,
    find_incoming,
    find_registration,
    systems_of_partner,
)
from kairyluu.rules.exchange.incoming import MessageUnreadable
from kairyluu.rules.facts import SYSTEM, Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.documents.coming.take_message import (
    NotKnownHere,
    OtherContent,
    TakeMessage,
    file_of,
    take_message,
)

SYSTEM_THERE = Actor(kind=SYSTEM, name="Document system")
LARGEST = 70 * 1024 * 1024
HEARD = ("X-Road-Client", "X-Road-Id", "X-Road-Request-Id", "X-Road-UserId", "X-Road-Issue")
DESCRIPTION = Path(__file__).parents[1] / "door.openapi.json"
STATUS = {"not_known_here": 404, "other_content": 409}


@require_safe
def described(request: HttpRequest) -> HttpResponse:
    return HttpResponse(DESCRIPTION.read_bytes(), content_type="application/json; charset=utf-8")


@never_cache
@csrf_exempt
def message(request: HttpRequest, key: UUID) -> JsonResponse:
    """PUT: 201 for a new one, 200 for the same again. GET: what became of it; 404 for one that never came."""
    try:
        system_ids = systems_of_partner(request.headers.get("X-Road-Client", ""))
        if request.method == "GET":
            return _told(find_incoming(system_ids, key), 200)
        if request.method != "PUT":
            return _no(405, "only_put", "Send it by PUT, ask by GET.", {"Allow": "GET, PUT"})
        taken = take_message(_read(request, key, system_ids), actor=SYSTEM_THERE, now=timezone.now())
        return _told(find_incoming(system_ids, key), 200 if taken.is_repeat else 201)
    except NotAPartner:
        return _no(403, "client", "No body of ours works with this subsystem.")
    except MessageUnreadable as wrong:
        return _no(400, str(wrong.facts["field"]), "The message is not as the schema says.")
    except (NotKnownHere, OtherContent, LookupError) as refused:
        code = refused.code if isinstance(refused, Refused) else "not_known_here"
        return _no(
            STATUS[code], code, "It is not known here." if STATUS[code] == 404 else "The key was used before."
        )


@require_safe
@never_cache
def registration(request: HttpRequest, key: UUID) -> JsonResponse:
    """What our register says of an appeal that is registered there too: for their side of the comparison."""
    try:
        found = find_registration(systems_of_partner(request.headers.get("X-Road-Client", "")), key)
    except NotAPartner:
        return _no(403, "client", "No body of ours works with this subsystem.")
    except LookupError:
        return _no(404, "not_known_here", "It is not known here.")
    return JsonResponse(found)


def _read(request: HttpRequest, key: UUID, system_ids: tuple[int, ...]) -> TakeMessage:
    """Files come in base64 beside their sums. The body is read past Django's limit for forms, up to our own."""
    if int(request.headers.get("Content-Length") or 0) > LARGEST:
        raise MessageUnreadable({"field": "size"})
    try:
        said = json.loads(request.read(LARGEST))
    except (ValueError, RecursionError):
        raise MessageUnreadable({"field": "json"}) from None
    if not isinstance(said, dict) or str(said.get("key", "")).lower() != str(key):
        raise MessageUnreadable({"field": "key"})
    heard = {name: request.headers[name][:200] for name in HEARD if name in request.headers}
    files = tuple(_file(entry) for entry in said.get("documents") or ())
    return TakeMessage(system_ids=system_ids, content=said, documents=files, heard=heard)


def _file(entry: Any) -> Any:
    if not isinstance(entry, dict):
        raise MessageUnreadable({"field": "documents"})
    try:
        content = base64.b64decode(str(entry.get("content", "")), validate=True)
    except (ValueError, binascii.Error):
        raise MessageUnreadable({"field": "content"}) from None
    return file_of(str(entry.get("name", "")), str(entry.get("media_type", "")), content)


def _told(found: Outcome, status: int) -> JsonResponse:
    return JsonResponse(
        {"key": str(found.key), "state": found.state, "why": found.why, **found.appeal}, status=status
    )


def _no(status: int, code: str, told: str, headers: dict[str, str] | None = None) -> JsonResponse:
    answer = JsonResponse(
        {"type": "about:blank", "status": status, "code": code, "detail": told}, status=status
    )
    answer["Content-Type"] = "application/problem+json"
    for name, value in (headers or {}).items():
        answer[name] = value
    return answer
