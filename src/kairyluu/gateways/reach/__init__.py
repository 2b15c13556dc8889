"""Short messages to telephones: SMS and messenger. Which service carries them is a setting of the installation."""

from kairyluu.gateways.reach.choosing import messenger
from kairyluu.gateways.reach.contract import (
    DELIVERED,
    FAILED,
    KINDS,
    MESSENGER,
    ON_ITS_WAY,
    READ,
    SMS,
    Fate,
    Gone,
    Messenger,
    NotConfigured,
    ReachAway,
    ReachDeferred,
    ReachRefused,
    Receipt,
)

__all__ = [
    "DELIVERED",
    "FAILED",
    "KINDS",
    "MESSENGER",
    "ON_ITS_WAY",
    "READ",
    "SMS",
    "Fate",
    "Gone",
    "Messenger",
    "NotConfigured",
    "ReachAway",
    "ReachDeferred",
    "ReachRefused",
    "Receipt",
    "messenger",
]
