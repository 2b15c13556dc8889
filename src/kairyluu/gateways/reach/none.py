"""The carrier of an installation that has none: it says so, every time."""

from __future__ import annotations

from kairyluu.gateways.reach.contract import Fate, NotConfigured, Receipt


class NoCarrier:
    def __init__(self, kind: str) -> None:
        self.kind = kind

    def send(self, to: str, text: str, key: str) -> Receipt:
        raise NotConfigured(f"{self.kind}: not configured")

    def fate(self, reference: str) -> Fate:
        raise NotConfigured(f"{self.kind}: not configured")
