"""Everyone may enter the portal. Who a request comes from, and from where."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.http import HttpRequest

from kairyluu.queries.actors import actor_of
from kairyluu.rules.facts import Actor


def actor_at(request: HttpRequest, today: date) -> Actor:
    """The visitor, or the account that is signed in."""
    return actor_of(request.user, today)


def address_of(request: HttpRequest) -> str:
    """The network address to count attempts under: only our own proxies are believed about where they got it from."""
    n_proxies = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    if n_proxies and len(forwarded) >= n_proxies:
        return str(forwarded[-n_proxies]).strip()
    return str(request.META.get("REMOTE_ADDR", ""))
