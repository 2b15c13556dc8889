"""Lines on their way into the database: while it takes one chunk, the next one is told."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Any, Self

from django.db import connection

# The statement of COPY -> its lines.
Chunk = Mapping[str, str]


class Copier:
    """On the connection, and in the transaction, of who made it; nobody else may use that until the `with` ends or `wait` returned.
    At most two chunks are in memory."""

    def __init__(self) -> None:
        connection.ensure_connection()
        self._raw: Any = connection.connection
        self._pool = ThreadPoolExecutor(1)
        self._running: Future[None] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if fault is None:
                self.wait()
        finally:
            self._pool.shutdown()

    def take(self, chunk: Chunk) -> None:
        self.wait()
        self._running = self._pool.submit(self._copy, chunk)

    def wait(self) -> None:
        """Raises what the database refused."""
        if self._running is not None:
            running, self._running = self._running, None
            running.result()

    def _copy(self, chunk: Chunk) -> None:
        with self._raw.cursor() as cursor:
            for statement, lines in chunk.items():
                with cursor.copy(statement) as copy:
                    copy.write(lines)
