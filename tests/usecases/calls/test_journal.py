"""The journal of the line: regulation III.6, column by column, on the screen and in the PDF's text."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from pypdf import PdfReader

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.calls.models import JournalEntry
from kairyluu.data.journal.models import Look
from kairyluu.queries.calls.journal import find_volume, list_day, list_pages
from kairyluu.queries.calls.lines import find_line
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.calls.correct_entry import CorrectEntry, correct_entry
from kairyluu.usecases.calls.print_journal import PrintDay, PrintJournal, print_day, print_journal
from kairyluu.usecases.calls.read_journal import ReadJournal, read_journal
from tests.cast import NOW, TODAY, Member, Town
from tests.factories import calls

COLUMNS = (  # the regulation's own words, III.6
    "катар номуру",
    "кайрылуунун келип түшкөн убактысы жана датасы",
    "арыз ээсинин аты-жөнү, үй/почта даректери, телефон номуру",
    "кайрылуунун кыскача мазмуну",
    "кайрылууну кароонун жыйынтыгы боюнча белги",
)
LATER = NOW + timedelta(hours=1)


def reading(page: int = 0, **changes: object) -> ReadJournal:
    return ReadJournal(**{"line": calls.LINE, "year": 2026, "page": page, "language": "ky"} | changes)  # type: ignore[arg-type]


def read(member: Member, page: int = 0, **changes: object) -> list[tuple[int, str]]:
    found = read_journal(reading(page, **changes), actor=member.actor, now=LATER)
    return [(line.serial, line.content) for line in found.lines]


def pdf(member: Member, first: int = 1, last: int = 9, language: str = "ky") -> PdfReader:
    command = PrintJournal(line=calls.LINE, year=2026, first_page=first, last_page=last, language=language)
    return PdfReader(io.BytesIO(print_journal(command, actor=member.actor, now=LATER)))


def words(page: object) -> str:
    return " ".join(page.extract_text().split())  # type: ignore[attr-defined]


def test_entries_are_numbered_without_gap_and_lie_six_on_a_page(town: Town) -> None:
    for _ in range(4):
        calls.registered(town)
        calls.noted(town)  # no appeal: not in the journal
        calls.explained(town)

    assert list(JournalEntry.objects.values_list("serial", flat=True)) == list(range(1, 9))
    assert [serial for serial, _ in read(town.operator)] == [7, 8]
    assert [serial for serial, _ in read(town.operator, 1)] == [1, 2, 3, 4, 5, 6]


def test_the_mark_fills_itself_when_the_appeal_is_answered(town: Town) -> None:
    done = calls.registered(town)
    volume = find_volume(find_line(calls.LINE), 2026, is_apart=False)

    def mark() -> str:
        return list_pages(town.operator.actor, volume, range(1, 2), "ky")[0].mark

    appeal = Appeal.objects.get(pk=done.appeal_id)
    assert mark().startswith(f"{appeal.number}, мөөнөтү ")
    values = {"state": "answered", "is_open": False, "closed_at": LATER, "closed_on": TODAY, "due_on": None}
    Appeal.objects.filter(pk=appeal.pk).update(**values)
    assert mark() == f"10.03.2026, {appeal.number}"


def test_an_entry_cannot_be_changed_or_deleted(town: Town) -> None:
    calls.registered(town)

    for sql in ("UPDATE calls_journalentry SET content = 'x'", "DELETE FROM calls_journalentry"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)


def test_a_correction_is_a_further_entry_that_refers_to_the_first(town: Town) -> None:
    calls.registered(town)
    first = JournalEntry.objects.get()
    command = CorrectEntry(
        entry_id=first.pk, applicant="Сыналбаев Кадырбек", content="Зым үзүлгөн", reason="аты туура эмес"
    )

    made = correct_entry(command, actor=town.operator.actor, now=LATER)

    assert (made.serial, made.corrects_id, made.appeal_id) == (2, first.pk, first.appeal_id)
    first.refresh_from_db()
    assert first.applicant.startswith("Сыналбаев Кадыр;")
    page = read_journal(reading(), actor=town.operator.actor, now=LATER)
    assert page.lines[1].mark == "№ 1 жазууну оңдойт: аты туура эмес"
    for who in ("akim", "registrar", "foreign_registrar", "overseer"):
        with pytest.raises(Refused):
            correct_entry(command, actor=getattr(town, who).actor, now=LATER)


def test_a_correction_pressed_twice_is_one_entry(town: Town) -> None:
    calls.registered(town)
    command = CorrectEntry(
        entry_id=JournalEntry.objects.get().pk, applicant="Сыналбаев Кадырбек", content="Зым", reason="аты"
    )

    made = [correct_entry(command, actor=town.operator.actor, now=LATER).serial for _ in range(2)]

    assert made == [2, 2]
    assert JournalEntry.objects.count() == 2


def test_only_the_lines_post_and_its_superiors_read_and_each_look_is_recorded(town: Town) -> None:
    calls.registered(town)

    for who in ("operator", "akim", "deputy", "overseer"):
        assert len(read(getattr(town, who))) == 1
    for who in ("registrar", "executor", "controller", "foreign_head", "body_admin", "citizen"):
        with pytest.raises(Refused):
            read(getattr(town, who))
    looks = Look.objects.filter(what="hotline_journal")
    assert looks.count() == 4
    assert looks[0].facts["serials"] == [1]


def test_the_printed_columns_are_those_of_the_regulation(town: Town) -> None:
    calls.registered(town)
    calls.explained(town)

    sheet = pdf(town.operator)

    text = words(sheet.pages[0])
    for column in COLUMNS:
        assert column in text
    places = [text.index(column) for column in COLUMNS]
    assert places == sorted(places)
    assert "10:00 10.03.2026 Сыналбаев Кадыр; Кабылан-Көл, 00; +996700000004" in text
    assert "Электр зымы үйдүн үстүнөн өткөн." in text
    assert "Түшүндүрмө берилди: " in text
    assert "1-бет" in text
    box = sheet.pages[0].mediabox
    assert (round(box.width), round(box.height)) == (842, 595)  # A4 landscape


@pytest.mark.parametrize(("language", "counted"), [("ky", "беттердин саны: 2"), ("ru", "распечатке: 2")])
def test_the_closing_sheet_counts_the_pages(town: Town, language: str, counted: str) -> None:
    for _ in range(7):
        calls.explained(town)

    sheet = pdf(town.akim, language=language)

    assert len(sheet.pages) == 3  # two of the journal, one that counts
    assert counted in words(sheet.pages[2])
    assert "1–2" in words(sheet.pages[2])


def test_a_closed_page_stays_the_same_whatever_comes_later(town: Town) -> None:
    long = "Өтө узун мазмун менен жазылган кайрылуу " * 40
    for _ in range(6):
        calls.explained(town, text=long, home_address="Узун дарек " * 25)
    before = words(pdf(town.operator, 1, 1).pages[0])

    calls.explained(town)
    entry = JournalEntry.objects.get(serial=1)
    correct_entry(
        CorrectEntry(entry_id=entry.pk, applicant="", content="x", reason="y"),
        actor=town.operator.actor,
        now=LATER,
    )

    again = pdf(town.operator, 1, 1)
    assert words(again.pages[0]) == before
    assert len(again.pages) == 2  # however long the words: one page is one sheet, and the closing one
    assert [page for page in JournalEntry.objects.values_list("page", flat=True)] == [1] * 6 + [2] * 2


def test_what_was_entered_today_lies_before_the_head(town: Town) -> None:
    calls.explained(town, now=NOW - timedelta(days=1))
    calls.registered(town)

    lines = list_day(town.akim.actor, town.body, TODAY, "ky")
    assert [line.serial for line in lines] == [2]
    sheet = print_day(
        PrintDay(body=town.body.code, on=TODAY, language="ru"), actor=town.akim.actor, now=LATER
    )
    text = words(PdfReader(io.BytesIO(sheet)).pages[0])
    assert "внесённые на рассмотрение" in text
    assert "Сыналбаев Кадыр" in text
    for who in ("operator", "registrar", "foreign_head"):
        with pytest.raises(Refused):
            print_day(
                PrintDay(body=town.body.code, on=TODAY, language="ky"),
                actor=getattr(town, who).actor,
                now=LATER,
            )


@pytest.mark.parametrize("about", ["akim", "deputy"])
def test_who_is_complained_about_never_sees_the_entry(town: Town, about: str) -> None:
    named: Member = getattr(town, about)
    calls.registered(town)
    hidden = "Даттануу: кызматкер убадасын аткарган жок."
    done = calls.registered(town, concern="official", about_official=named.official.code, text=hidden)  # type: ignore[union-attr]
    calls.registered(town)

    assert [serial for serial, _ in read(named)] == [1, 2], "and no gap tells of it"
    with pytest.raises(Refused):
        read(named, is_apart=True)
    today = list_day(named.actor, town.body, TODAY, "ky")
    assert [line.serial for line in today] == [1, 2]
    assert read(town.operator, is_apart=True) == [(1, hidden)]
    assert read(town.overseer, is_apart=True) == [(1, hidden)]
    appeal = Appeal.objects.get(pk=done.appeal_id)
    assert (appeal.body == town.body) is (about != "akim")  # the akim's goes above
