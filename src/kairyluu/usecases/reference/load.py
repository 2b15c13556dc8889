"""Loading the reference data from its files: idempotent, and an administrator's word stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kairyluu.data.journal.recording import record
from kairyluu.data.reference.models import Edition
from kairyluu.queries.directory import list_calendar_days
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act
from kairyluu.usecases.clock.updating import recount_after
from kairyluu.usecases.reference.merging import Counts, merge
from kairyluu.usecases.reference.paths import settle_paths
from kairyluu.usecases.reference.rights import demand_keeper
from kairyluu.usecases.reference.tables import CALENDAR, TABLES, read_records
from kairyluu.usecases.reference.texts import CONTENT, read_texts


@dataclass(frozen=True, kw_only=True)
class LoadReference:
    """`folder` is the project's `data/`."""

    folder: Path


@act
def load_reference(command: LoadReference, *, actor: Actor, now: datetime) -> dict[str, Counts]:
    """What was written, by file; nothing where a file says what the table says."""
    demand_keeper(actor, "load_reference")
    Edition.objects.select_for_update().get_or_create(id=1)  # two loads at once: one after the other

    before = list_calendar_days()
    counts = {table.file: merge(table, read_records(command.folder / table.file)) for table in TABLES}
    counts[CONTENT.file] = merge(CONTENT, read_texts(command.folder / CONTENT.file))
    settle_paths()

    if counts[CALENDAR.file] != Counts():
        recount_after(before, actor=actor, now=now)
    written = {file: n.to_json() for file, n in counts.items() if n != Counts()}
    record("load_reference", actor=actor, now=now, facts={"written": written})
    return counts
