"""Document systems of the bodies: an appeal is registered there once more, and answers with a number and a day."""

from kairyluu.gateways.document_systems.choosing import folder_of, system_at
from kairyluu.gateways.document_systems.contract import (
    Document,
    DocumentSystem,
    Message,
    Registered,
    SystemAway,
    SystemRefused,
)
from kairyluu.gateways.document_systems.receipts import ReceiptFile, list_receipts, put_aside

__all__ = [
    "Document",
    "DocumentSystem",
    "Message",
    "ReceiptFile",
    "Registered",
    "SystemAway",
    "SystemRefused",
    "folder_of",
    "list_receipts",
    "put_aside",
    "system_at",
]
