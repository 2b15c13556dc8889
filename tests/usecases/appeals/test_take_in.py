"""The registrar enters what came on paper, by e-mail or at a reception."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from kairyluu.data.appeals.models import Appeal, Applicant
from kairyluu.data.journal.models import Entry
from kairyluu.queries.directory import UnknownCode
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.appeals.submit import Target
from kairyluu.usecases.appeals.take_in import ReceivedInFuture, TakeIn, TakenIn, take_in
from tests.cast import NOW, Town
from tests.factories import appeals

YESTERDAY = NOW - timedelta(days=1)


def command(town: Town, **changes: Any) -> TakeIn:
    values = {
        "submission_key": uuid4(),
        "body": town.body.code,
        "channel": "post",
        "received_at": YESTERDAY,
        "content": appeals.WATER,
        "applicant": appeals.SENDER,
    }
    return TakeIn(**(values | changes))


def take(town: Town, who: str = "registrar", **changes: Any) -> TakenIn:
    return take_in(command(town, **changes), actor=getattr(town, who).actor, now=NOW)


def test_one_act_takes_in_and_registers_with_the_day_it_came(town: Town) -> None:
    done = take(town, source_number="№ 12-4/77, 05.03.2026")

    appeal = Appeal.objects.get(pk=done.appeal_id)
    assert (done.number, appeal.state, appeal.channel.code) == ("АЛ-2026-00001", "registered", "post")
    assert appeal.received_at == YESTERDAY
    # Counted from the registration of today, not from the receipt of yesterday.
    assert appeal.due_on is not None
    assert appeal.due_on.isoformat() == "2026-03-31"
    assert appeal.source_number == "№ 12-4/77, 05.03.2026"
    assert [entry.act for entry in Entry.objects.filter(appeal_id=appeal.pk)] == ["take_in"]


def test_paper_and_portal_share_one_book(town: Town) -> None:
    numbers = [
        take(town).number,
        appeals.registered(town).number,
        take(town, channel="official_email").number,
    ]

    assert numbers == ["АЛ-2026-00001", "АЛ-2026-00002", "АЛ-2026-00003"]


def test_the_same_form_sent_again_answers_with_the_same_number(town: Town) -> None:
    key = uuid4()

    first, second = take(town, submission_key=key), take(town, submission_key=key)

    assert (second.number, second.secret, second.is_repeat) == (first.number, first.secret, True)
    assert Appeal.objects.count() == 1
    assert take(town).number == "АЛ-2026-00002"


def test_a_collective_appeal_counts_who_signed_with_the_sender(town: Town) -> None:
    done = take(town, cosigners=(appeals.SENDER, appeals.SENDER))

    appeal = Appeal.objects.get(pk=done.appeal_id)
    assert (appeal.is_collective, appeal.n_cosigners) == (True, 2)
    assert Applicant.objects.filter(appeal=appeal).count() == 3


def test_nothing_comes_from_the_future_and_nothing_is_entered(town: Town) -> None:
    with pytest.raises(ReceivedInFuture):
        take(town, received_at=NOW + timedelta(minutes=1))
    with pytest.raises(UnknownCode):
        take(town, channel="pigeon")

    assert not Appeal.objects.exists()
    assert take(town).number == "АЛ-2026-00001"


@pytest.mark.parametrize(
    "who", ["akim", "executor", "foreign_registrar", "overseer", "citizen", "body_admin"]
)
def test_only_the_registrar_of_the_body_takes_in(town: Town, who: str) -> None:
    with pytest.raises(NotAllowed):
        take(town, who=who)
    assert not Appeal.objects.exists()


def test_nobody_takes_in_a_complaint_about_himself(town: Town) -> None:
    about = Target(official=town.registrar.official.code)

    with pytest.raises(NotAllowed):
        take(town, targets=(about,))

    assert not Appeal.objects.exists()
