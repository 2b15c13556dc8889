"""A register is brought by a page: all of it is checked first, and loaded when whoever brought it says so. Both are work of the
worker; what a kill left undone is found by `sweep_uploads`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import PurePath
from typing import BinaryIO
from uuid import UUID, uuid4

from procrastinate.contrib.django import app

from kairyluu.data.appeals.models import LegacyUpload
from kairyluu.data.journal.recording import record
from kairyluu.gateways import files
from kairyluu.queries.directory import directory
from kairyluu.rules import policies
from kairyluu.rules.facts import Actor
from kairyluu.rules.legacy.rights import may_load_register
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act

WORK = "work_register"
MOST_BYTES = 100 * 1024 * 1024
SUFFIXES = (".csv", ".txt", ".xlsx", ".xlsm")
SILENT = timedelta(minutes=5)
KEPT_FOR = timedelta(days=2)
UNDER_WAY = ("checking", "loading")


class NotATable(Refused):
    """Neither CSV nor XLSX by its name; facts: name."""


class TableTooBig(Refused):
    """Facts: most (megabytes)."""


class TableEmpty(Refused):
    """Nothing stands in the file."""


class NotChecked(Refused):
    """No upload of that body waits to be loaded; facts: upload."""


@dataclass(frozen=True)
class BringRegister:
    """`body` is a code, `name` as the browser gave it."""

    body: str
    name: str
    content: BinaryIO


@dataclass(frozen=True)
class LoadBrought:
    upload_id: UUID
    body_id: int


@dataclass(frozen=True)
class SweepUploads:
    """All that nothing was heard of for a while."""


@act
def bring_register(command: BringRegister, *, actor: Actor, now: datetime) -> LegacyUpload:
    """Whoever brings the same file again gets the upload that is still open."""
    body = directory().body(command.body)
    policies.demand(may_load_register(actor, body.pk), "import_register")
    name = files.clean_name(command.name)
    if PurePath(name).suffix.lower() not in SUFFIXES:
        raise NotATable({"name": name})
    sha256 = _stored(command.content)
    known = LegacyUpload.objects.filter(
        body=body, account_id=actor.account_id or 0, sha256=sha256, stage__in=(*UNDER_WAY, "checked")
    ).first()
    if known is not None:
        return known
    upload = LegacyUpload.objects.create(
        id=uuid4(),
        body=body,
        account_id=actor.account_id or 0,
        file_name=name,
        sha256=sha256,
        uploaded_at=now,
        touched_at=now,
    )
    record(
        "bring_register", actor=actor, now=now, body_code=body.code, facts={"file": name, "sha256": sha256}
    )
    _queue(upload)
    return upload


@act
def load_brought(command: LoadBrought, *, actor: Actor, now: datetime) -> LegacyUpload:
    policies.demand(may_load_register(actor, command.body_id), "import_register")
    upload = (
        LegacyUpload.objects.select_for_update().filter(pk=command.upload_id, body_id=command.body_id).first()
    )
    if upload is None or upload.stage != "checked" or not upload.n_good:
        raise NotChecked({"upload": str(command.upload_id)})
    upload.stage, upload.share, upload.n_read, upload.touched_at = "loading", 0, 0, now
    upload.account_id = actor.account_id or upload.account_id
    upload.save(update_fields=["stage", "share", "n_read", "touched_at", "account"])
    _queue(upload)
    return upload


@act
def sweep_uploads(command: SweepUploads, *, actor: Actor, now: datetime) -> int:
    """How many were queued again. What nobody loaded goes, as its file does among the uploads: it names people."""
    LegacyUpload.objects.filter(
        stage__in=("checked", "failed"), batch=None, uploaded_at__lt=now - KEPT_FOR
    ).delete()
    silent = LegacyUpload.objects.filter(stage__in=UNDER_WAY, touched_at__lt=now - SILENT)
    for upload in silent:
        _queue(upload)
    return len(silent)


def _stored(content: BinaryIO) -> str:
    try:
        stored = files.store(content, limit=MOST_BYTES)
    except ValueError:
        raise TableTooBig({"most": MOST_BYTES // 1024 // 1024}) from None
    if not stored.size:
        raise TableEmpty
    return stored.sha256


def _queue(upload: LegacyUpload) -> None:
    """Two tasks at once do no harm: the second finds the body taken."""
    app.configure_task(WORK, allow_unknown=True).defer(upload_id=str(upload.pk))
