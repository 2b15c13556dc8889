"""Several hands write the chunks of one register at once: an insert with its indexes keeps one core of the database busy.

Chunks are committed in any order. `n_read` of the batch follows those that are done without a gap; what a killed run did
beyond it is found by its lines (`lines_ahead`)."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Barrier
from types import TracebackType
from typing import Any

from django.db import connection
from django.db.models import F

from kairyluu.data.appeals.models import LegacyBatch, LegacyRefusal
from kairyluu.usecases.act import act
from kairyluu.usecases.legacy.preparing import Chunk, Work
from kairyluu.usecases.legacy.staging import list_refused, stage
from kairyluu.usecases.legacy.writing import write_staged


@dataclass(frozen=True)
class Taken:
    last: int
    n_read: int
    n_loaded: int
    refused: list[tuple[int, Any, Any]]


@act
def take(chunk: Chunk) -> Taken:
    """All of one chunk or nothing of it."""
    work, batch = chunk.work, chunk.work.batch
    stage(work.shaping, chunk.rows, work.body)
    cells_of = dict(chunk.lines)
    refused = [(line, reasons, cells_of[line]) for line, reasons in list_refused()]
    taken = Taken(chunk.lines[-1][0], len(chunk.lines), len(chunk.lines) - len(refused), refused)
    if batch is None:
        return taken
    write_staged(batch, work.serial_from)
    LegacyRefusal.objects.bulk_create(
        LegacyRefusal(batch=batch, line=line, reasons=reasons, cells=cells)
        for line, reasons, cells in refused
    )
    with connection.cursor() as cursor:  # what may wait until the end must not keep the batch's row locked
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    LegacyBatch.objects.filter(pk=batch.pk).update(
        n_loaded=F("n_loaded") + taken.n_loaded, n_refused=F("n_refused") + len(refused)
    )
    return taken


@act
def note_place(work: Work, line: int) -> None:
    if work.batch is not None:
        LegacyBatch.objects.filter(pk=work.batch.pk).update(n_read=line)


def lines_ahead(batch: LegacyBatch) -> frozenset[int]:
    """Lines beyond `n_read` that a run took before it was stopped."""
    loaded = batch.rows.filter(line__gt=batch.n_read).values_list("line", flat=True)
    refused = batch.refusals.filter(line__gt=batch.n_read).values_list("line", flat=True)
    return frozenset([*loaded.order_by(), *refused.order_by()])


class Team:
    """`give` hands a chunk on and yields what was taken meanwhile, in order; `rest` waits for all."""

    def __init__(self, work: Work, n_hands: int) -> None:
        self.work, self.n_hands = work, n_hands
        self._waiting: deque[Future[Taken]] = deque()
        self._pool = ThreadPoolExecutor(n_hands, "register") if n_hands > 1 else None

    def __enter__(self) -> Team:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is None:
            return
        for waiting in self._waiting:
            waiting.cancel()
        together = Barrier(self.n_hands)
        for _ in range(self.n_hands):
            self._pool.submit(_give_back, together)
        self._pool.shutdown(wait=True)

    def give(self, chunk: Chunk) -> Iterator[Taken]:
        if self._pool is None:
            yield self._noted(take(chunk))
            return
        self._waiting.append(self._pool.submit(take, chunk))
        while len(self._waiting) > self.n_hands:
            yield self._noted(self._waiting.popleft().result())

    def rest(self) -> Iterator[Taken]:
        while self._waiting:
            yield self._noted(self._waiting.popleft().result())

    def _noted(self, taken: Taken) -> Taken:
        note_place(self.work, taken.last)
        return taken


def _give_back(together: Barrier) -> None:
    """The connection of this thread; each waits for the others, so that every hand does it."""
    connection.close()
    together.wait()
