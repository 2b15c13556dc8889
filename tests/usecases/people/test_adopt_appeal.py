"""Adding an earlier appeal: number and secret together, and nobody else's."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from kairyluu.data.appeals.lodging import Content, Person
from kairyluu.data.appeals.models import Applicant
from kairyluu.data.journal.models import Entry
from kairyluu.queries.cabinet import list_my_appeals
from kairyluu.rules.facts import Actor
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.appeals.submit import SubmitAppeal, Submitted, submit_appeal
from kairyluu.usecases.people.adopt_appeal import TRIES, AdoptAppeal, NoSuchAppeal, adopt_appeal
from kairyluu.usecases.people.throttle import TooManyAttempts
from tests.cast import NOW, TODAY, Town

VISITOR = Actor()


def sent_by(actor: Actor, town: Town, key: UUID | None = None) -> Submitted:
    content = Content(kind="application", subject="Көчө жарыгы", text="Жарык жок.", reply_language="ky")
    person = Person(surname="Үлгүбаева", given_name="Айгүл")
    command = SubmitAppeal(
        submission_key=key or uuid4(), body=town.body.code, content=content, applicant=person
    )
    return submit_appeal(command, actor=actor, now=NOW)


def adopted(town: Town, number: str, secret: str, who: str = "citizen") -> object:
    command = AdoptAppeal(tracking_number=number, secret=secret)
    return adopt_appeal(command, actor=getattr(town, who).actor, now=NOW)


def test_an_appeal_sent_without_an_account_comes_into_the_cabinet(town: Town) -> None:
    sent = sent_by(VISITOR, town)

    adopted(town, sent.tracking_number.replace("-", " "), sent.secret.replace(" ", ""))

    assert [row.id for row in list_my_appeals(town.citizen.actor, 1, today=TODAY, language="ky")] == [
        sent.appeal_id
    ]
    assert Entry.objects.filter(act="adopt_appeal", appeal_id=sent.appeal_id).count() == 1


def test_adding_it_again_changes_nothing(town: Town) -> None:
    sent = sent_by(VISITOR, town)

    adopted(town, sent.tracking_number, sent.secret)
    adopted(town, sent.tracking_number, sent.secret)

    assert Entry.objects.filter(act="adopt_appeal").count() == 1


def test_wrong_secret_unknown_number_and_somebody_elses_appeal_are_answered_alike(town: Town) -> None:
    mine_no_more = sent_by(town.stranger.actor, town)
    free = sent_by(VISITOR, town)

    answers = []
    for number, secret in (
        (free.tracking_number, "0000 0000 0001"),
        (free.tracking_number, "not a secret"),
        ("26-000-000-0", free.secret),
        ("nonsense", free.secret),
        (mine_no_more.tracking_number, mine_no_more.secret),
    ):
        with pytest.raises(NoSuchAppeal) as refused:
            adopted(town, number, secret)
        answers.append(str(refused.value))

    assert set(answers) == {"no_such_appeal"}
    assert Applicant.objects.get(appeal_id=free.appeal_id).account_id is None
    assert Applicant.objects.get(appeal_id=mine_no_more.appeal_id).account_id == town.stranger.account.pk


def test_guessing_is_stopped_even_with_the_right_secret_at_last(town: Town) -> None:
    sent = sent_by(VISITOR, town)
    for n in range(TRIES):
        with pytest.raises(NoSuchAppeal):
            adopted(town, sent.tracking_number, f"0000 0000 00{n:02}")

    with pytest.raises(TooManyAttempts):
        adopted(town, sent.tracking_number, sent.secret)
    with pytest.raises(TooManyAttempts):  # nor from another account: the number itself is guarded
        adopted(town, sent.tracking_number, sent.secret, who="stranger")


def test_a_visitor_has_no_cabinet(town: Town) -> None:
    sent = sent_by(VISITOR, town)

    with pytest.raises(NotAllowed):
        adopt_appeal(
            AdoptAppeal(tracking_number=sent.tracking_number, secret=sent.secret), actor=VISITOR, now=NOW
        )
