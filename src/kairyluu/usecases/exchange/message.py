"""What a document system is told of one appeal. Of a complaint kept apart it hears the numbers only: whoever it is about
may read there (house rule, as for the volume apart)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from kairyluu.data.appeals.models import Attachment
from kairyluu.data.exchange.models import SecondEntry
from kairyluu.gateways import documents
from kairyluu.gateways.document_systems import Document, Message
from kairyluu.rules.workdays import BISHKEK
from kairyluu.usecases.files.looking import content_of

FORMAT = "kairyluu-second-entry/1"


def message_of(row: SecondEntry) -> Message:
    """`row` with its appeal, entry, book and line; in Kyrgyz, the language of the body's work."""
    row.is_apart = row.is_apart or row.appeal.is_confidential  # since it was queued
    documents_sent = (_card(row), *(() if row.is_apart else _attached(row)))
    return Message(
        key=row.pk, metadata=_metadata(row, documents_sent), documents=documents_sent, package=row.package
    )


def _metadata(row: SecondEntry, sent: tuple[Document, ...]) -> dict[str, Any]:
    appeal, entry, book = row.appeal, row.entry, row.entry.book
    return {
        "format": FORMAT,
        "key": str(row.pk),
        "package": row.package,
        "body": book.line.body.code,
        "line": book.line.number,
        "journal": {"year": book.year, "serial": entry.serial, "page": entry.page, "apart": book.is_apart},
        "received_at": _moment(entry.received_at),
        "entered_at": _moment(entry.written_at),
        "number": appeal.number,
        "tracking_number": appeal.tracking_number,
        "kind": appeal.kind,
        "language": appeal.reply_language,
        "due_on": appeal.consideration_due_on.isoformat() if appeal.consideration_due_on else None,
        "confidential": row.is_apart,
        "applicant": "" if row.is_apart else entry.applicant,
        "content": "" if row.is_apart else entry.content,
        "text": "" if row.is_apart else appeal.text,
        "documents": [
            {"name": d.name, "media_type": d.media_type, "size": len(d.content), "sha256": d.sha256}
            for d in sent
        ],
    }


def _card(row: SecondEntry) -> Document:
    appeal, entry, book = row.appeal, row.entry, row.entry.book
    received = entry.received_at.astimezone(BISHKEK)
    due = appeal.consideration_due_on
    paper = documents.CardPaper(
        language="ky",
        made_at=entry.written_at,
        body=book.line.body.name_ky,
        journal=f"{book.year}, № {entry.serial}",
        number=appeal.number or "—",
        tracking_number=appeal.tracking_number,
        received=f"{received:%d.%m.%Y, %H:%M}",
        due=f"{due:%d.%m.%Y}" if due else "—",
        is_apart=row.is_apart,
        applicant="" if row.is_apart else entry.applicant or "—",
        text="" if row.is_apart else appeal.text,
    )
    return Document(name="card.pdf", media_type="application/pdf", content=documents.render(paper))


def _attached(row: SecondEntry) -> tuple[Document, ...]:
    """What came with the appeal, each under a name of its own; not what waits for the scanner or carries a virus."""
    found = []
    came = Attachment.objects.select_related("checked").filter(appeal_id=row.appeal_id, purpose="applicant")
    for n, file in enumerate((file for file in came if not file.held), 1):
        with content_of(file).read as content:
            read = content.read()
        name = f"{n:02}-{file.name}".replace("/", "_").replace("\\", "_")[:200]
        found.append(Document(name=name, media_type=file.media_type, content=read))
    return tuple(found)


def _moment(value: datetime) -> str:
    return value.astimezone(BISHKEK).isoformat(timespec="seconds")
