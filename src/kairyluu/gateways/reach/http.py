"""The carrier behind an HTTP address. The protocol is our own and small, so that a stand-in for tests or a bridge to a
real service is a page of code:

    POST <address>   {"to": "+996…", "text": "…", "key": "…"}   -> 2xx {"reference": "…"}
    GET  <address>/<reference>                                  -> 2xx {"state": "delivered", "at": "2026-…Z"}

A 4xx answer but 408 and 429 is final; everything else is tried again. With a token, both carry it as a bearer.
"""

from __future__ import annotations

import http.client
import json
import urllib.error
import urllib.request
from datetime import datetime
from typing import Any
from urllib.parse import quote

from kairyluu.gateways.reach.contract import (
    DELIVERED,
    FAILED,
    ON_ITS_WAY,
    READ,
    Fate,
    ReachAway,
    ReachDeferred,
    ReachRefused,
    Receipt,
    demand_sendable,
)

TIMEOUT = 5  # seconds: an alarm has other messages to send
MOST = 65_536  # bytes of an answer
_COME_BACK = (408, 425, 429)
_AWAY = (429, 502, 503, 504)


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """A message goes to the address that was set, nowhere else."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


_OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoRedirects)


def verdict(code: int) -> ReachDeferred | ReachRefused:
    """What an answer that is no 2xx means."""
    if code in _AWAY:
        return ReachAway(f"HTTP {code}")
    is_final = 400 <= code < 500 and code not in _COME_BACK
    return (ReachRefused if is_final else ReachDeferred)(f"HTTP {code}")


class HttpCarrier:
    """`address` is http or https; `token` may be empty."""

    def __init__(self, address: str, token: str = "") -> None:
        self.address, self.token = address.rstrip("/"), token

    def send(self, to: str, text: str, key: str) -> Receipt:
        demand_sendable(to, text)
        said = self._ask(self.address, {"to": to, "text": text, "key": key})
        reference = said.get("reference")
        if not isinstance(reference, str) or not reference:
            raise ReachDeferred("answer without a reference")
        return Receipt(reference=reference)

    def fate(self, reference: str) -> Fate:
        said = self._ask(f"{self.address}/{quote(reference, safe='')}", None)
        state = said.get("state")
        if state not in (DELIVERED, READ, FAILED):
            return Fate(state=ON_ITS_WAY)
        try:
            at = datetime.fromisoformat(str(said.get("at")))
        except ValueError:
            raise ReachDeferred("answer without a moment") from None
        if at.tzinfo is None:
            raise ReachDeferred("a moment without its zone")
        return Fate(state=str(state), at=at)

    def _ask(self, address: str, sent: dict[str, str] | None) -> dict[str, Any]:
        data = None if sent is None else json.dumps(sent, ensure_ascii=False).encode()
        headers = {"Content-Type": "application/json; charset=utf-8"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        request = urllib.request.Request(address, data=data, headers=headers)  # noqa: S310 - checked in choosing
        try:
            with _OPENER.open(request, timeout=TIMEOUT) as answer:
                said = json.loads(answer.read(MOST))
        except urllib.error.HTTPError as answer:
            answer.close()
            raise verdict(answer.code) from None
        except ValueError as nonsense:
            raise ReachDeferred(type(nonsense).__name__) from nonsense
        except (OSError, http.client.HTTPException) as away:
            raise ReachAway(type(away).__name__) from away
        return said if isinstance(said, dict) else {}
