"""Who a caller is: a program of a body, by the secret its official took or by a short-lived token made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.core import signing
from django.http import HttpRequest
from django.utils import timezone
from ninja.security import HttpBearer

from kairyluu.faces.api import limits
from kairyluu.faces.api.problems import Trouble
from kairyluu.queries.exchange.programs import (
    NoSuchProgram,
    actor_of_program,
    find_program,
    program_of_secret,
)
from kairyluu.rules.facts import Actor

LASTS = 15 * 60  # seconds
REQUESTS_A_MINUTE = 600
_MARK = "kt."
_SALT = "kairyluu.api.bearer"
_CHALLENGE = {"WWW-Authenticate": 'Bearer realm="Kairyluu"'}


@dataclass(frozen=True, kw_only=True)
class Caller:
    """`body` is the code of the only body it sees."""

    actor: Actor
    body: str
    body_id: int
    program_id: UUID
    scopes: tuple[str, ...]
    now: datetime

    def demand(self, scope: str) -> None:
        """Raises `Trouble`."""
        if scope not in self.scopes:
            challenge = {"WWW-Authenticate": f'Bearer error="insufficient_scope", scope="{scope}"'}
            raise Trouble("scope_missing", words={"scope": scope}, headers=challenge)


ANYBODY = "anybody"


class Known(HttpRequest):
    """A request that `Bearer` let in."""

    auth: Caller


class Bearer(HttpBearer):
    """Raises `Trouble` for whatever is not in force: all of it looks alike."""

    def __call__(self, request: HttpRequest) -> Any:
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token.strip():
            limits.count_stranger(request, timezone.now())
            raise Trouble("token_missing", headers=_CHALLENGE)
        return self.authenticate(request, token.strip())

    def authenticate(self, request: HttpRequest, token: str) -> Caller:
        return caller_of_token(request, token)


class BearerIfAny(Bearer):
    """Anybody may ask; who says who he is, is held to it."""

    def __call__(self, request: HttpRequest) -> Any:
        if not request.headers.get("Authorization", "").strip():
            return ANYBODY
        return super().__call__(request)


def caller_of_token(request: HttpRequest, token: str) -> Caller:
    """Raises `Trouble`."""
    now = timezone.now()
    today = timezone.localdate(now)
    try:
        program, scopes = _from_bearer(token, now) if token.startswith(_MARK) else _from_secret(token, now)
        actor = actor_of_program(program, today)
    except NoSuchProgram:
        limits.count_stranger(request, now)
        raise Trouble("token_missing", headers=_CHALLENGE) from None
    limits.count_of(request, f"program:{program.pk}", REQUESTS_A_MINUTE, now)
    return Caller(
        actor=actor,
        body=program.body.code,
        body_id=program.body_id,
        program_id=program.pk,
        scopes=tuple(scopes),
        now=now,
    )


def make_bearer(program: Any, scopes: Sequence[str]) -> str:
    """Nothing is stored: it carries the program, the scopes and the moment, signed. A new secret ends it."""
    values = {"p": program.pk.hex, "s": list(scopes), "d": program.digest[:12]}
    return _MARK + signing.dumps(values, salt=_SALT, compress=True)


def caller(request: HttpRequest, scope: str) -> Caller:
    """Raises `Trouble` where the token is too narrow."""
    found = cast(Known, request).auth
    found.demand(scope)
    return found


def caller_if_any(request: HttpRequest, scope: str) -> Caller | None:
    """Behind `BearerIfAny`. Raises `Trouble` where the token is too narrow."""
    return None if cast(Any, request).auth == ANYBODY else caller(request, scope)


def _from_secret(secret: str, now: datetime) -> tuple[Any, Sequence[str]]:
    program = program_of_secret(secret, timezone.localdate(now))
    return program, program.scopes


def _from_bearer(token: str, now: datetime) -> tuple[Any, Sequence[str]]:
    try:
        said = signing.loads(token[len(_MARK) :][:2000], salt=_SALT, max_age=LASTS)
        program = find_program(UUID(said["p"]), timezone.localdate(now))
        scopes, digest = said["s"], said["d"]
    except (signing.BadSignature, ValueError, KeyError, TypeError):
        raise NoSuchProgram() from None
    if not program.digest.startswith(digest):
        raise NoSuchProgram()
    return program, [scope for scope in scopes if scope in program.scopes]
