"""Writing the appeals behind the figures as a table, one a line: for who looks for what the figures do not say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from kairyluu.data.journal.recording import record
from kairyluu.queries.analyses.behind import count_rows, stream_rows
from kairyluu.queries.directory import UnknownCode, directory
from kairyluu.rules.facts import SYSTEM, Actor
from kairyluu.rules.figures.periods import Period
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.act import act

# How many rows of how many are written.
Tell = Callable[[int, int], None]
TOLD_EACH = 5000


def _tell_nobody(n: int, of: int) -> None:
    pass


@dataclass(frozen=True, kw_only=True)
class ExportAppeals:
    """What came in the period to the body with those below it, closed ones too; empty: to all. Names are in `language`."""

    period: Period
    body: str = ""
    language: str = "ky"
    tell: Tell = field(default=_tell_nobody)


@dataclass(frozen=True, kw_only=True)
class Exported:
    """`n_apart` are left out: they are confidential or complain about somebody."""

    n_rows: int
    n_apart: int


@act
def export_appeals(
    command: ExportAppeals, *, actor: Actor, now: datetime, write: Callable[[bytes], object]
) -> Exported:
    """Raises `NotAllowed` and `UnknownCode`. `write` takes a piece of the file after the other."""
    if actor.kind != SYSTEM:
        raise NotAllowed({"verb": "export_appeals", "because": "system_only"})
    bodies = _below(command.body) if command.body else None
    n_rows, n_apart = count_rows(command.period, bodies)
    command.tell(0, n_rows)
    n = -1  # the header is no row
    for line in stream_rows(command.period, bodies, command.language):
        write(line)
        n += 1
        if n and n % TOLD_EACH == 0:
            command.tell(n, n_rows)
    command.tell(n, n)
    facts = {"period": command.period.code, "n": n, "n_apart": n_apart}
    record("export_appeals", actor=actor, now=now, body_code=command.body, facts=facts)
    return Exported(n_rows=n, n_apart=n_apart)


def _below(code: str) -> frozenset[int]:
    known = directory()
    top = known.ever.get(code)
    if top is None:
        raise UnknownCode({"kind": "body", "code": code})
    return frozenset(pk for pk, body in known.bodies_by_id.items() if body.path.startswith(top.path))
