"""Passwords of mailboxes lie under the keys of confidential appeals, which the database does not hold."""

from __future__ import annotations

from kairyluu.data.appeals.confiding import seal
from kairyluu.data.letters.models import Mailbox


def sealed(secret: str) -> bytes:
    return bytes(seal().encrypt(secret.encode()))


def secret_of(mailbox: Mailbox) -> str:
    """Raises `cryptography.fernet.InvalidToken` where no key opens it."""
    if mailbox.sealed_secret is None:
        return ""
    return str(seal().decrypt(bytes(mailbox.sealed_secret)).decode())


def seal_secrets_again() -> int:
    """Puts them under the first key; says how many."""
    n = 0
    for mailbox in Mailbox.objects.filter(sealed_secret__isnull=False).order_by("pk"):
        mailbox.sealed_secret = seal().rotate(bytes(mailbox.sealed_secret or b""))
        mailbox.save(update_fields=["sealed_secret"])
        n += 1
    return n
