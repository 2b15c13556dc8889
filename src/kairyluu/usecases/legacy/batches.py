"""Batches: one file loaded into one body, begun, ended, taken back; each leaves a line in the journal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import IntegrityError, connection

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import LegacyBatch
from kairyluu.data.journal.models import Entry
from kairyluu.data.journal.recording import record
from kairyluu.rules import policies
from kairyluu.rules.facts import Actor
from kairyluu.rules.legacy.rights import may_load_register
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.legacy.brought.fingerprints import queue_fingerprints
from kairyluu.usecases.legacy.files import digest_of_file

_LOCK = 20_140_811


class LoadedByAnother(Refused):
    """Another run is loading into this body just now."""


class NoSuchBatch(Refused):
    """No batch of this number stands; facts: batch."""


class BatchInUse(Refused):
    """Somebody acted on appeals of the batch, or other rows name them; facts: batch, n_touched (0: only named)."""


@dataclass(frozen=True)
class Beginning:
    """`name` is that of the file where it was written, its own where empty."""

    file: Path
    body: Body
    name: str = ""


@dataclass(frozen=True)
class UndoBatch:
    """`body_id` where only a batch of that body is meant."""

    batch_id: int
    reason: str = ""
    body_id: int | None = None


@contextmanager
def one_at_a_time(body: Body) -> Iterator[None]:
    """Two runs for one body: the second is refused."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [_LOCK, body.pk])
        (is_ours,) = cursor.fetchone()
    if not is_ours:
        raise LoadedByAnother({"body": body.code})
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [_LOCK, body.pk])


@act
def begin(command: Beginning, *, actor: Actor, now: datetime) -> LegacyBatch:
    """The batch of this file and body, begun before or now."""
    digest, name = digest_of_file(command.file), command.name or command.file.name
    batch, is_new = LegacyBatch.objects.get_or_create(
        body=command.body,
        sha256=digest,
        undone_at=None,
        defaults={"file_name": name, "loaded_by": actor.name, "started_at": now},
    )
    if is_new:
        facts = {"batch": batch.pk, "file": name, "sha256": digest}
        record("import_register", actor=actor, now=now, body_code=command.body.code, facts=facts)
    return batch


@act
def finish(batch: LegacyBatch, *, actor: Actor, now: datetime) -> None:
    batch.refresh_from_db()
    batch.finished_at = now
    batch.save(update_fields=["finished_at"])
    facts = {"batch": batch.pk, "loaded": batch.n_loaded, "refused": batch.n_refused}
    record("register_imported", actor=actor, now=now, body_code=batch.body.code, facts=facts)
    queue_fingerprints(batch.pk)


# In this order: what names an appeal goes before it.
UNDO = (
    "SELECT set_config('kairyluu.undone_batch', %(text)s, true)",
    "DELETE FROM appeals_fingerprint f USING appeals_legacyrow r WHERE r.batch_id = %(batch)s AND f.appeal_id = r.appeal_id",
    "DELETE FROM appeals_applicant p USING appeals_legacyrow r WHERE r.batch_id = %(batch)s AND p.appeal_id = r.appeal_id",
    "CREATE TEMPORARY TABLE legacy_undone ON COMMIT DROP AS "
    "SELECT appeal_id FROM appeals_legacyrow WHERE batch_id = %(batch)s",
    "DELETE FROM appeals_legacyrow WHERE batch_id = %(batch)s",
    "DELETE FROM appeals_appeal a USING legacy_undone u WHERE a.id = u.appeal_id",
    "DELETE FROM appeals_legacyrefusal WHERE batch_id = %(batch)s",
)


@act
def undo_batch(command: UndoBatch, *, actor: Actor, now: datetime) -> LegacyBatch:
    """All of the batch or nothing: its appeals leave as if they had never come, the batch stays as a record."""
    batch = LegacyBatch.objects.select_for_update().filter(pk=command.batch_id, undone_at=None).first()
    if batch is None or command.body_id not in (None, batch.body_id):
        raise NoSuchBatch({"batch": command.batch_id})
    policies.demand(may_load_register(actor, batch.body_id), "undo_import")
    touched = (
        Entry.objects.filter(appeal_id__in=batch.rows.values("appeal_id")).values("appeal_id").distinct()
    )
    if n_touched := touched.count():
        raise BatchInUse({"batch": batch.pk, "n_touched": n_touched})
    try:
        with connection.cursor() as cursor:
            for statement in UNDO:
                cursor.execute(statement, {"batch": batch.pk, "text": str(batch.pk)})
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    except IntegrityError as error:
        raise BatchInUse({"batch": batch.pk, "n_touched": 0}) from error
    batch.undone_at, batch.undone_by, batch.undone_because = now, actor.name, command.reason
    batch.save(update_fields=["undone_at", "undone_by", "undone_because"])
    facts = {"batch": batch.pk, "file": batch.file_name, "appeals": batch.n_loaded, "reason": command.reason}
    record("undo_import", actor=actor, now=now, body_code=batch.body.code, facts=facts)
    return batch
