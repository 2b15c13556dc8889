"""What a document system is told after the registration: a resolution, an answer with its letter, or what changed."""

from __future__ import annotations

from typing import Any

from kairyluu.data.appeals.models import Answer, Assignment, Resolution
from kairyluu.data.exchange.models import LaterMessage
from kairyluu.gateways.document_systems import Document, Message
from kairyluu.rules.exchange import second_entries as known
from kairyluu.usecases.exchange.message import attached, facts_told, listed, moment

FORMAT = "kairyluu-later/1"


def later_message_of(row: LaterMessage) -> Message:
    """`row` with its registration, appeal and body. Of an appeal kept apart it says that something happened, not what."""
    second = row.second
    second.is_apart = second.is_apart or second.appeal.is_confidential
    said, user, sent = _told(row)
    metadata: dict[str, Any] = {
        "format": FORMAT,
        "key": str(row.pk),
        "about": str(second.pk),
        "place": row.place,
        "kind": row.kind,
        "package": row.package,
        "body": second.system.body.code,
        "made_at": moment(row.made_at),
        "tracking_number": second.appeal.tracking_number,
        "registered_there": {"number": second.number, "registered_on": second.registered_on.isoformat()}
        if second.registered_on
        else None,
        "confidential": second.is_apart,
        "appeal": facts_told(second),
        row.kind: said,
        "documents": listed(sent),
    }
    return Message(
        key=row.pk,
        metadata=metadata,
        documents=sent,
        package=row.package,
        awaits_number=False,
        issue=second.appeal.number,
        user=user,
    )


def _told(row: LaterMessage) -> tuple[dict[str, Any], str, tuple[Document, ...]]:
    """The part of its kind, the official whose act it was, the documents."""
    if row.kind == known.RESOLUTION:
        return _resolution(row)
    if row.kind == known.ANSWER:
        return _answer(row)
    return {"state": row.second.appeal.state}, "", ()


def _resolution(row: LaterMessage) -> tuple[dict[str, Any], str, tuple[Document, ...]]:
    found = Resolution.objects.select_related("author").get(pk=row.source)
    shares = Assignment.objects.filter(resolution=found).select_related("executor").order_by("pk")
    is_apart = row.second.is_apart
    said = {
        "text": "" if is_apart else found.text,
        "author": found.author.full_name,
        "made_at": moment(found.made_at),
        "due_on": found.due_on.isoformat() if found.due_on else None,
        "executors": []
        if is_apart
        else [
            {
                "official": one.executor.code,
                "name": one.executor.full_name,
                "is_lead": one.is_lead,
                "part": one.part,
            }
            for one in shares
        ],
    }
    return said, found.author.code, ()


def _answer(row: LaterMessage) -> tuple[dict[str, Any], str, tuple[Document, ...]]:
    found = Answer.objects.select_related("outcome", "signer").get(pk=row.source)
    is_apart = row.second.is_apart
    said = {
        "number": found.outgoing_number,
        "sent_on": found.outgoing_on.isoformat() if found.outgoing_on else None,
        "outcome": found.outcome.code,
        "language": found.language,
        "signer": found.signer_name,
        "text": "" if is_apart else found.text,
    }
    sent = () if is_apart else attached(row.second.appeal, "letter", "answer")
    return said, found.signer.code if found.signer else "", sent
