"""What the session keeps while somebody is at the provider's page: for one return, for ten minutes, for one provider."""

from __future__ import annotations

import hmac
import time
from typing import Any

from django.http import HttpRequest

from kairyluu.usecases.people.identity.asking import Asked

KEPT, LASTS = "identity", 600
_ASKED = ("back", "state", "nonce", "verifier")


def keep(request: HttpRequest, provider: str, asked: Asked, *, connects: int | None, then: str) -> None:
    """`connects` is the account that asked to be connected; `then` a path that was checked."""
    request.session[KEPT] = {
        "provider": provider,
        "connects": connects,
        "then": then,
        "at": int(time.time()),
        **{name: getattr(asked, name) for name in _ASKED},
    }


def take(request: HttpRequest, provider: str) -> dict[str, Any] | None:
    """Once: a return that is repeated, late, forged or of another provider finds nothing."""
    kept: dict[str, Any] | None = request.session.pop(KEPT, None)
    if not kept or kept["provider"] != provider or not 0 <= time.time() - kept["at"] < LASTS:
        return None
    given = request.GET.get("state", "")
    if not hmac.compare_digest(given.encode(), kept["state"].encode()):
        return None
    kept["asked"] = Asked(where="", **{name: kept[name] for name in _ASKED})
    return kept
