"""A document system behind an HTTP address. The protocol is our own and small, so that a bridge to a real system is a
page of code:

    GET <address>/<key>   -> 200 {"number": "…", "registered_on": "2026-03-10"} | 202 it has no number yet | 404
    PUT <address>/<key>   the message as message.schema.json describes it, each document with `content` in base64
                          -> 200 or 201 as above | 202

A second PUT under the same key answers as the first. A 4xx answer but 404, 408, 425 and 429 is final.
"""

from __future__ import annotations

import base64
import http.client
import json
import urllib.error
import urllib.request
from typing import Any
from uuid import UUID

from kairyluu.gateways.document_systems.contract import (
    Message,
    Registered,
    SystemAway,
    SystemRefused,
    registered_from,
)

TIMEOUT = 10  # seconds
MOST = 65_536  # bytes of an answer
_COME_BACK = (408, 425, 429)
_ACCEPTED, _NOT_FOUND = 202, 404


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """An appeal goes to the address that was set, nowhere else."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


_OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoRedirects)


class HttpSystem:
    """`address` is http or https; `token` may be empty."""

    def __init__(self, address: str, token: str = "") -> None:
        if not address.startswith(("http://", "https://")):
            raise SystemRefused("not_an_address")
        self.address, self.token = address.rstrip("/"), token

    def ask(self, key: UUID) -> Registered | None:
        return self._said("GET", key, None)

    def hand_over(self, message: Message) -> Registered | None:
        documents = [
            entry | {"content": base64.b64encode(document.content).decode()}
            for entry, document in zip(message.metadata["documents"], message.documents, strict=True)
        ]
        sent = message.metadata | {"documents": documents}
        try:
            return self._said("PUT", message.key, json.dumps(sent, ensure_ascii=False).encode())
        except LookupError:
            raise SystemRefused("http_404") from None

    def _said(self, method: str, key: UUID, data: bytes | None) -> Registered | None:
        headers = {"Content-Type": "application/json; charset=utf-8", "Accept": "application/json"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        request = urllib.request.Request(  # noqa: S310 - the scheme is checked above
            f"{self.address}/{key}", data=data, headers=headers, method=method
        )
        try:
            with _OPENER.open(request, timeout=TIMEOUT) as answer:
                content = answer.read(MOST)
                return None if answer.status == _ACCEPTED else registered_from(json.loads(content))
        except urllib.error.HTTPError as answer:
            answer.close()
            raise _fault(answer.code) from None
        except (OSError, http.client.HTTPException, ValueError) as away:
            raise SystemAway(type(away).__name__) from away


def _fault(code: int) -> Exception:
    if code == _NOT_FOUND:
        return LookupError(code)
    is_final = 400 <= code < 500 and code not in _COME_BACK
    return (SystemRefused if is_final else SystemAway)(f"http_{code}")
