"""The rows of the demo's appeals, gathered in memory and written at once: three hundred stories in seconds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Model

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.identity import new_id
from kairyluu.data.appeals.models import Answer, Appeal, Applicant, Assignment, RegisterBook
from kairyluu.data.appeals.numbers import book_of
from kairyluu.data.journal.models import Entry
from kairyluu.data.outbox.models import Notice
from kairyluu.data.people.models import Account
from kairyluu.queries.actors import actor_of
from kairyluu.queries.directory import Directory
from kairyluu.queries.quality.near_copies import boilerplate
from kairyluu.rules.facts import Actor, AppealFacts
from kairyluu.rules.spelling import first_letter
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.demo.pictures import Files
from kairyluu.usecases.demo.steps import Step


@dataclass(kw_only=True, eq=False)
class Case:
    """One appeal while its story is replayed; the newest assignments only."""

    appeal: Appeal
    applicant: Applicant
    answer: Answer | None = None
    lead_id: int | None = None
    co_ids: frozenset[int] = frozenset()
    co_assignments: list[Assignment] = field(default_factory=list)

    def facts(self) -> AppealFacts:
        appeal = self.appeal
        return AppealFacts(
            id=appeal.id,
            state=appeal.state,
            kind=appeal.kind,
            body_id=appeal.body_id,
            body_path=appeal.body.path,
            lead_official_id=self.lead_id,
            co_official_ids=self.co_ids,
        )

    @property
    def letter(self) -> str:
        return first_letter(self.applicant.surname or self.applicant.organisation)


@dataclass(kw_only=True, eq=False)
class Ledger:
    """Everything to be written, by table, in the order of `add`."""

    known: Directory
    officials: dict[int, Account]
    citizens: dict[str, Account]
    cases: dict[int, Case] = field(default_factory=dict)
    books: dict[tuple[int, int], RegisterBook] = field(default_factory=dict)
    rows: dict[type[Model], list[Any]] = field(default_factory=dict)
    fixed: dict[tuple[str, str], str] = field(default_factory=dict)
    files: Files = field(default_factory=Files)

    def add(self, *rows: Model) -> None:
        for row in rows:
            self.rows.setdefault(type(row), []).append(row)

    def case(self, step: Step) -> Case:
        return self.cases[id(step.story)]

    def actor(self, step: Step) -> Actor:
        """Whoever does the step, with the posts held on that day."""
        if step.who is not None:
            return actor_of(self.officials[step.who.official_id], date_in_bishkek(step.at))
        return actor_of(self.citizens.get(step.story.sender.account), date_in_bishkek(step.at))

    def book(self, body: Body, on: date) -> RegisterBook:
        """The book of the year; numbers are taken from it in memory and written in the end."""
        key = (body.pk, on.year)
        if key not in self.books:
            self.books[key] = book_of(body, on.year, self.known.setting("register_pattern"))
        return self.books[key]

    def boilerplate(self, case: Case) -> str:
        """What stands in every answer of the body, looked up once."""
        key = (case.appeal.reply_language, case.appeal.body.code)
        if key not in self.fixed:
            self.fixed[key] = boilerplate(*key)
        return self.fixed[key]

    def tell(self, code: str, case: Case, at: datetime) -> None:
        """A letter that went out in its time; nothing is sent to anybody."""
        if not case.applicant.email:
            return
        notice = Notice(
            id=new_id(at),
            code=code,
            address=case.applicant.email,
            language=case.appeal.reply_language,
            appeal_id=case.appeal.id,
            created_at=at,
            state="sent",
            attempts=1,
            last_tried_at=at,
            sent_at=at,
        )
        self.add(notice)

    def write_rows(self) -> None:
        """One statement per table and batch: appeals first, then in the order of an appeal's life."""
        RegisterBook.objects.bulk_update(self.books.values(), ["last_serial", "last_outgoing"])
        for model, rows in sorted(self.rows.items(), key=lambda item: item[0] is not Appeal):
            if model is not Entry:
                model._default_manager.bulk_create(rows, batch_size=500)

    def write_journal(self, letters: Mapping[str, str]) -> None:
        """The hash of each letter stands beside its sending."""
        entries: list[Entry] = self.rows.get(Entry, [])
        for entry in entries:
            if entry.act == "send_answer" and str(entry.appeal_id) in letters:
                entry.facts["letter_sha256"] = letters[str(entry.appeal_id)]
        Entry.objects.bulk_create(entries, batch_size=500)
