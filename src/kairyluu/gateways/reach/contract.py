"""What every carrier of short messages promises. Adapters of real services are written against this page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

SMS, MESSENGER = "sms", "messenger"
KINDS = (SMS, MESSENGER)
ON_ITS_WAY, DELIVERED, READ, FAILED = "on_its_way", "delivered", "read", "failed"
LONGEST = 1000  # letters of one message; a service may cut it into several SMS

_E164 = re.compile(r"\+[1-9]\d{6,14}", re.ASCII)


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """The service took the message: `reference` is its own name for it."""

    reference: str


@dataclass(frozen=True, kw_only=True)
class Fate:
    """What became of a message: `state` on_its_way, delivered, read or failed; `at` is None while on its way."""

    state: str
    at: datetime | None = None


class ReachDeferred(Exception):
    """Not now: the service is away or asks to come back."""


class ReachAway(ReachDeferred):
    """The service itself cannot be reached or takes nothing: no message of anybody would go now."""


class ReachRefused(Exception):
    """Never: the number or the message is not accepted."""


class Gone(ReachRefused):
    """The receiver is no more: the chat is closed, the subscription ended."""


class NotConfigured(ReachRefused):
    """This installation has no such service."""


class Messenger(Protocol):
    """One kind of message through one service."""

    def send(self, to: str, text: str, key: str) -> Receipt:
        """`to` in E.164, `text` plain; `key` names the message: sent again under it, the receiver gets it once.
        Raises `ReachDeferred` where another try may help, `ReachRefused` where it cannot."""

    def fate(self, reference: str) -> Fate:
        """Raises as `send`."""


def demand_sendable(to: str, text: str) -> None:
    """What no service takes is refused before it is asked."""
    if not _E164.fullmatch(to):
        raise ReachRefused("not a telephone number")
    if not text.strip() or len(text) > LONGEST:
        raise ReachRefused("empty or too long")
