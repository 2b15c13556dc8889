"""The receipt is held by a signed cookie of the browser that sent the appeal, not by an address others could open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse

from kairyluu.rules.numbering import SecretMistyped, secret_digits
from kairyluu.usecases.appeals.submit import Submitted

COOKIE = "receipt"
PATH = "/receipt/"
LASTS = timedelta(hours=2)
SALT = "kairyluu.receipt"


@dataclass(frozen=True)
class Held:
    """`secret` in groups of four digits."""

    appeal_id: UUID
    secret: str


def remember(response: HttpResponse, submitted: Submitted, *, is_secure: bool) -> None:
    response.set_signed_cookie(
        COOKIE,
        f"{submitted.appeal_id} {secret_digits(submitted.secret)}",
        salt=SALT,
        max_age=int(LASTS.total_seconds()),
        path=PATH,
        secure=is_secure,
        httponly=True,
        samesite="Lax",
    )


def held(request: HttpRequest) -> Held | None:
    """None when nothing was sent from here in the last two hours."""
    try:
        value = request.get_signed_cookie(COOKIE, salt=SALT, max_age=LASTS)
        appeal_id, secret = str(value).split(" ")
        return Held(UUID(appeal_id), _in_groups(secret_digits(secret)))
    except (KeyError, BadSignature, ValueError, SecretMistyped):
        return None


def _in_groups(digits: str) -> str:
    return " ".join(digits[n : n + 4] for n in (0, 4, 8))
