"""Secrets of the sign-in under the instance's seal keys: seeds of codes, secrets of identity providers. They are never
readable in the database, nor in its backup."""

from __future__ import annotations

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


class SealBroken(Exception):
    """Sealed under a key that is not among KAIRYLUU_SEAL_KEYS any more."""


def seal(secret: str) -> str:
    return _keys().encrypt(secret.encode()).decode()


def unseal(sealed: str) -> str:
    """Raises SealBroken."""
    try:
        return _keys().decrypt(sealed.encode()).decode()
    except InvalidToken as broken:
        raise SealBroken from broken


def sealed_anew(sealed: str) -> str:
    """The same secret under the newest key. Raises SealBroken."""
    try:
        return _keys().rotate(sealed.encode()).decode()
    except InvalidToken as broken:
        raise SealBroken from broken


def _keys() -> MultiFernet:
    return MultiFernet([Fernet(key) for key in settings.SEAL_KEYS])
