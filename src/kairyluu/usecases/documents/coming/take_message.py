"""A message of a document system is kept as it came, with its files, and acted on by the worker afterwards: what was
acknowledged is not lost, and the same message twice is one."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db.models import Max

from kairyluu.data.appeals.identity import new_id
from kairyluu.data.exchange.models import DocumentSystem, IncomingMessage, SecondEntry
from kairyluu.data.journal.recording import record
from kairyluu.gateways import files
from kairyluu.gateways.document_systems import Document
from kairyluu.queries.directory import directory
from kairyluu.rules.exchange import incoming
from kairyluu.rules.exchange.incoming import MOST_DOCUMENTS, Head, MessageUnreadable, head_of
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.exchange.queueing import wake_incoming

APPEALS = UUID("6a4b8f04-6f0f-5d0a-9f2d-6a0b6e2f6d11")  # the name space of submission keys made from theirs


@dataclass(frozen=True, kw_only=True)
class TakeMessage:
    """`system_ids` are the rows that belong to who sent it; `heard` what the way itself said (headers, a file's name)."""

    system_ids: tuple[int, ...]
    content: Mapping[str, Any]
    documents: tuple[Document, ...] = ()
    heard: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class MessageTaken:
    message: IncomingMessage
    is_repeat: bool


class NotKnownHere(Refused):
    """It is about a registration, or for a body, that is not this system's."""


class OtherContent(Refused):
    """The key was used before for something else."""


def file_of(name: str, media_type: str, content: bytes) -> Document:
    """For faces, which know no gateways."""
    return Document(name=name[:200], media_type=media_type[:100], content=content)


@act
def take_message(command: TakeMessage, *, actor: Actor, now: datetime) -> MessageTaken:
    """Raises `MessageUnreadable`, `NotKnownHere`, `OtherContent`."""
    head = head_of(command.content)
    system, second = _whose(head, command.system_ids)
    digest = _digest(command.content)
    DocumentSystem.objects.select_for_update().get(pk=system.pk)  # two at once are one after the other
    found = IncomingMessage.objects.filter(system=system, key=head.key).first()
    if found is not None:
        if found.digest != digest:
            raise OtherContent()
        return MessageTaken(message=found, is_repeat=True)
    _keep(command.content, command.documents)
    row = IncomingMessage.objects.create(
        id=new_id(now),
        system=system,
        key=head.key,
        turn=(IncomingMessage.objects.filter(system=system).aggregate(last=Max("turn"))["last"] or 0) + 1,
        kind=head.kind,
        second=second,
        submission_key=uuid5(APPEALS, f"{system.pk} {head.key}") if head.kind == incoming.APPEAL else None,
        number=head.package,
        content=_without_files(command.content),
        digest=digest,
        heard=dict(command.heard),
        received_at=now,
        next_try_at=now,
    )
    if head.package and head.package > system.last_incoming:
        DocumentSystem.objects.filter(pk=system.pk).update(last_incoming=head.package)
    record(
        "document_came",
        actor=actor,
        now=now,
        appeal_id=second.appeal_id if second else None,
        body_code=system.body.code,
        facts={"key": str(head.key), "kind": head.kind, "message": str(row.pk), **command.heard},
    )
    wake_incoming(row)
    return MessageTaken(message=row, is_repeat=False)


def _whose(head: Head, system_ids: tuple[int, ...]) -> tuple[DocumentSystem, SecondEntry | None]:
    """The registration it is about decides; an appeal of theirs names the body, where they serve several."""
    systems = list(DocumentSystem.objects.filter(pk__in=system_ids).select_related("body").order_by("pk"))
    if head.about is not None:
        second = SecondEntry.objects.filter(pk=head.about).first()
        mine = [system for system in systems if second and system.pk == second.system_id]
        if second is None or not mine:
            raise NotKnownHere()
        return mine[0], second
    if head.body:
        systems = [system for system in systems if system.body.code == head.body]
    if len(systems) != 1:
        raise NotKnownHere()
    return systems[0], None


def _keep(content: Mapping[str, Any], documents: tuple[Document, ...]) -> None:
    """The files lie by their hash before the message is acknowledged."""
    told = content.get("documents") or []
    if not isinstance(told, list) or len(told) > MOST_DOCUMENTS or len(told) != len(documents):
        raise MessageUnreadable({"field": "documents"})
    limit = directory().number("file_size_mb") * 1024 * 1024
    for entry, document in zip(told, documents, strict=True):
        if not isinstance(entry, Mapping) or entry.get("sha256") != document.sha256:
            raise MessageUnreadable({"field": "sha256"})
        if len(document.content) > limit:
            raise MessageUnreadable({"field": "size"})
        files.store(io.BytesIO(document.content), limit=limit)


def _digest(content: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True, default=str).encode()).hexdigest()


def _without_files(content: Mapping[str, Any]) -> dict[str, Any]:
    """As it came, but the files by hash alone."""
    documents = [
        {name: value for name, value in entry.items() if name != "content"}
        for entry in content.get("documents") or []
    ]
    return dict(content) | {"documents": documents}
