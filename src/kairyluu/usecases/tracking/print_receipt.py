"""The receipt as a PDF/A document. Nothing is kept: the same receipt can be printed again and is the same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kairyluu.gateways import documents


@dataclass(frozen=True, kw_only=True)
class PrintReceipt:
    """Plain words in `language`; `due_days` are (what, until which day, why that day); `address` is the page of the
    tracking form and `scan_address` where the QR code leads."""

    language: str
    body: str
    tracking_number: str
    secret: str
    received_at: datetime
    received: str
    kind: str
    subject: str
    applicant: str
    due_days: tuple[tuple[str, str, str], ...]
    next_steps: tuple[str, ...]
    address: str
    scan_address: str
    support: str


def print_receipt(command: PrintReceipt) -> bytes:
    return documents.render(
        documents.ReceiptPaper(
            language=command.language,
            made_at=command.received_at,
            body=command.body,
            tracking_number=command.tracking_number,
            secret=command.secret,
            received=command.received,
            kind=command.kind,
            subject=command.subject,
            applicant=command.applicant,
            due_days=tuple(documents.DueDay(*due) for due in command.due_days),
            next_steps=command.next_steps,
            track_url=command.address,
            qr_url=command.scan_address,
            support=command.support,
        )
    )
