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
from kairyluu.data.appeals.models import LegacyBatch
from kairyluu.queries.directory import directory
from kairyluu.rules import policies
from kairyluu.rules.facts import Actor
from kairyluu.rules.legacy.columns import HEADER_WITHIN, Columns, find_columns
from kairyluu.rules.legacy.rights import may_load_register
from kairyluu.rules.legacy.rows import Reading
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.legacy.batches import Beginning, begin, finish, one_at_a_time
from kairyluu.usecases.legacy.days import LawfulDays
from kairyluu.usecases.legacy.files import Sheet, open_sheet
from kairyluu.usecases.legacy.hands import Taken, Team, lines_ahead
from kairyluu.usecases.legacy.preparing import Preparing, Work
from kairyluu.usecases.legacy.staging import Shaping
from kairyluu.usecases.legacy.words import read_words
from kairyluu.usecases.legacy.writing import free_serial

CHUNK = 5_000
Tell = Callable[[float, int], None]


@dataclass(frozen=True, kw_only=True)
class ImportRegister:
    """`body` is a code, `file_name` what the file was called where it came from. A dry run reads and checks everything and writes nothing. `n_hands` write at once, each with a
    connection of its own; 1: only the caller's."""

    file: Path
    body: str
    is_dry_run: bool = False
    n_hands: int = 1
    file_name: str = ""


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
    known = directory()
    body = known.body(command.body)
    policies.demand(may_load_register(actor, body.pk), "import_register")
    headers, vocabulary = read_words(Path(settings.REFERENCE_DATA), known)
    with open_sheet(command.file) as sheet:
        top = list(islice(sheet.lines, HEADER_WITHIN))
    columns = find_columns(top, headers)
    loaded = Loaded(header=top[columns.line], unknown=columns.unknown)
    with one_at_a_time(body):
        batch = None if command.is_dry_run else _begun(command, body, actor, now)
        if batch is not None and batch.finished_at is not None:
            return _as_it_was(batch, loaded)
        shaping = Shaping(known, LawfulDays(known, body), now)
        work = Work(body, shaping, batch, free_serial(body))
        prepared = Preparing(Reading(columns, vocabulary, date_in_bishkek(now)), work)
        with open_sheet(command.file) as sheet, Team(work, command.n_hands) as team:
            for lines in _chunks(sheet, columns, batch):
                for taken in team.give(prepared.chunk(lines)):
                    _add(loaded, taken, tell, sheet)
            for taken in team.rest():
                _add(loaded, taken, tell, sheet)
        if batch is None:
            return loaded
        finish(batch, actor=actor, now=now)
    _as_it_was(batch, loaded)
    loaded.was_finished = False
    return loaded


def _begun(command: ImportRegister, body: Body, actor: Actor, now: datetime) -> LegacyBatch:
    return begin(Beginning(command.file, body, command.file_name), actor=actor, now=now)


def _add(loaded: Loaded, taken: Taken, tell: Tell, sheet: Sheet) -> None:
    loaded.n_read += taken.n_read
    loaded.n_loaded += taken.n_loaded
    loaded.n_refused += len(taken.refused)
    loaded.refused += taken.refused
    tell(sheet.share(), loaded.n_read)


def _chunks(
    sheet: Sheet, columns: Columns, batch: LegacyBatch | None
) -> Iterator[list[tuple[int, list[str]]]]:
    """Rows below the header with their line from 1, without empty ones and those that were taken before."""
    lines = sheet.lines
    next(islice(lines, columns.line, None))
    behind, ahead = (batch.n_read, lines_ahead(batch)) if batch else (0, frozenset())
    rows = (
        (at, cells) for at, cells in enumerate(lines, 1) if at > behind and at not in ahead and any(cells)
    )
    while chunk := list(islice(rows, CHUNK)):
        yield chunk


def _as_it_was(batch: LegacyBatch, loaded: Loaded) -> Loaded:
    loaded.batch_id, loaded.was_finished = batch.pk, True
    batch.refresh_from_db()
    loaded.n_loaded, loaded.n_refused = batch.n_loaded, batch.n_refused
    rows = batch.refusals.values_list("line", "reasons", "cells")
    loaded.refused = list(rows.order_by("line"))
    return loaded
