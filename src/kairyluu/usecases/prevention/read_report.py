"""The report on corruption and other offences, on the screen or as PDF; that its names were read is recorded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from kairyluu.data.journal.recording import record_look
from kairyluu.gateways import documents
from kairyluu.queries.oversight import may_watch
from kairyluu.queries.prevention.report import PreventionReport, Row, find_report, for_public
from kairyluu.rules import policies
from kairyluu.rules.facts import Actor
from kairyluu.rules.policies import Verdict
from kairyluu.rules.refusals import ALLOWED
from kairyluu.rules.steering.spans import Span
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act

FEW = -1


@dataclass(frozen=True, kw_only=True)
class ReadReport:
    """`is_public` leaves names, posts and institutions out, and hides small numbers."""

    span: Span
    language: str
    is_public: bool = False


@dataclass(frozen=True, kw_only=True)
class PrintReport(ReadReport):
    """`labels` are the words of the screen for each table and column, `few` for a small number, `unknown` for no name."""

    labels: Mapping[str, str] = field(default_factory=dict)


@act
def read_report(command: ReadReport, *, actor: Actor, now: datetime) -> PreventionReport:
    """Raises `NotAllowed`."""
    return _read(command, actor, now)


@act
def print_report(command: PrintReport, *, actor: Actor, now: datetime) -> bytes:
    """PDF/A. Raises `NotAllowed`."""
    report, said = _read(command, actor, now), command.labels
    columns = tuple(said[name] for name in ("name", "n", "n_confirmed", "n_measures"))
    parts = [
        documents.SheetPart(
            said[name],
            tables=(documents.SheetTable(said[name], columns, tuple(_cells(row, said) for row in rows)),),
        )
        for name, rows in report.tables.items()
    ]
    if report.repeated:
        names = tuple(
            (f"{one.official.full_name}, {one.post}", str(one.n), str(one.n_confirmed), "")
            for one in report.repeated
        )
        table = documents.SheetTable(said["repeated"], columns, names)
        parts.append(documents.SheetPart(said["repeated"], tables=(table,)))
    return documents.render(
        documents.PreventionPaper(
            language=command.language,
            made_at=now,
            body=", ".join(dict.fromkeys(post.title(command.language) for post in actor.posts)),
            period=f"{command.span.first_on:%d.%m.%Y}–{command.span.last_on:%d.%m.%Y}",
            printed=f"{date_in_bishkek(now):%d.%m.%Y}, {actor.name}",
            parts=tuple(parts),
        )
    )


def _read(command: ReadReport, actor: Actor, now: datetime) -> PreventionReport:
    policies.demand(ALLOWED if may_watch(actor) else Verdict("not_your_role"), "read_prevention")
    report = find_report(actor, command.span, command.language)
    if command.is_public:
        return for_public(report)
    if report.repeated:
        record_look(
            "prevention",
            actor=actor,
            now=now,
            officials=[one.official.pk for one in report.repeated],
            first_on=command.span.first_on.isoformat(),
            last_on=command.span.last_on.isoformat(),
        )
    return report


def _cells(row: Row, said: Mapping[str, str]) -> tuple[str, ...]:
    figures = (said["few"] if n == FEW else str(n) for n in (row.n, row.n_confirmed, row.n_measures))
    return (row.name or said["unknown"], *figures)
