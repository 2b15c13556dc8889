"""The API itself: its routers, and what becomes of refusals that no operation expected."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation, TooManyFilesSent
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.renderers import JSONRenderer

from kairyluu.faces.api.faults import from_shapes
from kairyluu.faces.api.problems import Trouble, told
from kairyluu.faces.api.reading import JsonBody
from kairyluu.faces.api.sentences import BY_STATUS
from kairyluu.faces.api.v1 import (
    appeals,
    bodies,
    case_acts,
    cases,
    heads,
    lines,
    lists,
    oauth,
    terms,
    tracking,
)
from kairyluu.faces.api.v1.casework import executors
from kairyluu.faces.api.v1.figures import open_data, statistics
from kairyluu.faces.api.v1.telling import webhooks


class Readable(JSONRenderer):
    """Kyrgyz as it is written: half the bytes of escapes."""

    json_dumps_params: Mapping[str, Any] = {"ensure_ascii": False}


class Door(NinjaAPI):
    def get_openapi_operation_id(self, operation: Any) -> str:
        return str(operation.view_func.__name__)


api = Door(
    title="Kairyluu",
    version="1.0.0",
    urls_namespace="v1",
    openapi_url=None,
    docs_url=None,
    parser=JsonBody(),
    renderer=Readable(),
)
api.add_router("/bodies", bodies.router)
api.add_router("/heads", heads.router)
api.add_router("/terms", terms.router)
api.add_router("/lines", lines.router)
api.add_router("", lists.router)
api.add_router("/statistics", statistics.router)
api.add_router("", open_data.router)
api.add_router("/appeals", appeals.router)
api.add_router("/tracking", tracking.router)
api.add_router("/oauth", oauth.router)
api.add_router("/cases", executors.router)
api.add_router("/cases", cases.router)
api.add_router("/cases", case_acts.router)
api.add_router("/webhooks", webhooks.router)


@api.exception_handler(Trouble)
def _trouble(request: HttpRequest, trouble: Any) -> HttpResponse:
    return told(request, trouble)


@api.exception_handler(ValidationError)
def _misshapen(request: HttpRequest, error: Any) -> HttpResponse:
    return told(request, from_shapes(error.errors))


@api.exception_handler(HttpError)
def _unread(request: HttpRequest, error: Any) -> HttpResponse:
    """What the parser raised comes wrapped."""
    cause = error.__cause__
    if isinstance(cause, Trouble):
        return told(request, cause)
    return told(request, Trouble(BY_STATUS.get(error.status_code, "bad_request")))


@api.exception_handler(Http404)
def _absent(request: HttpRequest, error: Any) -> HttpResponse:
    return told(request, Trouble("not_found"))


@api.exception_handler(RequestDataTooBig)
@api.exception_handler(TooManyFilesSent)
def _large(request: HttpRequest, error: Any) -> HttpResponse:
    return told(request, Trouble("too_large"))


@api.exception_handler(SuspiciousOperation)
@api.exception_handler(BadRequest)
def _strange(request: HttpRequest, error: Any) -> HttpResponse:
    return told(request, Trouble("bad_request"))
