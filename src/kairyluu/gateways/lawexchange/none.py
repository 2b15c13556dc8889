"""No exchange: reaches nobody and says so."""

from __future__ import annotations

from kairyluu.gateways.lawexchange.contract import Handed, NotConnected, Package


class NoExchange:
    def reaches(self, address: str) -> bool:
        return False

    def hand_over(self, package: Package) -> Handed:
        raise NotConnected()
