"""What a provider is to us, and why a sign-in through it may fail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, kw_only=True)
class Relying:
    """What the provider knows us by. `address` is the issuer."""

    address: str
    client_id: str
    secret: str
    scopes: str


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What one sign-in was begun with; `where` is the provider's page, `back` ours that it sends people back to. All but
    `where` stay in the session."""

    where: str
    back: str
    state: str
    nonce: str
    verifier: str


class ProviderAway(Exception):
    """The provider does not answer, or not in its protocol; the text says what was wrong, for the log."""


class NotVouchedFor(Exception):
    """The answer proves nothing; `why` is a code: signature, issuer, audience, expired, nonce, code, subject."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Provider(Protocol):
    def ask(self, back: str) -> Asked:
        """Raises `ProviderAway`."""

    def claims(self, code: str, asked: Asked) -> dict[str, Any]:
        """Raises `ProviderAway` and `NotVouchedFor`."""
