"""The secret code of an appeal: made from the submission key, so that sending twice shows the same code; kept only
as a keyed hash."""

from __future__ import annotations

import hashlib
import hmac
from uuid import UUID

from django.conf import settings

from kairyluu.rules import numbering


def secret_for(submission_key: UUID) -> str:
    """The code shown to the applicant, twelve digits in groups of four."""
    return numbering.secret_code(_keyed(b"secret of ", submission_key.bytes))


def hash_of(secret: str) -> str:
    """What is stored, hex; raises `numbering.SecretMistyped` for what cannot be a secret."""
    return _keyed(b"hash of ", numbering.secret_digits(secret).encode()).hex()


def matches(stored_hash: str, typed: str) -> bool:
    """Whether what somebody typed is the secret; takes the same time either way."""
    try:
        typed_hash = hash_of(typed)
    except numbering.SecretMistyped:
        typed_hash = hash_of("0000 0000 0000")
        return hmac.compare_digest(typed_hash, stored_hash) and False
    return hmac.compare_digest(stored_hash, typed_hash)


def _keyed(purpose: bytes, value: bytes) -> bytes:
    key: str = getattr(settings, "TRACKING_KEY", "") or settings.SECRET_KEY
    return hmac.new(key.encode(), purpose + value, hashlib.sha256).digest()
