"""Document systems of the bodies: an appeal is registered there once more, and answers with a number and a day; what
follows is told there, and what happens there comes back."""

from kairyluu.gateways.document_systems.choosing import place_of, system_at
from kairyluu.gateways.document_systems.contract import (
    Connection,
    Document,
    DocumentSystem,
    Message,
    Registered,
    Reply,
    SystemAway,
    SystemRefused,
    Taken,
    TheirLine,
)
from kairyluu.gateways.document_systems.incoming_packages import IncomingPackage, list_packages
from kairyluu.gateways.document_systems.places import Place
from kairyluu.gateways.document_systems.receipts import ReceiptFile, list_receipts, put_aside, write_receipt

__all__ = [
    "Connection",
    "Document",
    "DocumentSystem",
    "IncomingPackage",
    "Message",
    "Place",
    "ReceiptFile",
    "Registered",
    "Reply",
    "SystemAway",
    "SystemRefused",
    "Taken",
    "TheirLine",
    "list_packages",
    "list_receipts",
    "place_of",
    "put_aside",
    "system_at",
    "write_receipt",
]
