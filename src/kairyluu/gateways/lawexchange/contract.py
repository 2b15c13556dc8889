"""What a carrier to law enforcement must do: plain values in, the receiver's reference out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from kairyluu.rules.refusals import Refused


class NotConnected(Refused):
    """This receiver cannot be reached by exchange: use another channel."""


@dataclass(frozen=True, kw_only=True)
class Package:
    """`key` names this one referral: handed over twice, it is one there. `address` is the receiver's in the exchange."""

    key: str
    address: str
    number: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Handed:
    """`reference` is the carrier's name for what it took."""

    reference: str


class Exchange(Protocol):
    def reaches(self, address: str) -> bool:
        """Whether this address is connected; asked before the way is offered."""

    def hand_over(self, package: Package) -> Handed:
        """Raises `NotConnected`."""
