"""What hangs on an appeal moves with the calendar too: questions to the applicant, receipts outside office hours,
forwardings."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import Appeal, Clarification, Handover
from kairyluu.data.journal.models import Entry
from kairyluu.data.outbox.models import Notice
from kairyluu.data.reference.models import CalendarDay as CalendarRow
from kairyluu.data.reference.models import Setting, Term
from kairyluu.queries.clock.changing import foresee
from kairyluu.queries.clock.moves import ChangedDay
from kairyluu.queries.directory import directory, list_calendar_days
from kairyluu.queries.hands.steps import list_steps
from kairyluu.rules.facts import SYSTEM_ACTOR, Actor
from kairyluu.rules.workdays import BISHKEK
from kairyluu.usecases.appeals.opening import main_applicant
from kairyluu.usecases.clock.change_calendar import ChangeCalendar, change_calendar
from kairyluu.usecases.clock.updating import recount_after
from kairyluu.usecases.hands.ask_applicant import AskApplicant, ask_applicant
from kairyluu.usecases.hands.extend import ExtendTerm, extend_term
from kairyluu.usecases.hands.forward import ForwardAppeal, forward_appeal
from kairyluu.usecases.hands.reply import ReplyToQuestion, reply_to_question
from tests.cast import NOW, Town
from tests.factories import appeals

NAMES = {"name_ky": "Орозо айт", "name_ru": "Орозо айт", "name_en": "Orozo Ait"}
FRIDAY, MONDAY = date(2026, 3, 13), date(2026, 3, 16)
REASON = "Адистин корутундусу керек, ал апрелде даяр болот."


def enter(town: Town, day: date, kind: str = "holiday") -> Entry:
    command = ChangeCalendar(date=day, kind=kind, **NAMES)
    return change_calendar(command, actor=town.operator_of_the_system.actor, now=NOW + timedelta(hours=1))


def ask(town: Town, *, stops: str) -> Clarification:
    Setting.objects.filter(code="asking_stops_clock").update(value=stops)
    appeal = appeals.assigned(town)
    command = AskApplicant(appeal_id=appeal.pk, question="Кайсы көчөдө суу жок?", due_on=FRIDAY)
    ask_applicant(command, actor=town.executor.actor, now=NOW)
    return Clarification.objects.get(appeal=appeal)


@pytest.mark.parametrize("stops", ["yes", "no"])
def test_a_question_gives_as_many_working_days_as_before(town: Town, stops: str) -> None:
    asked = ask(town, stops=stops)
    before = Appeal.objects.get(pk=asked.appeal_id).due_on
    Notice.objects.all().delete()

    entry = enter(town, date(2026, 3, 12))

    asked.refresh_from_db()
    assert asked.due_on == MONDAY
    lines = {line["duty"]: (line["old"], line["new"]) for line in entry.facts["moved"]}
    assert lines["question"] == ("2026-03-13", "2026-03-16")
    assert (entry.facts["n_moved"], len(lines)) == (1, 2)
    appeal = asked.appeal
    assert before is not None
    assert appeal.due_on == directory().calendar.next_working_day(before)
    if stops == "yes":
        assert appeal.deadline_reasons["stopped"][0]["until"] == "2026-03-16"
    assert "13.03.2026 → 16.03.2026" in Notice.objects.get(code="days_moved").facts["questions"]
    assert Entry.objects.filter(appeal_id=appeal.pk, facts__duty="question").count() == 1

    enter(town, date(2026, 3, 12), kind="")
    asked.refresh_from_db()
    assert (asked.due_on, Appeal.objects.get(pk=appeal.pk).due_on) == (FRIDAY, before)


def test_the_applicant_is_written_to_when_the_day_for_his_reply_moves(town: Town) -> None:
    asked = ask(town, stops="no")
    Notice.objects.all().delete()

    entry = enter(town, date(2026, 3, 12))

    letter = Notice.objects.get(code="reply_day_moved")
    assert (letter.appeal_id, letter.address) == (asked.appeal_id, main_applicant(asked.appeal).email)
    assert letter.language == asked.appeal.reply_language
    said = {name: letter.facts[name] for name in ("day", "name", "old_reply_by", "reply_by", "question")}
    assert said == {
        "day": "12.03.2026",
        "name": "Орозо айт",
        "old_reply_by": "13.03.2026",
        "reply_by": "16.03.2026",
        "question": asked.question,
    }
    assert entry.facts["n_applicants_told"] == 1
    steps = [(step.word, step.until) for step in list_steps(asked.appeal_id)]
    assert steps[-2:] == [("asked", FRIDAY), ("reply_moved", MONDAY)]

    Notice.objects.all().delete()
    reply_to_question(ReplyToQuestion(appeal_id=asked.appeal_id, text="Жаштык."), actor=Actor(), now=NOW)
    enter(town, date(2026, 3, 12), kind="")
    assert not Notice.objects.filter(code="reply_day_moved").exists()


def test_new_reference_files_tell_the_applicant_too(town: Town) -> None:
    asked = ask(town, stops="no")
    before = list_calendar_days()
    CalendarRow.objects.create(date=date(2026, 3, 12), kind="holiday", is_active=True, **NAMES)
    Notice.objects.all().delete()

    recount_after(before, actor=SYSTEM_ACTOR, now=NOW)

    asked.refresh_from_db()
    letter = Notice.objects.get(code="reply_day_moved")
    assert (asked.due_on, letter.facts["reply_by"]) == (MONDAY, "16.03.2026")


def test_what_came_outside_the_hours_counts_from_the_next_day_that_is_worked(town: Town) -> None:
    Setting.objects.filter(code="received_outside_hours_counts_next").update(value="yes")
    Body.objects.filter(pk=town.body.pk).update(hours={"winter_hours": "09:00-18:00"})
    saturday = datetime(2026, 3, 14, 11, 0, tzinfo=BISHKEK)
    appeal = appeals.received(town, now=saturday)
    reasons = appeal.deadline_reasons
    assert appeal.due_on == date(2026, 3, 17)

    enter(town, MONDAY)

    appeal.refresh_from_db()
    assert appeal.counted_received_at == datetime(2026, 3, 17, 9, 0, tzinfo=BISHKEK)
    assert appeal.due_on == appeal.registration_due_on == date(2026, 3, 18)
    assert appeal.deadline_reasons["receipt"] == reasons["receipt"] | {
        "counted_at": "2026-03-17T09:00:00+06:00"
    }
    enter(town, MONDAY, kind="")
    appeal.refresh_from_db()
    assert (appeal.due_on, appeal.deadline_reasons) == (date(2026, 3, 17), reasons)

    enter(town, saturday.date(), kind="working_day_by_decision")
    appeal.refresh_from_db()
    assert (appeal.counted_received_at, appeal.due_on) == (None, MONDAY)
    assert "receipt" not in appeal.deadline_reasons


def test_the_day_of_a_forwarding_moves_while_the_receiver_works_and_the_preview_says_so(town: Town) -> None:
    appeal = appeals.registered(town)
    command = ForwardAppeal(
        appeal_id=appeal.pk, to=town.ministry.code, reason="Бул маселе министрликтин карамагында."
    )
    forward_appeal(command, actor=town.registrar.actor, now=NOW)
    given = Handover.objects.get(appeal=appeal)
    assert given.due_on == date(2026, 3, 17)
    row = ChangeCalendar(date=MONDAY, kind="holiday", **NAMES).row()

    seen = foresee(row, ChangedDay(MONDAY), actor=town.operator_of_the_system.actor)
    entry = enter(town, MONDAY)

    given.refresh_from_db()
    assert given.due_on == date(2026, 3, 18)
    assert [(move.duty, move.new_on) for move in seen.side] == [("handover", given.due_on)]
    assert "handover" in {line["duty"] for line in entry.facts["moved"]}


def test_extension_and_forwarding_have_terms_of_their_own_for_a_kind(town: Town) -> None:
    for family in ("extension", "forwarding"):
        term = Term.objects.get(family=family)
        term.pk, term.code, term.kind = None, f"{family}-own", "application"
        term.amount, term.unit, term.roll = 3, "working_days", "none"
        term.save(force_insert=True)
    own, other = appeals.assigned(town), appeals.registered(town, kind="proposal")

    extend_term(ExtendTerm(appeal_id=own.pk, reason=REASON), actor=town.akim.actor, now=NOW)
    command = ForwardAppeal(appeal_id=other.pk, to=town.ministry.code, reason=REASON)
    forward_appeal(command, actor=town.registrar.actor, now=NOW)

    own.refresh_from_db()
    assert own.deadline_reasons["extension"]["term_id"] == "extension-own"
    assert Handover.objects.get(appeal=other).due_on == date(2026, 3, 17)
