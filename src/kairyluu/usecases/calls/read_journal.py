"""Reading a page of the line's journal, or what is submitted to the head today; who read which entries is recorded.
Regulation of the Alai line, III.2 and III.6."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from kairyluu.data.agencies.models import Line
from kairyluu.data.journal.recording import record_look
from kairyluu.queries.calls.journal import (
    JournalLine,
    Volume,
    find_volume,
    has_volume_apart,
    list_day,
    list_pages,
    verdict_on,
)
from kairyluu.queries.calls.lines import NoSuchLine, find_line
from kairyluu.queries.directory import directory
from kairyluu.rules import policies
from kairyluu.rules.calls.access import may_read_day
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act


@dataclass(frozen=True, kw_only=True)
class ReadJournal:
    """A page of 0 is the newest one."""

    line: str
    year: int
    page: int
    language: str
    is_apart: bool = False


@dataclass(frozen=True, kw_only=True)
class ReadDay:
    """`body` is the code of the body whose head reads."""

    body: str
    on: date
    language: str


@dataclass(frozen=True, kw_only=True)
class JournalPage:
    volume: Volume
    number: int
    lines: tuple[JournalLine, ...]


@act
def read_journal(command: ReadJournal, *, actor: Actor, now: datetime) -> JournalPage:
    """Raises `NoSuchLine` and `NotAllowed`."""
    line = readable_line(command.line, actor, is_apart=command.is_apart)
    volume = find_volume(line, command.year, is_apart=command.is_apart)
    newest = max(volume.n_pages, 1)
    number = min(command.page, newest) if command.page > 0 else newest
    lines = list_pages(actor, volume, range(number, number + 1), command.language)
    note_look(actor, now, line, lines, year=command.year, first_page=number, last_page=number)
    return JournalPage(volume=volume, number=number, lines=tuple(lines))


@act
def read_day(command: ReadDay, *, actor: Actor, now: datetime) -> list[JournalLine]:
    """Raises `NoSuchLine` and `NotAllowed`."""
    body = directory().bodies.get(command.body)
    if body is None:
        raise NoSuchLine()
    policies.demand(may_read_day(actor, body.pk), "read_day")
    lines = list_day(actor, body, command.on, command.language)
    record_look(
        "submitted_to_head",
        actor=actor,
        now=now,
        appeal_ids=[line.appeal_id for line in lines if line.appeal_id],
        body_code=body.code,
        on=command.on.isoformat(),
        n=len(lines),
    )
    return lines


def readable_line(code: str, actor: Actor, *, is_apart: bool) -> Line:
    """Raises `NoSuchLine` and `NotAllowed`."""
    line = find_line(code)
    policies.demand(verdict_on(actor, line), "read_journal")
    if is_apart and not has_volume_apart(actor, line):
        raise NoSuchLine()
    return line


def note_look(actor: Actor, now: datetime, line: Line, lines: list[JournalLine], **facts: Any) -> None:
    record_look(
        "hotline_journal",
        actor=actor,
        now=now,
        appeal_ids=[entry.appeal_id for entry in lines if entry.appeal_id],
        body_code=line.body.code,
        line=line.code,
        serials=[entry.serial for entry in lines],
        **facts,
    )
