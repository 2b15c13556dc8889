"""Telephone exchanges that are listened to: Asterisk by its manager interface."""

from kairyluu.gateways.telephone_exchange.ami import (
    AmiAway,
    AmiRefused,
    AmiSession,
)

__all__ = ["AmiAway", "AmiRefused", "AmiSession"]
