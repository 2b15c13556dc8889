"""The head ends the correspondence on one matter: after enough answers, with a reason, never against new facts."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kairyluu.data.appeals.models import Answer, Appeal, Attachment
from kairyluu.data.journal.models import Entry
from kairyluu.data.outbox.models import Notice
from kairyluu.data.reference.models import Setting
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.alike.end_correspondence import (
    EndCorrespondence,
    EndReasonTooShort,
    NewFactsNotWeighed,
    TooFewAnswers,
    end_correspondence,
)
from kairyluu.usecases.alike.liken import LikenAppeals, liken_appeals
from tests.cast import NOW, Town
from tests.factories import appeals

REASON = "Бул маселе боюнча эки жолу жооп берилди, насос оңдолду, жаңы жагдай көрсөтүлгөн жок."


@pytest.fixture
def third(town: Town) -> Appeal:
    """A registered appeal on a matter that was answered once; one answer is enough."""
    Setting.objects.filter(code="correspondence_answers").update(value="1")
    first = appeals.answered(town)
    appeal = appeals.registered(town, now=NOW + timedelta(days=10))
    command = LikenAppeals(appeal_id=appeal.pk, other_id=first.pk, kind="repeat")
    return liken_appeals(command, actor=town.registrar.actor, now=NOW + timedelta(days=10))


def end(town: Town, appeal: Appeal, who: str = "akim", **changes: object) -> Appeal:
    values = {"appeal_id": appeal.pk, "reason": REASON, "no_new_facts": True} | changes
    return end_correspondence(
        EndCorrespondence(**values),  # type: ignore[arg-type]
        actor=getattr(town, who).actor,
        now=NOW + timedelta(days=11),
    )


def test_the_applicant_gets_a_signed_letter_that_leaves_the_door_open(town: Town, third: Appeal) -> None:
    ended = end(town, third)

    answer = Answer.objects.get(appeal=ended)
    assert ended.state == "answered"
    assert ended.outcome is not None
    assert ended.outcome.code == "correspondence_closed"
    assert answer.text.startswith(REASON)
    assert "жаңы жагдайлар пайда болсо" in answer.text
    assert answer.signer_name == town.akim.actor.name
    assert Attachment.objects.filter(appeal=ended, purpose="letter").exists()
    assert Notice.objects.filter(code="answer_ready", appeal_id=ended.pk).exists()
    assert Entry.objects.get(act="end_correspondence").facts["n_answers"] == 1


def test_it_takes_as_many_answers_as_the_setting_says(town: Town, third: Appeal) -> None:
    Setting.objects.filter(code="correspondence_answers").update(value="2")

    with pytest.raises(TooFewAnswers) as few:
        end(town, third)

    assert few.value.facts == {"n": 1, "least": 2}


def test_new_facts_are_weighed_and_the_reason_is_given_in_words(town: Town, third: Appeal) -> None:
    with pytest.raises(NewFactsNotWeighed):
        end(town, third, no_new_facts=False)
    with pytest.raises(EndReasonTooShort):
        end(town, third, reason="Болду.")


def test_only_the_head_or_his_deputy_decides(town: Town, third: Appeal) -> None:
    with pytest.raises(NotAllowed):
        end(town, third, who="registrar")

    assert end(town, third, who="deputy").state == "answered"


def test_an_appeal_that_is_no_repeat_is_never_ended_so(town: Town) -> None:
    Setting.objects.filter(code="correspondence_answers").update(value="1")
    appeals.answered(town)

    with pytest.raises(TooFewAnswers):
        end(town, appeals.registered(town, now=NOW + timedelta(days=10)))
