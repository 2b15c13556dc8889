"""A document system behind an HTTP address. The protocol is our own and small, so that a bridge to a real system is a
page of code; X-Road carries the same (`xroad.py`):

    GET <address>/<key>   -> 200 {"number": "…", "registered_on": "2026-03-10"} | 202 it has no number yet | 404 or 204
    PUT <address>/<key>   the message as message.schema.json or later.schema.json describes it, each document with
                          `content` in base64 -> 200 or 201 as above, of a later message any object | 202
    GET <address>?since=2026-01-01[&after=…]
                          -> 200 {"registrations": [{"key", "number", "registered_on", "kind"}], "after": "…" or absent}
                          404 or 204: it does not show its register

A second PUT under the same key answers as the first. A 4xx answer but 404, 408, 425 and 429 is final.
"""

from __future__ import annotations

import base64
import http.client
import json
import ssl
import urllib.error
import urllib.request
from collections.abc import Mapping
from datetime import date
from email.message import Message as Headers
from typing import Any
from urllib.parse import quote
from uuid import UUID

from kairyluu.gateways.document_systems.contract import (
    Message,
    Reply,
    SystemAway,
    SystemRefused,
    TheirLine,
    line_from,
    reply_from,
)

TIMEOUT = 10  # seconds
MOST = 2_000_000  # bytes of an answer
MOST_PAGES = 200
NOBODY = UUID(int=0)  # asked for in a probe: known nowhere
_COME_BACK = (408, 425, 429)
_ACCEPTED, _NO_CONTENT, _NOT_FOUND = 202, 204, 404


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """An appeal goes to the address that was set, nowhere else."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


def opener(context: ssl.SSLContext | None = None) -> urllib.request.OpenerDirector:
    """No proxies, no redirects."""
    parts: list[Any] = [urllib.request.ProxyHandler({}), _NoRedirects]
    return urllib.request.build_opener(
        *parts, *([urllib.request.HTTPSHandler(context=context)] if context else [])
    )


_OPENER = opener()


class HttpSystem:
    """`address` is http or https; `token` may be empty."""

    def __init__(self, address: str, token: str = "") -> None:
        if not address.startswith(("http://", "https://")):
            raise SystemRefused("not_an_address")
        self.address, self.token = address.rstrip("/"), token
        self.opener = _OPENER

    def ask(self, key: UUID, *, awaits_number: bool = True) -> Reply:
        return self._reply(
            self._said("GET", f"/{key}", None, self._headers(None)), awaits_number=awaits_number
        )

    def hand_over(self, message: Message) -> Reply:
        documents = [
            entry | {"content": base64.b64encode(document.content).decode()}
            for entry, document in zip(message.metadata["documents"], message.documents, strict=True)
        ]
        sent = json.dumps(message.metadata | {"documents": documents}, ensure_ascii=False).encode()
        try:
            said = self._said("PUT", f"/{message.key}", sent, self._headers(message))
        except LookupError:
            raise SystemRefused("http_404") from None
        if said[0] == _NO_CONTENT:  # some answer so where they have nothing: nothing was taken
            raise SystemAway("empty")
        return self._reply(said, awaits_number=message.awaits_number)

    def list_registered(self, since: date) -> list[TheirLine] | None:
        found: list[TheirLine] = []
        after = ""
        for _ in range(MOST_PAGES):
            asked = f"?since={since.isoformat()}" + (f"&after={quote(after, safe='')}" if after else "")
            try:
                _status, content, _proof = self._said("GET", asked, None, self._headers(None))
                page = json.loads(content)
                found += [line_from(line) for line in page["registrations"]]
            except LookupError:
                return None
            except (ValueError, TypeError) as unreadable:
                raise SystemAway("not_json") from unreadable
            after = str(page.get("after") or "")
            if not after:
                return found
        raise SystemAway("register_too_long")

    def probe(self) -> None:
        """Asks for a key that nobody has: «not known» is the right answer, and any readable one will do."""
        try:
            self.ask(NOBODY)
        except LookupError:
            return

    def _headers(self, message: Message | None) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"} if self.token else {}

    def _fault(self, code: int, headers: Headers, content: bytes) -> Exception:
        return fault_of(code)

    def _proof(self, sent: Mapping[str, str], headers: Headers) -> dict[str, str]:
        return {}

    def _reply(self, said: tuple[int, bytes, dict[str, str]], *, awaits_number: bool) -> Reply:
        status, content, proof = said
        if status == _ACCEPTED:
            return None
        try:
            return reply_from(json.loads(content), awaits_number=awaits_number, proof=proof)
        except (ValueError, RecursionError) as unreadable:
            raise SystemAway("not_json") from unreadable

    def _said(
        self, method: str, path: str, data: bytes | None, headers: dict[str, str]
    ) -> tuple[int, bytes, dict[str, str]]:
        """Status, content and what the way proves. Raises `LookupError` where nothing is known there."""
        sent = {"Content-Type": "application/json; charset=utf-8", "Accept": "application/json"} | headers
        request = urllib.request.Request(  # noqa: S310 - the scheme is checked above
            f"{self.address}{path}", data=data, headers=sent, method=method
        )
        try:
            with self.opener.open(request, timeout=TIMEOUT) as answer:
                content = answer.read(MOST)
                if answer.headers.get("X-Road-Error"):
                    raise self._fault(answer.status, answer.headers, content)
                if answer.status == _NO_CONTENT and method == "GET":
                    raise LookupError(path)
                return answer.status, content, self._proof(sent, answer.headers)
        except urllib.error.HTTPError as answer:
            with answer:
                raise self._fault(answer.code, answer.headers, answer.read(MOST)) from None
        except (OSError, http.client.HTTPException, ValueError) as away:
            raise SystemAway(type(away).__name__) from away


def fault_of(code: int) -> Exception:
    if code == _NOT_FOUND:
        return LookupError(code)
    is_final = 400 <= code < 500 and code not in _COME_BACK
    return (SystemRefused if is_final else SystemAway)(f"http_{code}")
