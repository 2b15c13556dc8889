"""From the row of a body's document system to a connection; the secret is opened here alone."""

from __future__ import annotations

from cryptography.fernet import InvalidToken

from kairyluu.data.appeals.confiding import seal
from kairyluu.data.exchange.models import DocumentSystem
from kairyluu.gateways.document_systems import Connection, SystemAway


def connection_of(system: DocumentSystem) -> Connection:
    """Raises `SystemAway` where no key of the installation opens the secret."""
    return Connection(
        kind=system.kind,
        body=system.body.code,
        address=system.address,
        service=system.service,
        client=system.client,
        bucket=system.bucket,
        access_key=system.access_key,
        secret=_opened(bytes(system.sealed_secret)),
    )


def next_package(system_id: int) -> int:
    """Without a gap: taken by updating the row, in the transaction of the message that has it."""
    system = DocumentSystem.objects.select_for_update().get(pk=system_id)
    system.last_package += 1
    system.save(update_fields=["last_package"])
    return system.last_package


def _opened(sealed: bytes) -> str:
    if not sealed:
        return ""
    try:
        return seal().decrypt(sealed).decode()
    except InvalidToken:
        raise SystemAway("secret_unreadable") from None
