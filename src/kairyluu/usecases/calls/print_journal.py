"""The numbered pages of the line's journal on paper, at any moment and with a closing sheet; and what is submitted to
the head on the same day. Regulation of the Alai line, III.2 and III.6."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from kairyluu.data.journal.recording import record_look
from kairyluu.gateways import documents
from kairyluu.queries.calls.journal import JournalLine, find_volume, list_day, list_pages
from kairyluu.queries.calls.lines import NoSuchLine
from kairyluu.queries.directory import directory
from kairyluu.rules import policies
from kairyluu.rules.calls.access import may_read_day
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import BISHKEK, date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.calls.read_journal import note_look, readable_line

MOST_PAGES = 400


@dataclass(frozen=True, kw_only=True)
class PrintJournal:
    """Pages from `first_page` to `last_page`, those that are begun; the sheet is in `language`, ky or ru."""

    line: str
    year: int
    first_page: int
    last_page: int
    language: str
    is_apart: bool = False


@dataclass(frozen=True, kw_only=True)
class PrintDay:
    body: str
    on: date
    language: str


class TooManyPages(Refused):
    """Print it in parts; facts: most."""


@act
def print_journal(command: PrintJournal, *, actor: Actor, now: datetime) -> bytes:
    """PDF/A, A4 landscape. Raises `NoSuchLine`, `NotAllowed` and `TooManyPages`."""
    line = readable_line(command.line, actor, is_apart=command.is_apart)
    volume = find_volume(line, command.year, is_apart=command.is_apart)
    pages = range(command.first_page, min(command.last_page, max(volume.n_pages, 1)) + 1)
    if len(pages) > MOST_PAGES:
        raise TooManyPages({"most": MOST_PAGES})
    lines = list_pages(actor, volume, pages, command.language)
    note_look(actor, now, line, lines, year=command.year, first_page=pages.start, last_page=pages.stop - 1)
    sheets = tuple(
        documents.JournalPage(number=number, is_closed=volume.is_full(number), rows=_rows(lines, number))
        for number in pages
    )
    return documents.render(
        documents.JournalSheet(
            language=command.language,
            made_at=now,
            body=line.body.name(command.language),
            line=line.number,
            year=command.year,
            is_apart=command.is_apart,
            pages=sheets,
            n_entries=len(lines),
            n_all_pages=volume.n_pages,
            printed=_printed(actor, now),
        )
    )


@act
def print_day(command: PrintDay, *, actor: Actor, now: datetime) -> bytes:
    """PDF/A of what was entered that day. Raises `NoSuchLine` and `NotAllowed`."""
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
        printed=True,
    )
    return documents.render(
        documents.SubmittedSheet(
            language=command.language,
            made_at=now,
            body=body.name(command.language),
            day=command.on.strftime("%d.%m.%Y"),
            rows=tuple(_row(line) for line in lines),
            printed=_printed(actor, now),
        )
    )


def _rows(lines: list[JournalLine], page: int) -> tuple[documents.JournalRow, ...]:
    return tuple(_row(line) for line in lines if line.page == page)


def _row(line: JournalLine) -> documents.JournalRow:
    received = line.received_at.astimezone(BISHKEK)
    moment = f"{received.hour}:{received.minute:02}\n{received.strftime('%d.%m.%Y')}"
    return documents.JournalRow(
        serial=str(line.serial),
        received=f"{moment}\n{line.second}".rstrip(),
        applicant=line.applicant,
        content=line.content,
        mark=line.mark,
    )


def _printed(actor: Actor, now: datetime) -> str:
    return f"{date_in_bishkek(now).strftime('%d.%m.%Y')}, {actor.name}"
