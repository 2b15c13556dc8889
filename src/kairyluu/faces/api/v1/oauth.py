"""OAuth 2 client credentials (RFC 6749, 4.4): the secret of a program for a token that lasts a quarter of an hour."""

from __future__ import annotations

import base64
import binascii

from django.http import HttpRequest
from django.utils import timezone
from ninja import Form, Router, Schema
from pydantic import Field

from kairyluu.faces.api import limits
from kairyluu.faces.api.faults import invalid
from kairyluu.faces.api.gate import LASTS, make_bearer
from kairyluu.faces.api.problems import At, Trouble
from kairyluu.faces.api.sentences import ONE_OF
from kairyluu.faces.api.shapes import answers
from kairyluu.queries.exchange.programs import NoSuchProgram, program_of_secret

router = Router(tags=["Case work"])
TRIES_A_MINUTE = 60  # of one network address


class Grant(Schema):
    """Client id and secret here, or better in `Authorization: Basic`."""

    grant_type: str = Field(max_length=40, description="client_credentials")
    scope: str = Field("", max_length=200, description="parted by spaces; empty: all that the program has")
    client_id: str = Field("", max_length=60)
    client_secret: str = Field("", max_length=200)


class Token(Schema):
    access_token: str
    token_type: str
    expires_in: int = Field(description="seconds")
    scope: str


@router.post("/token", response=answers(Token, 401, 413), summary="Get a short-lived token", url_name="token")
def token(request: HttpRequest, given: Form[Grant]) -> Token:
    """For programs of bodies. The secret itself is a token as well; this one may be narrower, and forgets itself."""
    now = timezone.now()
    limits.count_of(request, f"oauth:address:{limits.address_of(request)}", TRIES_A_MINUTE, now)
    if given.grant_type != "client_credentials":
        raise invalid(At("grant_type", str(ONE_OF) % {"codes": "client_credentials"}))
    client_id, secret = _basic(request) or (given.client_id, given.client_secret)
    try:
        program = program_of_secret(secret, timezone.localdate(now))
    except NoSuchProgram:
        raise _unknown() from None
    if client_id.strip().lower().replace("-", "") != program.pk.hex:
        raise _unknown()
    wanted = given.scope.split() or program.scopes
    if not set(wanted) <= set(program.scopes):
        raise invalid(At("scope", str(ONE_OF) % {"codes": ", ".join(program.scopes)}))
    scopes = [scope for scope in program.scopes if scope in wanted]
    return Token(
        access_token=make_bearer(program, scopes),
        token_type="Bearer",  # noqa: S106
        expires_in=LASTS,
        scope=" ".join(scopes),
    )


def _basic(request: HttpRequest) -> tuple[str, str] | None:
    scheme, _, value = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        client_id, _, secret = base64.b64decode(value.strip()[:600], validate=True).decode().partition(":")
    except (ValueError, binascii.Error):
        return "", ""
    return client_id, secret


def _unknown() -> Trouble:
    return Trouble("invalid_client", headers={"WWW-Authenticate": 'Basic realm="Kairyluu"'})
