"""The record of a body's heads: every figure with the head in office on the day that decides it."""

from __future__ import annotations

import io
from datetime import date, datetime, timedelta

import pytest
from pypdf import PdfReader

from kairyluu.data.agencies.models import Tenure
from kairyluu.data.appeals.models import Appeal, Rating
from kairyluu.data.journal.models import Look
from kairyluu.queries.answerability.record import BodyRecord, find_record
from kairyluu.queries.sight import NotYourBody
from kairyluu.rules.policies import NotAllowed
from kairyluu.rules.steering.attribution import FIGURES
from kairyluu.rules.steering.spans import Span
from kairyluu.usecases.answerability.print_record import PrintRecord, print_record
from kairyluu.usecases.answerability.read_cases import ReadCases, read_cases
from kairyluu.usecases.answers.send_answer import SendAnswer, send_answer
from kairyluu.usecases.appeals.refuse import RefuseToConsider, refuse_to_consider
from kairyluu.usecases.appeals.submit import Target
from tests.cast import NOW, TODAY, Member, Town
from tests.factories import appeals

YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))
LATER = date(2026, 4, 20)


def record_for(member: Member, town: Town, span: Span = YEAR, today: date = LATER) -> BodyRecord:
    return find_record(member.actor, town.body.code, span, language="ky", today=today)


def answered_late(town: Town) -> Appeal:
    """Due on 31 March, sent four working days later."""
    appeal = appeals.signed(town)
    return send_answer(
        SendAnswer(appeal_id=appeal.pk), actor=town.registrar.actor, now=NOW.replace(month=4, day=6)
    )


def change_head(town: Town, on: date) -> None:
    """The deputy becomes head on the day."""
    Tenure.objects.filter(official=town.akim.official).update(ends_on=on - timedelta(days=1))
    Tenure.objects.create(post=town.akim.post, official=town.deputy.official, starts_on=on)


def test_a_year_in_figures(town: Town) -> None:
    appeals.answered(town)
    answered_late(town)
    appeals.returned(town)
    appeals.received(town)
    refused = appeals.received(town)
    command = RefuseToConsider(appeal_id=refused.pk, ground="no_concrete_request", reason="Өтүнүч жок. " * 5)
    refuse_to_consider(command, actor=town.registrar.actor, now=NOW)

    (head,) = record_for(town.akim, town).heads

    assert {code: head.figures[code] for code in FIGURES if head.figures[code]} == {
        "received": 5,
        "registered_in_time": 4,
        "answered_in_time": 1,
        "answered_late": 1,
        "overdue_now": 2,
        "refused": 1,
        "returned": 1,
    }
    assert (head.name, head.late_days) == (town.akim.official.full_name, {4: 1})
    assert [(ground.code, n) for ground, n in head.grounds] == [("no_concrete_request", 1)]
    assert head.share_in_time == 25


def test_a_late_answer_is_of_the_head_on_the_due_day(town: Town) -> None:
    answered_late(town)
    change_head(town, date(2026, 4, 1))

    old, new = record_for(town.overseer, town).heads

    assert (old.name, old.figures["received"], old.figures["answered_late"]) == (
        town.akim.official.full_name,
        1,
        1,
    )
    assert (new.name, sum(new.figures.values())) == (town.deputy.official.full_name, 0)


def test_what_became_overdue_under_the_old_head_stays_his(town: Town) -> None:
    appeals.assigned(town)
    change_head(town, date(2026, 4, 1))

    old, new = record_for(town.overseer, town).heads

    assert (old.figures["overdue_now"], new.figures["overdue_now"]) == (1, 0)


def test_a_stand_in_is_named_with_whom_he_stands_in_for(town: Town) -> None:
    own = Tenure.objects.get(official=town.akim.official)
    Tenure.objects.create(
        post=own.post,
        official=town.deputy.official,
        starts_on=TODAY,
        ends_on=TODAY,
        stands_in_for=own,
    )
    appeals.received(town)

    heads = record_for(town.overseer, town).heads

    assert [(h.name, h.stands_in_for, h.figures["received"]) for h in heads] == [
        (town.akim.official.full_name, "", 0),
        (town.deputy.official.full_name, town.akim.official.full_name, 1),
        (town.akim.official.full_name, "", 0),
    ]


def test_ratings_count_for_the_day_the_answer_was_sent(town: Town) -> None:
    appeal = appeals.answered(town)
    Rating.objects.create(appeal=appeal, score=2, is_resolved=False, rated_at=NOW.replace(month=5))
    change_head(town, date(2026, 4, 1))

    old, new = record_for(town.overseer, town).heads

    assert (old.scores, old.mean_score, old.share_resolved) == ({2: 1}, 2.0, 0.0)
    assert new.mean_score is None


def test_what_one_may_not_see_one_may_not_count(town: Town) -> None:
    about = (Target(official=town.deputy.official.code),)
    appeals.registered(town, kind="complaint", targets=about)
    appeals.registered(town)

    assert record_for(town.deputy, town).whole.figures["received"] == 1
    assert record_for(town.akim, town).whole.figures["received"] == 2


@pytest.mark.parametrize("who", ["registrar", "executor", "controller", "body_admin"])
def test_the_record_is_for_heads_and_those_above(town: Town, who: str) -> None:
    with pytest.raises((NotAllowed, NotYourBody)):
        record_for(getattr(town, who), town)


@pytest.mark.parametrize("who", ["foreign_head", "portal_owner", "citizen", "operator_of_the_system"])
def test_for_others_there_is_no_such_body(town: Town, who: str) -> None:
    with pytest.raises(NotYourBody):
        record_for(getattr(town, who), town)


@pytest.mark.parametrize("figure", FIGURES)
def test_the_list_behind_a_figure_is_what_was_counted(town: Town, figure: str) -> None:
    rated = appeals.answered(town)
    Rating.objects.create(appeal=rated, score=5, is_resolved=True, rated_at=NOW)
    answered_late(town)
    appeals.returned(town)
    appeals.received(town)
    now = datetime.combine(LATER, NOW.timetz())

    rows = read_cases(
        ReadCases(body=town.body.code, figure=figure, span=YEAR), actor=town.akim.actor, now=now
    )

    assert len(rows) == record_for(town.akim, town).whole.figures[figure]
    look = Look.objects.get(what="list", facts__list=figure)
    assert look.appeal_ids == [row.pk for row in rows]


def test_the_same_as_a_document(town: Town) -> None:
    answered_late(town)
    change_head(town, date(2026, 4, 1))
    words = {code: f"<{code}>" for code in FIGURES}
    command = PrintRecord(body=town.body.code, span=YEAR, language="ky", labels=words, definitions=words)

    pdf = print_record(command, actor=town.overseer.actor, now=NOW.replace(month=4, day=20))

    pages = PdfReader(io.BytesIO(pdf)).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert b"pdfaid" in pdf
    assert f"1. {town.akim.official.full_name}, " in text
    assert f"2. {town.deputy.official.full_name}, " in text
    assert "<answered_late> 1" in text
    assert "4–7 күн: 1" in text
    assert f"1/{len(pages)}" in text
    assert Look.objects.filter(what="head_record", body_code=town.body.code).exists()
