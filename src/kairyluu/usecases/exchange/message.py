"""What a document system is told of one appeal. Of a complaint kept apart it hears the numbers only: whoever it is about
may read there (house rule, as for the volume apart)."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from typing import Any

from kairyluu.data.appeals.models import Appeal, Applicant, Attachment
from kairyluu.data.exchange.models import SecondEntry
from kairyluu.gateways import documents
from kairyluu.gateways.document_systems import Document, Message
from kairyluu.rules.calls.journal import short_content
from kairyluu.rules.workdays import BISHKEK
from kairyluu.usecases.files.looking import content_of

FORMAT = "kairyluu-second-entry/1"


def message_of(row: SecondEntry) -> Message:
    """`row` with its appeal, entry, book and line; in Kyrgyz, the language of the body's work."""
    row.is_apart = row.is_apart or row.appeal.is_confidential  # since it was queued
    documents_sent = (card_of(row), *(() if row.is_apart else attached(row.appeal, "applicant")))
    return Message(
        key=row.pk,
        metadata=_metadata(row, documents_sent),
        documents=documents_sent,
        package=row.package,
        issue=row.appeal.number,
    )


def facts_told(row: SecondEntry) -> dict[str, Any]:
    """What both registers should say of the appeal; without applicant and words where it is kept apart."""
    appeal = row.appeal
    applicant, content = _columns(row)
    return {
        "number": appeal.number,
        "registered_on": appeal.registered_on.isoformat() if appeal.registered_on else None,
        "kind": appeal.kind,
        "language": appeal.reply_language,
        "due_on": appeal.consideration_due_on.isoformat() if appeal.consideration_due_on else None,
        "state": appeal.state,
        "applicant": "" if row.is_apart else applicant,
        "content": "" if row.is_apart else content,
    }


def digest_told(row: SecondEntry) -> str:
    """Whether what was told last still holds."""
    row.is_apart = row.is_apart or row.appeal.is_confidential
    return hashlib.sha256(json.dumps(facts_told(row), sort_keys=True).encode()).hexdigest()


def listed(sent: tuple[Document, ...]) -> list[dict[str, Any]]:
    return [
        {"name": d.name, "media_type": d.media_type, "size": len(d.content), "sha256": d.sha256} for d in sent
    ]


def attached(appeal: Appeal, *purposes: str) -> tuple[Document, ...]:
    """Files of the appeal, each under a name of its own; not what waits for the scanner or carries a virus."""
    found = []
    came = Attachment.objects.select_related("checked").filter(appeal_id=appeal.pk, purpose__in=purposes)
    for n, file in enumerate((file for file in came if not file.held), 1):
        with content_of(file).read as content:
            read = content.read()
        name = f"{n:02}-{file.name}".replace("/", "_").replace("\\", "_")[:200]
        found.append(Document(name=name, media_type=file.media_type, content=read))
    return tuple(found)


def card_of(row: SecondEntry) -> Document:
    """The appeal on paper, as PDF/A."""
    appeal, entry = row.appeal, row.entry
    received = appeal.received_at.astimezone(BISHKEK)
    due = appeal.consideration_due_on
    applicant, _content = _columns(row)
    paper = documents.CardPaper(
        language="ky",
        made_at=entry.written_at if entry else row.made_at,
        body=row.system.body.name_ky,
        journal=f"{entry.book.year}, № {entry.serial}" if entry else "—",
        number=appeal.number or "—",
        tracking_number=appeal.tracking_number,
        received=f"{received:%d.%m.%Y, %H:%M}",
        due=f"{due:%d.%m.%Y}" if due else "—",
        is_apart=row.is_apart,
        applicant="" if row.is_apart else applicant or "—",
        text="" if row.is_apart else appeal.text,
    )
    return Document(name="card.pdf", media_type="application/pdf", content=documents.render(paper))


def moment(value: datetime) -> str:
    return value.astimezone(BISHKEK).isoformat(timespec="seconds")


def _metadata(row: SecondEntry, sent: tuple[Document, ...]) -> dict[str, Any]:
    appeal, entry = row.appeal, row.entry
    book = entry.book if entry else None
    return facts_told(row) | {
        "format": FORMAT,
        "key": str(row.pk),
        "package": row.package,
        "body": row.system.body.code,
        "line": book.line.number if book else "",
        "channel": appeal.channel.code,
        "journal": None
        if entry is None or book is None
        else {"year": book.year, "serial": entry.serial, "page": entry.page, "apart": book.is_apart},
        "received_at": moment(appeal.received_at),
        "entered_at": moment(entry.written_at if entry else row.made_at),
        "tracking_number": appeal.tracking_number,
        "confidential": row.is_apart,
        "text": "" if row.is_apart else appeal.text,
        "documents": listed(sent),
    }


def _columns(row: SecondEntry) -> tuple[str, str]:
    """Applicant and content as they stand now: a correction of the journal counts for its first entry."""
    entry = row.entry
    if entry is not None:
        newest = entry.corrections.order_by("-serial").first() or entry
        return newest.applicant, newest.content
    main = Applicant.objects.filter(appeal_id=row.appeal_id, role="main").first()
    return (main.display_name if main else ""), short_content(row.appeal.subject, row.appeal.text)
