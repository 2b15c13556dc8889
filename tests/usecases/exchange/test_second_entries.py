"""One appeal, registered in two systems: whatever fails between them, never twice and never lost. H19."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import timedelta

import pytest
from pypdf import PdfReader

from kairyluu.data.exchange.models import SecondEntry
from kairyluu.data.journal.models import Entry
from kairyluu.gateways.document_systems import http
from kairyluu.rules.exchange import second_entries as second
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.calls.print_journal import PrintJournal, print_journal
from kairyluu.usecases.calls.read_journal import ReadJournal, read_journal
from kairyluu.usecases.exchange.note_number import NoteNumber, NumberIncomplete, note_number
from kairyluu.usecases.exchange.send_again import EntryIsThere, SendAgain, send_again
from kairyluu.usecases.exchange.sweep_entries import SweepEntries, sweep_entries
from tests.cast import NOW, TODAY, Town
from tests.factories import calls, exchange
from tests.gateways.document_system import StandIn, stand_in
from tests.gateways.message_schema import faults_of


@pytest.fixture(scope="module")
def there() -> Iterator[StandIn]:
    with stand_in() as found:
        yield found


@pytest.fixture
def row(town: Town, there: StandIn) -> SecondEntry:
    there.do_next()
    exchange.system(town, address=there.address)
    return exchange.waiting(town)


def column(town: Town, language: str = "ky") -> str:
    command = ReadJournal(line=calls.LINE, year=2026, page=0, language=language)
    return read_journal(command, actor=town.operator.actor, now=NOW).lines[-1].second


def times(there: StandIn, row: SecondEntry) -> int:
    return int(there.registered()[str(row.pk)]["times"])


def test_the_journal_says_waiting_until_the_other_system_answers(
    town: Town, there: StandIn, row: SecondEntry
) -> None:
    assert column(town) == "ЭДЖТ: күтүлүүдө"

    assert exchange.tried(row) == second.REGISTERED

    number = there.registered()[str(row.pk)]["said"]["number"]
    assert column(town) == f"ЭДЖТ: № {number}, 10.03.2026"
    assert column(town, "ru") == f"СЭД: № {number}, 10.03.2026"
    command = PrintJournal(line=calls.LINE, year=2026, first_page=1, last_page=1, language="ky")
    printed = PdfReader(io.BytesIO(print_journal(command, actor=town.operator.actor, now=NOW)))
    assert number in printed.pages[0].extract_text()
    assert Entry.objects.filter(act="second_entry", appeal_id=row.appeal_id).count() == 1


def test_what_is_sent_is_as_the_schema_says(there: StandIn, row: SecondEntry) -> None:
    exchange.tried(row)

    sent = there.registered()[str(row.pk)]["sent"]
    assert faults_of(sent) == []
    assert (sent["number"], sent["confidential"]) == (row.appeal.number, False)
    assert calls.STORY["text"] in sent["text"]
    assert faults_of(sent | {"documents": []}) != []


@pytest.mark.parametrize("fault", ["500", "503", "429", "slow", "lost"])
def test_a_fault_is_tried_again_later_and_registers_once(
    town: Town, there: StandIn, row: SecondEntry, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http, "TIMEOUT", 0.4)
    there.do_next(fault)

    assert exchange.tried(row) == second.WAITING
    row.refresh_from_db()
    assert row.next_try_at
    assert timedelta(seconds=30) <= row.next_try_at - NOW <= timedelta(seconds=45)
    assert exchange.tried(row, NOW) == "early"
    assert column(town) == "ЭДЖТ: күтүлүүдө"

    assert exchange.tried(row) == second.REGISTERED
    assert times(there, row) == 1


def test_who_takes_a_message_without_a_number_is_asked_for_it(there: StandIn, row: SecondEntry) -> None:
    there.do_next("pending")

    assert exchange.tried(row) == second.HANDED
    assert exchange.tried(row) == second.REGISTERED
    assert times(there, row) == 1


def test_a_message_that_was_taken_and_forgotten_is_sent_once_more(there: StandIn, row: SecondEntry) -> None:
    there.do_next("forget")

    assert exchange.tried(row) == second.HANDED
    assert exchange.tried(row) == second.REGISTERED
    assert times(there, row) == 1


def test_the_number_of_another_appeal_is_not_believed(town: Town, there: StandIn, row: SecondEntry) -> None:
    exchange.tried(row)
    other = exchange.waiting(town)
    there.do_next("duplicate")

    assert exchange.tried(other) == second.DEAD
    other.refresh_from_db()
    assert (other.number, other.last_error) == ("", "number_taken")


def test_given_up_it_waits_for_a_person_who_sends_it_again(
    town: Town, there: StandIn, row: SecondEntry
) -> None:
    there.do_next("refused")
    assert exchange.tried(row) == second.DEAD
    assert column(town) == "ЭДЖТ: күтүлүүдө"

    with pytest.raises(NotAllowed):
        send_again(SendAgain(entry_id=row.pk), actor=town.executor.actor, now=NOW)
    send_again(SendAgain(entry_id=row.pk), actor=town.registrar.actor, now=NOW)

    assert exchange.tried(row) == second.REGISTERED
    with pytest.raises(EntryIsThere):
        send_again(SendAgain(entry_id=row.pk), actor=town.registrar.actor, now=NOW)
    acts = Entry.objects.filter(appeal_id=row.appeal_id, act__startswith="second").order_by("id")
    assert list(acts.values_list("act", flat=True)) == [
        "second_entry_failed",
        "second_entry_again",
        "second_entry",
    ]


def test_a_system_that_stays_away_is_given_up_after_about_a_day(town: Town) -> None:
    exchange.system(town)  # nobody listens there
    row = exchange.waiting(town)

    for n in range(1, second.MOST_ATTEMPTS + 1):
        state = exchange.tried(row)
        assert (state == second.DEAD) is (n == second.MOST_ATTEMPTS)
    row.refresh_from_db()
    assert row.last_tried_at
    assert timedelta(hours=12) < row.last_tried_at - NOW < timedelta(hours=36)


def test_the_registrar_writes_down_what_he_read_there(town: Town, row: SecondEntry) -> None:
    actor = town.registrar.actor
    for number, on in (("", TODAY), ("Э-7", None), ("Э-7", TODAY + timedelta(days=1))):
        with pytest.raises(NumberIncomplete):
            note_number(NoteNumber(entry_id=row.pk, number=number, on=on), actor=actor, now=NOW)

    note_number(NoteNumber(entry_id=row.pk, number=" Э-7 ", on=TODAY), actor=actor, now=NOW)

    assert column(town) == "ЭДЖТ: № Э-7, 10.03.2026"
    assert exchange.tried(row, NOW) == "early"


def test_of_a_complaint_kept_apart_the_other_system_hears_the_numbers_only(
    town: Town, there: StandIn
) -> None:
    there.do_next()
    exchange.system(town, address=there.address)
    row = exchange.waiting(town, concern="official", about_official=town.executor.official.code)  # type: ignore[union-attr]
    assert exchange.tried(row) == second.REGISTERED

    sent = there.registered()[str(row.pk)]["sent"]
    assert faults_of(sent) == []
    assert sent["confidential"]
    assert [sent[name] for name in ("applicant", "content", "text")] == ["", "", ""]


def test_of_a_confidential_appeal_neither_the_other_system_nor_the_exchange_keeps_the_caller(
    town: Town, there: StandIn
) -> None:
    there.do_next()
    exchange.system(town, address=there.address)
    row = exchange.waiting(town, confidential="on")
    assert exchange.tried(row) == second.REGISTERED

    sent = there.registered()[str(row.pk)]["sent"]
    assert [sent[name] for name in ("applicant", "content", "text")] == ["", "", ""]


def test_a_complaint_that_goes_above_is_not_registered_by_the_body_it_is_about(town: Town) -> None:
    exchange.system(town)

    calls.registered(town, concern="official", about_official=town.akim.official.code)  # type: ignore[union-attr]

    assert not SecondEntry.objects.exists()


def test_a_lost_task_is_woken_and_a_waiting_one_left_alone(town: Town, row: SecondEntry) -> None:
    def woken(after: timedelta) -> int:
        return sweep_entries(SweepEntries(), actor=SYSTEM_ACTOR, now=NOW + after)

    assert woken(timedelta(minutes=1)) == 0
    assert woken(timedelta(minutes=3)) == 1
    exchange.tried(row)
    assert woken(timedelta(days=1)) == 0


def test_waits_grow_and_are_spread() -> None:
    for n in range(1, 30):
        shortest = min(second.FIRST_WAIT * 2 ** (n - 1), second.LONGEST_WAIT)
        waits = {second.wait_before(n, key) for key in range(50)}

        assert all(shortest <= wait <= shortest * 1.5 for wait in waits)
        assert len(waits) > 40
