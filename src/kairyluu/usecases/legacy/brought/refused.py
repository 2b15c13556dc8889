"""The rows of a register that were not taken, read by somebody of the body; they have people's names, so it is recorded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kairyluu.data.appeals.models import LegacyRefusal
from kairyluu.data.journal.recording import record_look
from kairyluu.queries.legacy.batches import find_batch, list_refusals
from kairyluu.rules import policies
from kairyluu.rules.facts import Actor
from kairyluu.rules.legacy.rights import may_load_register
from kairyluu.usecases.act import act
from kairyluu.usecases.legacy.batches import NoSuchBatch


@dataclass(frozen=True)
class ReadRefused:
    batch_id: int
    body_id: int


@dataclass(frozen=True)
class Refusals:
    """`header` is empty where the file came by the shell."""

    header: Sequence[str]
    rows: list[LegacyRefusal]


@act
def read_refused(command: ReadRefused, *, actor: Actor, now: datetime) -> Refusals:
    policies.demand(may_load_register(actor, command.body_id), "import_register")
    batch = find_batch(command.body_id, command.batch_id)
    if batch is None:
        raise NoSuchBatch({"batch": command.batch_id})
    rows = list_refusals(batch)
    upload = batch.uploads.first()
    record_look("refused_rows", actor=actor, now=now, body_code=batch.body.code, batch=batch.pk, n=len(rows))
    return Refusals(upload.findings.get("header", []) if upload else [], rows)
