"""The addresses of GeoReport v2: discovery, services, requests, tokens. Errors are those of its specification."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from kairyluu.faces.api.gate import Caller, caller_of_token
from kairyluu.faces.api.georeport import sending, services
from kairyluu.faces.api.georeport.door import door
from kairyluu.faces.api.georeport.listing import told, wanted_of
from kairyluu.faces.api.georeport.writing import Wrong, answer
from kairyluu.faces.api.problems import Trouble
from kairyluu.queries.exchange.listed import Wanted, list_entered
from kairyluu.rules.exchange.programs import SEND

SPECIFICATION = "http://wiki.open311.org/GeoReport_v2"
CHANGED = "2026-11-22T00:00:00+06:00"


@door("GET", "HEAD")
def discovery(request: HttpRequest, *, form: str) -> HttpResponse:
    site = str(settings.BASE_URL).rstrip("/")
    found = {
        "changeset": CHANGED,
        "contact": f"{site}/help/",
        "key_service": f"{site}/api/v1/docs#open311",
        "endpoints": [
            {
                "specification": SPECIFICATION,
                "url": f"{site}/api/open311/v2",
                "changeset": CHANGED,
                "type": "test" if settings.DEMO else "production",
                "formats": ["application/json", "text/xml"],
            }
        ],
    }
    return _cached(answer("discovery", found, form))


@door("GET", "HEAD")
def service_list(request: HttpRequest, *, form: str) -> HttpResponse:
    services.demand_jurisdiction(request.GET.get("jurisdiction_id", ""))
    return _cached(answer("services", services.list_services(), form))


@door("GET", "HEAD")
def service(request: HttpRequest, code: str, *, form: str) -> HttpResponse:
    services.demand_jurisdiction(request.GET.get("jurisdiction_id", ""))
    return _cached(answer("service_definition", services.definition(code), form))


@door("GET", "HEAD", "POST")
def requests(request: HttpRequest, *, form: str) -> HttpResponse:
    if request.method == "POST":
        return _sent(request, form)
    services.demand_jurisdiction(request.GET.get("jurisdiction_id", ""))
    program_id = _program(request, request.GET.get("api_key", ""))
    found = list_entered(wanted_of(request.GET, program_id, timezone.now()))
    return _private(answer("service_requests", [told(one) for one in found], form))


@door("GET", "HEAD")
def one_request(request: HttpRequest, number: str, *, form: str) -> HttpResponse:
    found = _one(request, number)
    if not found:
        raise Wrong(404, (_("There is no such request here, or it is not to be shown: both look alike."),))
    return _private(answer("service_requests", [told(one) for one in found], form))


@door("GET", "HEAD")
def token(request: HttpRequest, number: str, *, form: str) -> HttpResponse:
    """The id is told at once when a request is sent, so that it is its own token."""
    if not _one(request, number):
        raise Wrong(404, (_("There is no such request here, or it is not to be shown: both look alike."),))
    row = {"service_request_id": number, "token": number}
    return _private(answer("service_requests", [row], form))


def _sent(request: HttpRequest, form: str) -> HttpResponse:
    if request.content_type not in ("application/x-www-form-urlencoded", "multipart/form-data"):
        raise Wrong(400, (_("Send a form: application/x-www-form-urlencoded."),))
    by = _caller(request, request.POST.get("api_key", ""))
    jurisdiction = request.POST.get("jurisdiction_id", "") or by.body
    services.demand_jurisdiction(jurisdiction)
    if jurisdiction != by.body:
        raise Wrong(403, (_("This api_key belongs to another jurisdiction_id."),))
    row = sending.send(request, by)
    return _private(answer("service_requests", [row], form, 201))


def _caller(request: HttpRequest, api_key: str) -> Caller:
    """Raises `Wrong`."""
    try:
        by = caller_of_token(request, api_key)
    except Trouble as trouble:
        if trouble.code != "token_missing":
            raise
        raise Wrong(
            403, (_("An api_key that is in force is needed: the secret of a program of the body."),)
        ) from None
    by.demand(SEND)
    return by


def _one(request: HttpRequest, number: str) -> list[Any]:
    return list_entered(
        Wanted(program_id=_program(request, request.GET.get("api_key", "")), numbers=(number,))
    )


def _program(request: HttpRequest, api_key: str) -> UUID | None:
    return _caller(request, api_key).program_id if api_key else None


def _cached(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "public, max-age=300"
    response.headers["Vary"] = "Accept-Language"
    return response


def _private(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "no-store"
    return response
