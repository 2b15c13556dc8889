"""Whose upload it is: a secret in a cookie of the browser that began it. The address alone opens nothing."""

from __future__ import annotations

import secrets
from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

COOKIE = "uploads"
LASTS = timedelta(days=2)
_LENGTH = 43  # of 32 random bytes as text


def held(request: HttpRequest) -> str:
    """Empty when nothing was begun here."""
    secret = request.COOKIES.get(COOKIE, "")
    return secret if len(secret) == _LENGTH and secret.isascii() else ""


def held_or_new(request: HttpRequest) -> str:
    return held(request) or secrets.token_urlsafe(32)


def remember(response: HttpResponse, secret: str, *, is_secure: bool) -> None:
    response.set_cookie(
        COOKIE,
        secret,
        max_age=LASTS,
        path=reverse("portal:uploads"),
        secure=is_secure,
        httponly=True,
        samesite="Strict",
    )
