"""OAuth 2 client credentials (RFC 6749, 4.4): the secret of a program for a token that lasts a quarter of an hour. Its
errors are those of RFC 6749, 5.2, which every client library knows."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote_plus

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from ninja import Form, Router, Schema
from pydantic import Field

from kairyluu.faces.api import limits
from kairyluu.faces.api.gate import LASTS, make_bearer
from kairyluu.faces.api.problems import Problem
from kairyluu.faces.api.sentences import OAUTH
from kairyluu.queries.exchange.programs import NoSuchProgram, program_of_secret

router = Router(tags=["Case work"])
TRIES_A_MINUTE = 60  # of one network address
LONGEST = 600  # of any parameter


class Grant(Schema):
    """Client id and secret in `Authorization: Basic` or here, not in both."""

    grant_type: str = Field("", description="client_credentials")
    scope: str = Field("", description="parted by spaces; empty: all that the program has")
    client_id: str = Field("", description="the id of the program")
    client_secret: str = Field("", description="its secret")


class Token(Schema):
    access_token: str
    token_type: str
    expires_in: int = Field(description="seconds")
    scope: str


class NoToken(Schema):
    """RFC 6749, 5.2."""

    error: str = Field(
        description="invalid_request, invalid_client, invalid_scope or unsupported_grant_type; never another"
    )
    error_description: str
    error_uri: str


@dataclass
class Denied(Exception):
    error: str


@router.post(
    "/token",
    response={200: Token, 400: NoToken, 401: NoToken, 413: Problem, 429: Problem},
    summary="Get a short-lived token",
    url_name="token",
)
def token(request: HttpRequest, given: Form[Grant]) -> Any:
    """For programs of bodies. The secret itself is a token as well; this one may be narrower, and forgets itself."""
    now = timezone.now()
    limits.count_of(request, f"oauth:address:{limits.address_of(request)}", TRIES_A_MINUTE, now)
    try:
        client_id, secret = _client(request, given)
        return _granted(client_id, secret, given.scope, now)
    except Denied as denied:
        return _denied(denied)


def _granted(client_id: str, secret: str, scope: str, now: Any) -> Token:
    try:
        program = program_of_secret(secret, timezone.localdate(now))
    except NoSuchProgram:
        raise Denied("invalid_client") from None
    if client_id.strip().lower().replace("-", "") != program.pk.hex:
        raise Denied("invalid_client")
    wanted = scope.split() or program.scopes
    if not set(wanted) <= set(program.scopes):
        raise Denied("invalid_scope")
    scopes = [one for one in program.scopes if one in wanted]
    return Token(
        access_token=make_bearer(program, scopes),
        token_type="Bearer",  # noqa: S106
        expires_in=LASTS,
        scope=" ".join(scopes),
    )


def _client(request: HttpRequest, given: Grant) -> tuple[str, str]:
    """Raises `Denied`. Each parameter once, one way of saying who asks (2.3, 3.2)."""
    if any(len(values) > 1 or len(values[0]) > LONGEST for _, values in request.POST.lists()):
        raise Denied("invalid_request")
    basic = _basic(request)
    if not given.grant_type or (basic and given.client_secret):
        raise Denied("invalid_request")
    if given.grant_type != "client_credentials":
        raise Denied("unsupported_grant_type")
    return basic or (given.client_id, given.client_secret)


def _basic(request: HttpRequest) -> tuple[str, str] | None:
    scheme, _, value = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        said = base64.b64decode(value.strip()[:1200], validate=True).decode()
    except (ValueError, binascii.Error):
        return "", ""
    client_id, _, secret = said.partition(":")
    return unquote_plus(client_id), unquote_plus(secret)


def _denied(denied: Denied) -> HttpResponse:
    content = {
        "error": denied.error,
        "error_description": str(OAUTH[denied.error]),
        "error_uri": f"{settings.BASE_URL}/api/v1/docs#op-token",
    }
    is_unknown = denied.error == "invalid_client"
    answer = JsonResponse(
        content, status=401 if is_unknown else 400, json_dumps_params={"ensure_ascii": False}
    )
    if is_unknown:
        answer.headers["WWW-Authenticate"] = 'Basic realm="Kairyluu"'
    return answer
