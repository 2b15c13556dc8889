"""The instruction must be read and acknowledged before sending (Resolution No. 463). What was acknowledged is kept by
the reader: in a signed cookie, and in the form itself, so that a lost cookie loses no text."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest, HttpResponse

if TYPE_CHECKING:
    from kairyluu.data.reference.models import ContentPage

COOKIE = "nuskama"
LASTS = timedelta(days=7)


def version_of(text: ContentPage) -> str:
    """What is kept with the appeal. Of all languages one version: they say the same."""
    return text.version[:20]


def sign(version: str) -> str:
    """The value that travels in the cookie and in the form."""
    return _signer().sign(version)


def remember(response: HttpResponse, version: str, *, is_secure: bool) -> None:
    seconds = int(LASTS.total_seconds())
    response.set_cookie(
        COOKIE, sign(version), max_age=seconds, httponly=True, samesite="Lax", secure=is_secure
    )


def acknowledged(request: HttpRequest) -> str:
    """The version acknowledged, from the form or the cookie; empty when none was, or too long ago."""
    return read(request.POST.get("instruction", "")) or read(request.COOKIES.get(COOKIE, ""))


def read(signed: str) -> str:
    try:
        return _signer().unsign(signed[:200], max_age=LASTS)
    except BadSignature:
        return ""


def _signer() -> TimestampSigner:
    return TimestampSigner(salt="kairyluu.instruction")
