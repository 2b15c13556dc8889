"""Names in X-Road (Tunduk): Message Protocol for REST, 4.1 and 4.2: instance / class / member / subsystem [/ service],
each part percent-encoded by itself."""

from __future__ import annotations

from urllib.parse import quote, unquote

from kairyluu.rules.refusals import Refused

CLIENT_PARTS, SERVICE_PARTS = 4, 5
# What a call is refused for until somebody sets something right (4.6); anything else of X-Road may pass by itself.
FINAL = (
    "Client.",
    "Server.ClientProxy.AccessDenied",
    "Server.ServerProxy.AccessDenied",
    "Server.ServerProxy.UnknownService",
    "Server.ServerProxy.UnknownMember",
    "Server.ClientProxy.UnknownMember",
)


class NotAnXRoadName(Refused):
    """Not as many parts as the name needs, or an empty one; facts: name."""


def parts_of(name: str, n: int) -> tuple[str, ...]:
    """Decoded. Raises `NotAnXRoadName`."""
    parts = tuple(unquote(part).strip() for part in name.strip().strip("/").split("/"))
    if len(parts) != n or not all(parts) or any(c < " " for part in parts for c in part):
        raise NotAnXRoadName({"name": name[:100]})
    return parts


def written(parts: tuple[str, ...]) -> str:
    """As it stands in an address or a header."""
    return "/".join(quote(part, safe="") for part in parts)


def partner_of(service: str) -> str:
    """The subsystem that offers a service: the one that calls us too."""
    return written(parts_of(service, SERVICE_PARTS)[:CLIENT_PARTS])


def is_final(error: str) -> bool:
    return error.startswith(FINAL)
