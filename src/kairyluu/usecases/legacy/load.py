"""Loading a register of earlier years: chunk by chunk, so that a run that was killed goes on where it stood.

Such appeals count in figures and are found by lists and search. They are closed: no clock runs, no letter is sent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from django.conf import settings

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import LegacyBatch, LegacyRefusal
from kairyluu.queries.directory import directory
from kairyluu.rules import policies
from kairyluu.rules.facts import Actor
from kairyluu.rules.legacy.columns import HEADER_WITHIN, Columns, find_columns
from kairyluu.rules.legacy.rights import may_load_register
from kairyluu.rules.legacy.rows import Reading
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.legacy.batches import Beginning, begin, finish, one_at_a_time
from kairyluu.usecases.legacy.days import LawfulDays
from kairyluu.usecases.legacy.files import Sheet, open_sheet
from kairyluu.usecases.legacy.staging import Shaping, list_refused, stage
from kairyluu.usecases.legacy.words import read_words
from kairyluu.usecases.legacy.writing import write_staged

CHUNK = 5_000
Tell = Callable[[float, int], None]


@dataclass(frozen=True, kw_only=True)
class ImportRegister:
    """`body` is a code. A dry run reads and checks everything and writes nothing."""

    file: Path
    body: str
    is_dry_run: bool = False


@dataclass(kw_only=True)
class Loaded:
    """`header` and `refused` (line, reasons, cells) make the report; of a batch that was finished before nothing is
    done. `unknown` are columns of the file that nobody knows."""

    batch_id: int | None = None
    n_read: int = 0
    n_loaded: int = 0
    n_refused: int = 0
    was_finished: bool = False
    header: Sequence[str] = ()
    unknown: Sequence[str] = ()
    refused: list[tuple[int, Any, Any]] = field(default_factory=list)


def import_register(command: ImportRegister, *, actor: Actor, now: datetime, tell: Tell) -> Loaded:
    """`tell(share, n_rows)` after each chunk. Raises OSError, `FileNotReadable`, `HeaderNotFound`, `ColumnTwice`."""
    policies.demand(may_load_register(actor), "import_register")
    known = directory()
    body = known.body(command.body)
    headers, vocabulary = read_words(Path(settings.REFERENCE_DATA), known)
    with open_sheet(command.file) as sheet:
        top = list(islice(sheet.lines, HEADER_WITHIN))
    columns = find_columns(top, headers)
    loaded = Loaded(header=top[columns.line], unknown=columns.unknown)
    with one_at_a_time(body):
        batch = None if command.is_dry_run else begin(Beginning(command.file, body), actor=actor, now=now)
        if batch is not None and batch.finished_at is not None:
            return _as_it_was(batch, loaded)
        reading = Reading(columns, vocabulary, date_in_bishkek(now))
        shaping = Shaping(known, LawfulDays(known, body), now)
        with open_sheet(command.file) as sheet:
            for chunk in _chunks(sheet, columns, batch.n_read if batch else 0):
                take(_Chunk(chunk, body, batch, reading, shaping), loaded)
                tell(sheet.share(), loaded.n_read)
        if batch is None:
            return loaded
        finish(batch, actor=actor, now=now)
    _as_it_was(batch, loaded)
    loaded.was_finished = False
    return loaded


@dataclass(frozen=True)
class _Chunk:
    lines: list[tuple[int, list[str]]]
    body: Body
    batch: LegacyBatch | None
    reading: Reading
    shaping: Shaping


@act
def take(chunk: _Chunk, loaded: Loaded) -> None:
    """One chunk and the place it ends at, or neither."""
    stage(chunk.shaping, ((line, chunk.reading.read(cells)) for line, cells in chunk.lines), chunk.body)
    cells_of = dict(chunk.lines)
    refused = [(line, reasons, cells_of[line]) for line, reasons in list_refused()]
    loaded.n_read += len(chunk.lines)
    batch = chunk.batch
    if batch is None:
        loaded.refused += refused
        loaded.n_refused += len(refused)
        loaded.n_loaded += len(chunk.lines) - len(refused)
        return
    batch.n_loaded += write_staged(batch, chunk.shaping.known.setting("register_pattern"))
    LegacyRefusal.objects.bulk_create(
        LegacyRefusal(batch=batch, line=line, reasons=reasons, cells=cells)
        for line, reasons, cells in refused
    )
    batch.n_refused += len(refused)
    batch.n_read = chunk.lines[-1][0]
    batch.save(update_fields=["n_read", "n_loaded", "n_refused"])


def _chunks(sheet: Sheet, columns: Columns, behind: int) -> Iterator[list[tuple[int, list[str]]]]:
    """Rows below the header with their line from 1, without empty ones; `behind` lines were taken before."""
    lines = sheet.lines
    next(islice(lines, columns.line, None))
    rows = ((at, cells) for at, cells in enumerate(lines, 1) if at > behind and any(cells))
    while chunk := list(islice(rows, CHUNK)):
        yield chunk


def _as_it_was(batch: LegacyBatch, loaded: Loaded) -> Loaded:
    loaded.batch_id, loaded.was_finished = batch.pk, True
    loaded.n_loaded, loaded.n_refused = batch.n_loaded, batch.n_refused
    rows = batch.refusals.values_list("line", "reasons", "cells")
    loaded.refused = list(rows.order_by("line"))
    return loaded
