"""What moves the day of the answer: the head's extension, a question to the applicant."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from kairyluu.data.appeals.models import Appeal, Clarification, Extension
from kairyluu.data.journal.models import Entry
from kairyluu.data.outbox.models import Notice
from kairyluu.data.reference.models import Setting
from kairyluu.rules.facts import SYSTEM_ACTOR, Actor
from kairyluu.rules.policies import NotAllowed
from kairyluu.rules.workdays import BISHKEK
from kairyluu.usecases.hands.ask_applicant import (
    ApplicantWasSilent,
    AskApplicant,
    QuestionStillOpen,
    ReplyDayNotPossible,
    ask_applicant,
)
from kairyluu.usecases.hands.extend import (
    AlreadyExtended,
    ClockStandsStill,
    ExtendTerm,
    ExtensionReasonTooShort,
    TermHasPassed,
    extend_term,
)
from kairyluu.usecases.hands.reply import (
    NoQuestionWaits,
    ReplyMissing,
    ReplyToQuestion,
    ResumeClocks,
    reply_to_question,
    resume_clocks,
)
from tests.cast import NOW, Member, Town
from tests.factories import appeals

WHY = "Жер кадастрынан маалымат күтүлүүдө, ал апрелдин башында келет."
QUESTION = "Кайсы көчөдө суу жок экенин жазыңыз."


def at(day: int, month: int = 3) -> datetime:
    return datetime(2026, month, day, 11, 0, tzinfo=BISHKEK)


def extend(appeal: Appeal, by: Member, now: datetime = NOW, reason: str = WHY) -> Appeal:
    command = ExtendTerm(appeal_id=appeal.pk, reason=reason)
    return extend_term(command, actor=by.actor_on(now.date()), now=now)


def ask(appeal: Appeal, by: Member, until: date, now: datetime = NOW) -> Appeal:
    command = AskApplicant(appeal_id=appeal.pk, question=QUESTION, due_on=until)
    return ask_applicant(command, actor=by.actor_on(now.date()), now=now)


def clock_stops() -> None:
    Setting.objects.filter(code="asking_stops_clock").update(value="yes")


def test_an_extension_moves_the_day_and_keeps_the_old_one(town: Town) -> None:
    appeal = appeals.assigned(town)
    assert appeal.consideration_due_on == date(2026, 3, 31)

    extend(appeal, town.akim)

    appeal.refresh_from_db()
    kept = Extension.objects.get()
    assert appeal.due_on == appeal.consideration_due_on == date(2026, 4, 30)
    assert appeal.deadline_reasons["consideration"]["due_on"] == "2026-03-31"
    assert appeal.deadline_reasons["extension"]["starts_on"] == "2026-03-31"
    assert (kept.old_due_on, kept.new_due_on, kept.author) == (
        date(2026, 3, 31),
        date(2026, 4, 30),
        town.akim.official,
    )
    told = Notice.objects.get(code="term_extended")
    assert (told.facts["old_due_on"], told.facts["new_due_on"]) == ("31.03.2026", "30.04.2026")
    entry = Entry.objects.get(act="extend")
    assert (entry.facts["old"], entry.facts["new"], entry.reason) == ("2026-03-31", "2026-04-30", WHY)


def test_once_by_the_head_with_a_reason_and_in_time(town: Town) -> None:
    appeal, late = appeals.assigned(town), appeals.assigned(town)

    for member in (town.deputy, town.registrar, town.executor):
        with pytest.raises(NotAllowed):
            extend(appeal, member)
    with pytest.raises(ExtensionReasonTooShort):
        extend(appeal, town.akim, reason="Убакыт керек.")
    with pytest.raises(TermHasPassed):
        extend(late, town.akim, at(1, 4))
    extend(late, town.akim, at(31))  # on the last day it is still in time
    extend(appeal, town.akim)
    with pytest.raises(AlreadyExtended):
        extend(appeal, town.akim)

    assert Extension.objects.count() == 2


def test_asking_leaves_the_clock_running_by_default(town: Town) -> None:
    appeal = appeals.assigned(town)

    ask(appeal, town.executor, date(2026, 3, 21))  # a Saturday: the next working day

    appeal.refresh_from_db()
    asked = Clarification.objects.get()
    assert (asked.stops_clock, asked.due_on) == (False, date(2026, 3, 23))
    assert appeal.due_on == date(2026, 3, 31)
    told = Notice.objects.get(code="applicant_asked")
    assert (told.facts["question"], told.facts["reply_by"]) == (QUESTION, "23.03.2026")
    with pytest.raises(QuestionStillOpen):
        ask(appeal, town.akim, date(2026, 3, 20))


@pytest.mark.parametrize("until", [date(2026, 3, 10), date(2026, 2, 1), date(2026, 6, 1)])
def test_a_reply_day_lies_ahead_and_not_too_far(town: Town, until: date) -> None:
    with pytest.raises(ReplyDayNotPossible):
        ask(appeals.assigned(town), town.executor, until)


def test_a_stopped_clock_gives_the_days_back_to_the_body(town: Town) -> None:
    clock_stops()
    appeal = appeals.assigned(town)

    ask(appeal, town.executor, date(2026, 3, 17))
    appeal.refresh_from_db()
    assert appeal.due_on == date(2026, 4, 7)  # five working days after 31 March
    with pytest.raises(ClockStandsStill):
        extend(appeal, town.akim)

    reply_to_question(
        ReplyToQuestion(appeal_id=appeal.pk, text=" Жаштык көчөсүндө. "), actor=Actor(), now=at(12)
    )

    appeal.refresh_from_db()
    assert appeal.due_on == appeal.consideration_due_on == date(2026, 4, 2)
    assert appeal.deadline_reasons["stopped"] == [
        {"asked_on": "2026-03-10", "until": "2026-03-12", "days": 2, "after": "consideration"}
    ]
    assert Clarification.objects.get().reply == "Жаштык көчөсүндө."
    assert Notice.objects.get(code="applicant_replied").address == town.executor.email
    extend(appeal, town.akim, at(2, 4))
    appeal.refresh_from_db()
    assert appeal.due_on == date(2026, 5, 11)  # thirty days from 2 April, then over the days off of May


def test_a_second_question_leaves_the_clock_running(town: Town) -> None:
    clock_stops()
    appeal = appeals.assigned(town)
    ask(appeal, town.executor, date(2026, 3, 17))
    reply_to_question(ReplyToQuestion(appeal_id=appeal.pk, text="Жаштык."), actor=Actor(), now=NOW)

    ask(appeal, town.executor, date(2026, 3, 20), NOW + timedelta(hours=1))

    appeal.refresh_from_db()
    assert appeal.due_on == date(2026, 3, 31)


def test_what_nobody_replied_to_goes_on_by_itself_once(town: Town) -> None:
    clock_stops()
    appeal = appeals.assigned(town)
    ask(appeal, town.executor, date(2026, 3, 13))

    same_day = resume_clocks(ResumeClocks(), actor=SYSTEM_ACTOR, now=at(13))
    later = [resume_clocks(ResumeClocks(), actor=SYSTEM_ACTOR, now=at(16)) for _ in range(2)]

    appeal.refresh_from_db()
    assert (same_day, later) == (0, [1, 0])
    assert appeal.due_on == date(2026, 4, 3)
    assert Clarification.objects.get().resumed_on == date(2026, 3, 16)
    assert Entry.objects.filter(act="resume_clock").count() == 1
    reply_to_question(ReplyToQuestion(appeal_id=appeal.pk, text="Кечиктим."), actor=Actor(), now=at(17))
    appeal.refresh_from_db()
    assert appeal.due_on == date(2026, 4, 3)


def test_whether_a_silent_applicant_is_asked_again_is_a_setting(town: Town) -> None:
    appeal = appeals.assigned(town)
    ask(appeal, town.executor, date(2026, 3, 13))
    resume_clocks(ResumeClocks(), actor=SYSTEM_ACTOR, now=at(16))

    Setting.objects.filter(code="ask_again_after_silence").update(value="no")
    with pytest.raises(ApplicantWasSilent):
        ask(appeal, town.executor, date(2026, 3, 20), at(16))
    Setting.objects.filter(code="ask_again_after_silence").update(value="yes")
    ask(appeal, town.executor, date(2026, 3, 20), at(16))


def test_a_reply_needs_words_and_a_question(town: Town) -> None:
    appeal = appeals.assigned(town)
    with pytest.raises(NoQuestionWaits):
        reply_to_question(ReplyToQuestion(appeal_id=appeal.pk, text="Жооп"), actor=Actor(), now=NOW)
    ask(appeal, town.executor, date(2026, 3, 20))
    with pytest.raises(ReplyMissing):
        reply_to_question(ReplyToQuestion(appeal_id=appeal.pk, text=" "), actor=Actor(), now=NOW)
    reply_to_question(ReplyToQuestion(appeal_id=appeal.pk, text="Жооп"), actor=Actor(), now=NOW)
    with pytest.raises(NoQuestionWaits):
        reply_to_question(ReplyToQuestion(appeal_id=appeal.pk, text="Дагы"), actor=Actor(), now=NOW)


def test_only_who_works_on_it_asks(town: Town) -> None:
    appeal = appeals.assigned(town, with_co_executor=True)

    for member in (town.co_executor, town.registrar):
        with pytest.raises(NotAllowed):
            ask(appeal, member, date(2026, 3, 20))
    ask(appeal, town.deputy, date(2026, 3, 20))


def test_the_reply_reaches_a_head_who_asked_before_anybody_was_named(town: Town) -> None:
    appeal = appeals.registered(town)
    ask(appeal, town.akim, date(2026, 3, 20))

    reply_to_question(ReplyToQuestion(appeal_id=appeal.pk, text="Жаштыкта."), actor=Actor(), now=NOW)

    assert Notice.objects.get(code="applicant_replied").address == town.akim.email
