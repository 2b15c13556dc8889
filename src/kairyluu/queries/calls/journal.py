"""The journal of a line: who reads which of its entries. A complaint about somebody lies in a volume apart, of which an
operator reads what he wrote himself and an overseer what is not about him: no gap of the open volume tells of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from kairyluu.data.agencies.models import Body, Line
from kairyluu.data.calls.models import JournalBook, JournalEntry
from kairyluu.queries.calls.lines import answers, lines_answered_by, posts_of
from kairyluu.queries.calls.marks import marks_of
from kairyluu.queries.directory import directory
from kairyluu.queries.exchange.second_entries import words_for
from kairyluu.queries.sight import unaccused
from kairyluu.rules import policies
from kairyluu.rules.calls.access import may_read_journal, may_take_call
from kairyluu.rules.calls.journal import is_full, page_of
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Verdict
from kairyluu.rules.workdays import BISHKEK


@dataclass(frozen=True, kw_only=True)
class JournalLine:
    """The five columns, `mark` in the asked language; `second` is the registration in the document system (H19), empty
    where there is none."""

    id: int
    serial: int
    page: int
    received_at: datetime
    applicant: str
    content: str
    mark: str
    operator: str
    corrects: int | None
    appeal_id: UUID | None
    second: str = ""


@dataclass(frozen=True, kw_only=True)
class Volume:
    """`n_pages` counts begun pages; `last_serial` entries are in it."""

    line: Line
    year: int
    is_apart: bool
    last_serial: int

    @property
    def n_pages(self) -> int:
        return page_of(self.last_serial) if self.last_serial else 0

    def is_full(self, page: int) -> bool:
        return is_full(page, self.last_serial)


def verdict_on(actor: Actor, line: Line) -> Verdict:
    may_take = may_take_call(actor, line.body_id, posts_of(line))
    return may_read_journal(actor, line.body_id, line.body.path, may_take)


def list_readable(actor: Actor) -> list[Line]:
    """The lines whose journal the actor may read, his own first."""
    found = [line for line in directory().lines.values() if verdict_on(actor, line)]
    mine = {line.pk for line in lines_answered_by(actor)}
    return sorted(found, key=lambda line: (line.pk not in mine, line.code))


def has_volume_apart(actor: Actor, line: Line) -> bool:
    return answers(actor, line) or policies.oversees(actor, line.body.path)


def find_volume(line: Line, year: int, *, is_apart: bool) -> Volume:
    book = JournalBook.objects.filter(line_id=line.pk, year=year, is_apart=is_apart).first()
    return Volume(line=line, year=year, is_apart=is_apart, last_serial=book.last_serial if book else 0)


def list_years(line: Line) -> list[int]:
    return sorted(
        set(JournalBook.objects.filter(line_id=line.pk).values_list("year", flat=True)), reverse=True
    )


def list_pages(actor: Actor, volume: Volume, pages: range, language: str) -> list[JournalLine]:
    """The entries of these pages that the actor may read, in order."""
    wanted = visible_entries(actor).filter(
        book__line_id=volume.line.pk,
        book__year=volume.year,
        book__is_apart=volume.is_apart,
        page__gte=pages.start,
        page__lt=pages.stop,
    )
    return _lines(list(_with_appeal(wanted).order_by("serial")), language)


def list_day(actor: Actor, body: Body, day: date, language: str) -> list[JournalLine]:
    """What was entered for the body's lines on the day, of the open volumes."""
    begins = datetime.combine(day, datetime.min.time(), BISHKEK)
    ends = datetime.combine(day, datetime.max.time(), BISHKEK)
    wanted = visible_entries(actor).filter(
        book__line__body_id=body.pk, book__is_apart=False, written_at__range=(begins, ends)
    )
    return _lines(list(_with_appeal(wanted).order_by("book_id", "serial")), language)


def visible_entries(actor: Actor) -> QuerySet[JournalEntry]:
    """All but those about the actor or his body; of volumes apart only what he wrote or oversees."""
    mine, me = {post.body_id for post in actor.posts}, actor.official_id
    if me is None:
        return JournalEntry.objects.none()
    entries = JournalEntry.objects.order_by().filter(
        Q(appeal__isnull=True) | Q(appeal__in=unaccused(actor).values("pk")) | Q(operator_id=me)
    )
    entries = entries.exclude(call__official_id=me)
    entries = entries.exclude(Q(call__named_body_id__in=mine) & ~Q(operator_id=me))
    seen_apart = Q(operator_id=me)
    for path in {p.body_path for p in actor.posts if p.role == "overseer"}:
        seen_apart |= Q(book__line__body__path__startswith=path)
    if actor.has_role("execution_controller"):
        return entries
    return entries.filter(Q(book__is_apart=False) | seen_apart)


def _with_appeal(entries: QuerySet[JournalEntry]) -> QuerySet[JournalEntry]:
    return entries.select_related("appeal__outcome", "corrects", "book__line__body").defer(
        "appeal__search", "appeal__text"
    )


def _lines(entries: list[JournalEntry], language: str) -> list[JournalLine]:
    marks = marks_of(entries, language)
    seconds = words_for([entry.pk for entry in entries if entry.appeal_id], language)
    return [
        JournalLine(
            id=entry.pk,
            serial=entry.serial,
            page=entry.page,
            received_at=entry.received_at,
            applicant=entry.applicant,
            content=entry.content,
            mark=marks[entry.pk],
            operator=entry.operator_name,
            corrects=entry.corrects.serial if entry.corrects else None,
            appeal_id=entry.appeal_id,
            second=seconds.get(entry.pk, ""),
        )
        for entry in entries
    ]


def find_entry(actor: Actor, entry_id: int) -> JournalLine | None:
    """An entry that the actor may correct: of a line he answers."""
    found = _with_appeal(visible_entries(actor)).filter(pk=entry_id).first()
    if found is None or not answers(actor, found.book.line):
        return None
    return _lines([found], "ky")[0]
