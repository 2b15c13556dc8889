"""What went wrong before or behind the door of GeoReport, told as its clients expect; and 304 for what they have."""

from __future__ import annotations

import hashlib
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from kairyluu.faces.api import limits
from kairyluu.faces.api.georeport.sending import wrong_of
from kairyluu.faces.api.georeport.writing import Wrong, failed
from kairyluu.faces.api.problems import Trouble
from kairyluu.faces.api.sentences import BY_STATUS, SENTENCES

OURS = ("application/json", "text/xml")


def told_as_georeport(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    if not response.headers.get("Content-Type", "").startswith(OURS) and response.status_code >= 400:
        response = _failed(request, response)
    is_kept = response.headers.get("Cache-Control", "").startswith("public")
    return _unless_known(request, response) if is_kept and response.status_code == 200 else response


def _failed(request: HttpRequest, response: HttpResponseBase) -> HttpResponse:
    """Pages of errors are for people; in the form that the address ends in."""
    form = "xml" if request.path.endswith(".xml") else "json"
    try:
        limits.count_stranger(request, timezone.now())
        status = response.status_code
        code = BY_STATUS.get(status, "broken" if status >= 500 else "bad_request")
        wrong = Wrong(status, (str(SENTENCES[code].detail),))
        headers: dict[str, str] = {}
    except Trouble as trouble:
        wrong, headers = wrong_of(trouble), dict(trouble.headers)
    answer = failed(wrong, form)
    for name, value in (*headers.items(), *limits.headers_of(request).items()):
        answer.headers[name] = value
    return answer


def _unless_known(request: HttpRequest, response: Any) -> HttpResponseBase:
    etag = quote_etag(hashlib.sha256(response.content).hexdigest()[:32])
    response.headers["ETag"] = etag
    answer = get_conditional_response(request, etag=etag, response=response)
    return response if answer is None or answer.status_code != 304 else answer
