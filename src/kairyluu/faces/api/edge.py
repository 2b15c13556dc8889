"""Around every address under /api/: its language, its errors, what may be cached and by whom, who may ask from another
site's page. Cookies are never looked at: who a caller is, only a token says."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import quote_etag

from kairyluu.faces.api import limits
from kairyluu.faces.api.georeport.strays import told_as_georeport
from kairyluu.faces.api.language import wanted
from kairyluu.faces.api.problems import MEDIA_TYPE, Trouble, told
from kairyluu.faces.api.sentences import BY_STATUS

HERE = "/api/v1/"
ROOT = "/api/"
GEOREPORT = "/api/open311/"  # has a door and errors of its own
DOCS = HERE + "docs"
TOKEN = HERE + "oauth/token"
# The first word behind `/api/v1/` of what is somebody's own.
OWN = frozenset({"appeals", "tracking", "oauth", "cases", "webhooks"})
SECONDS = {"lines": 60}
KEPT_SECONDS = 300
READ_BY_PAGES = (
    "ETag, Retry-After, RateLimit, RateLimit-Policy, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset"
)


class Edge:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path.startswith(ROOT):
            return self.get_response(request)
        is_page = request.path == DOCS
        language = wanted(request, by_cookie=is_page)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self._answer(request)
        response.headers["Content-Language"] = language
        patch_vary_headers(response, ("Accept-Language", "Cookie") if is_page else ("Accept-Language",))
        return response

    def _answer(self, request: HttpRequest) -> HttpResponseBase:
        if request.path.startswith(GEOREPORT):
            return told_as_georeport(request, self.get_response(request))
        is_public = _is_public(request)
        if is_public and request.method == "OPTIONS":
            return _preflight()
        is_head = request.method == "HEAD"
        if is_head:
            request.method = "GET"
        response = self._counted(request)
        if response.status_code >= 400 and not _is_told(request, response):
            response = _as_problem(request, response)
        for name, value in limits.headers_of(request).items():
            response.headers[name] = value
        response = _public(request, response) if is_public else _private(request, response)
        return _without_content(response) if is_head else response

    def _counted(self, request: HttpRequest) -> HttpResponseBase:
        """Who shows a token where it is looked at is counted by it, behind; what nobody looked at, here."""
        try:
            if not _is_with_token(request):
                limits.count_request(request, timezone.now())
            response = self.get_response(request)
            if response.status_code >= 400:
                limits.count_stranger(request, timezone.now())
        except Trouble as trouble:
            return told(request, trouble)
        return response


def _first(request: HttpRequest) -> str:
    is_here = request.path.startswith(HERE)
    return request.path[len(HERE) :].partition("/")[0] if is_here else ""


def _is_public(request: HttpRequest) -> bool:
    return _first(request) not in OWN and request.method in ("GET", "HEAD", "OPTIONS")


def _is_with_token(request: HttpRequest) -> bool:
    is_asked_for = _first(request) in ("cases", "webhooks") or request.path == HERE + "appeals"
    return is_asked_for and request.headers.get("Authorization", "").lower().startswith("bearer ")


def _is_told(request: HttpRequest, response: HttpResponseBase) -> bool:
    """A problem already; or what clients of OAuth expect."""
    kind = response.headers.get("Content-Type", "")
    is_oauth = request.path == TOKEN and response.status_code in (400, 401) and kind == "application/json"
    return kind == MEDIA_TYPE or is_oauth


def _preflight() -> HttpResponse:
    return HttpResponse(
        status=204,
        headers={
            "Access-Control-Allow-Origin": "*",
            "Access-Control-Allow-Methods": "GET, HEAD",
            "Access-Control-Allow-Headers": "Accept-Language, If-None-Match",
            "Access-Control-Max-Age": "86400",
        },
    )


def _as_problem(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Pages of errors are for people; here machines read."""
    status = response.status_code
    code = BY_STATUS.get(status, "broken" if status >= 500 else "bad_request")
    kept = {name: response.headers[name] for name in ("Allow", "Retry-After") if name in response.headers}
    return told(request, Trouble(code, headers=kept))


def _public(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Expose-Headers"] = READ_BY_PAGES
    if response.status_code != 200 or not isinstance(response, HttpResponse):
        return response
    seconds = SECONDS.get(_first(request), KEPT_SECONDS)
    response.headers["Cache-Control"] = "no-cache" if request.path == DOCS else f"public, max-age={seconds}"
    return _unless_known(request, response)


def _private(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Kept by nobody on the way; a program that kept it itself may ask whether it changed."""
    response.headers["Cache-Control"] = "no-store"
    is_whole = response.status_code == 200 and request.method == "GET" and isinstance(response, HttpResponse)
    return _unless_known(request, response) if is_whole else response


def _unless_known(request: HttpRequest, response: Any) -> HttpResponseBase:
    """304 for who says that he has it (RFC 9110, 13.1.2), with the headers that say how to go on."""
    etag = response.headers.get("ETag") or quote_etag(hashlib.sha256(response.content).hexdigest()[:32])
    response.headers["ETag"] = etag
    answer = get_conditional_response(request, etag=etag, response=response)
    if answer is None or answer is response:
        return response
    if answer.status_code != 304:
        answer = told(request, Trouble("other_version"))
    for name, value in response.headers.items():
        if name.startswith(("Access-Control-", "RateLimit")):
            answer.headers[name] = value
    return answer


def _without_content(response: HttpResponseBase) -> HttpResponseBase:
    if isinstance(response, HttpResponse):
        length = str(len(response.content))
        response.content = b""
        response.headers["Content-Length"] = length
    return response
