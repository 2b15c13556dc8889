"""Web Push (RFC 8030, 8291, 8292): messages that a browser shows though the page is closed. The page is told by the push
service of the reader's own browser; no third party's script runs anywhere, and what is said is encrypted for that browser."""

from __future__ import annotations

import base64
import json
from email.utils import parseaddr
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from kairyluu.gateways.reach.contract import (
    Gone,
    NotConfigured,
    ReachDeferred,
    ReachRefused,
    Receipt,
)

TIMEOUT = 10
KEPT = 24 * 60 * 60  # seconds: how long the push service keeps what the browser does not fetch
LONGEST_ENDPOINT = 500
# Whose push services browsers use: an address from outside may lead nowhere else (RFC 8030, section 8).
SERVICES = (
    "fcm.googleapis.com",
    "updates.push.services.mozilla.com",
    "web.push.apple.com",
    "notify.windows.com",
    "push.api.yandex.net",
)


def is_configured() -> bool:
    return bool(settings.PUSH_KEY)


def public_key() -> str:
    """What a browser subscribes with: the uncompressed point, base64url without padding."""
    from cryptography.hazmat.primitives import serialization

    point = _vapid().public_key.public_bytes(
        serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
    )
    return base64.urlsafe_b64encode(point).rstrip(b"=").decode()


def is_subscription(said: Any) -> bool:
    """Whether it has an endpoint at a known push service and two keys of the right length."""
    try:
        endpoint, keys = said["endpoint"], said["keys"]
        sizes = [len(_bytes(keys[name])) for name in ("p256dh", "auth")]
        return len(endpoint) <= LONGEST_ENDPOINT and _is_service(endpoint) and sizes == [65, 16]
    except (KeyError, TypeError, ValueError):
        return False


def send(subscription: dict[str, Any], text: str, key: str) -> Receipt:
    """`key` is the topic: a second message under it replaces the first where it was not fetched yet."""
    import requests
    from pywebpush import WebPusher, WebPushException

    if not is_configured():
        raise NotConfigured("push: not configured")
    if not is_subscription(subscription):
        raise ReachRefused("no known push service")
    endpoint = subscription["endpoint"]
    where = urlsplit(endpoint)
    headers = _vapid().sign({"aud": f"{where.scheme}://{where.netloc}", "sub": _contact()})
    headers |= {"Topic": key.replace("-", "")[:32], "Urgency": "normal", "TTL": str(KEPT)}
    content = json.dumps({"text": text, "key": key}, ensure_ascii=False)
    try:
        with requests.Session() as session:
            session.trust_env, session.max_redirects = False, 0
            pusher = WebPusher(subscription, requests_session=session)
            answer = pusher.send(content, headers, ttl=KEPT, timeout=TIMEOUT)
    except (requests.TooManyRedirects, WebPushException) as refused:
        raise ReachRefused(type(refused).__name__) from refused
    except requests.RequestException as away:
        # Each browser has a push service of its own: one that is away says nothing of the others.
        raise ReachDeferred(type(away).__name__) from away
    _demand_taken(answer.status_code)
    return Receipt(reference=str(answer.headers.get("Location", ""))[:200] or key)


def _demand_taken(code: int) -> None:
    if 200 <= code < 300:
        return
    if code in (404, 410):
        raise Gone(f"HTTP {code}")
    if code == 429 or code >= 500:
        raise ReachDeferred(f"HTTP {code}")
    raise ReachRefused(f"HTTP {code}")


def _is_service(endpoint: str) -> bool:
    where = urlsplit(endpoint)
    if settings.PUSH_LOOPBACK and where.hostname == "127.0.0.1":
        return True
    host = where.hostname or ""
    return where.scheme == "https" and any(host == one or host.endswith(f".{one}") for one in SERVICES)


def _contact() -> str:
    """`mailto:` with the address of the sender's letters unless another is set."""
    return settings.PUSH_CONTACT or f"mailto:{parseaddr(settings.DEFAULT_FROM_EMAIL)[1]}"


def _vapid() -> Any:
    from py_vapid import Vapid02

    return Vapid02.from_string(settings.PUSH_KEY)


def _bytes(said: str) -> bytes:
    return base64.urlsafe_b64decode(said + "=" * (-len(said) % 4))


def new_key() -> str:
    """A private key for `PUSH_KEY`: the number of RFC 8292's P-256, base64url."""
    from cryptography.hazmat.primitives.asymmetric import ec

    number = ec.generate_private_key(ec.SECP256R1()).private_numbers().private_value
    return base64.urlsafe_b64encode(number.to_bytes(32, "big")).rstrip(b"=").decode()
