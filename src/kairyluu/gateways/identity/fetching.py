"""Calls to a provider: to the addresses it was configured with, encrypted, no redirects, no proxies, bounded in time and size."""

from __future__ import annotations

import base64
import http.client
import json
import urllib.error
import urllib.request
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from kairyluu.gateways.identity.contract import NotVouchedFor, ProviderAway

TIMEOUT = 8  # seconds: somebody waits for the page
MOST = 262_144  # bytes of an answer
LOOPBACK = ("127.0.0.1", "localhost", "::1")


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


_OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoRedirects)


def is_safe_address(address: str) -> bool:
    """https, or http to this machine (for trying out)."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return False
    if not host or parts.username or parts.password or parts.fragment:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and host in LOOPBACK)


def get_json(address: str, bearer: str = "") -> dict[str, Any]:
    """Raises ProviderAway."""
    headers = {"Authorization": f"Bearer {bearer}"} if bearer else {}
    return _answered(address, headers, None)


def post_form(address: str, fields: dict[str, str], client: tuple[str, str]) -> dict[str, Any]:
    """A token request with HTTP Basic (RFC 6749, 2.3.1). Raises ProviderAway, and NotVouchedFor where the provider
    refuses the code."""
    name, secret = (quote(part, safe="") for part in client)
    basic = base64.b64encode(f"{name}:{secret}".encode()).decode()
    headers = {"Authorization": f"Basic {basic}", "Content-Type": "application/x-www-form-urlencoded"}
    return _answered(address, headers, urlencode(fields).encode())


def _answered(address: str, headers: dict[str, str], data: bytes | None) -> dict[str, Any]:
    if not is_safe_address(address):
        raise ProviderAway(f"not an address to call: {address[:100]}")
    request = urllib.request.Request(address, data=data, headers={"Accept": "application/json"} | headers)  # noqa: S310 - checked above
    try:
        with _OPENER.open(request, timeout=TIMEOUT) as answer:
            raw = answer.read(MOST + 1)
    except urllib.error.HTTPError as answer:
        answer.close()
        if data is not None and answer.code in (400, 401):
            raise NotVouchedFor("code") from None
        raise ProviderAway(f"HTTP {answer.code}") from None
    except (OSError, http.client.HTTPException) as away:
        raise ProviderAway(type(away).__name__) from away
    if len(raw) > MOST:
        raise ProviderAway("an answer too large")
    try:
        said = json.loads(raw)
    except ValueError:
        raise ProviderAway("no JSON") from None
    if not isinstance(said, dict):
        raise ProviderAway("no JSON object")
    return said
