"""A citizen sends an appeal."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest

from kairyluu.data.appeals.models import Appeal, Applicant, Draft
from kairyluu.data.journal.models import Entry
from kairyluu.data.outbox.models import Notice
from kairyluu.rules.facts import Actor
from kairyluu.usecases.appeals.secret_codes import matches
from kairyluu.usecases.appeals.submit import (
    AlreadySentDifferently,
    BodyNotOpen,
    FileGone,
    Target,
    submit_appeal,
)
from tests.cast import NOW, Town
from tests.factories import appeals


def test_an_appeal_waits_for_registration_until_the_next_working_day(town: Town) -> None:
    done = submit_appeal(appeals.command(town), actor=Actor(), now=NOW)

    appeal = Appeal.objects.get(pk=done.appeal_id)
    assert (appeal.state, appeal.number) == ("received", "")
    assert appeal.due_on is not None
    assert appeal.due_on.isoformat() == "2026-03-11"
    assert appeal.deadline_reasons["registration"]["term_id"] == "registration-1wd"


def test_the_secret_is_told_once_and_kept_only_as_a_hash(town: Town) -> None:
    done = submit_appeal(appeals.command(town), actor=Actor(), now=NOW)

    appeal = Appeal.objects.get(pk=done.appeal_id)
    assert done.secret.replace(" ", "") not in appeal.secret_hash
    assert matches(appeal.secret_hash, done.secret)
    assert matches(appeal.secret_hash, done.secret.replace(" ", "-"))
    assert not matches(appeal.secret_hash, "0000 0000 0000")
    assert not matches(appeal.secret_hash, "nonsense")


def test_sending_twice_makes_one_appeal_and_shows_the_same_receipt(town: Town) -> None:
    command = appeals.command(town)

    first = submit_appeal(command, actor=Actor(), now=NOW)
    second = submit_appeal(command, actor=Actor(), now=NOW)

    assert Appeal.objects.count() == 1
    assert second == replace(first, is_repeat=True)


def test_the_same_form_with_other_words_is_refused_and_says_the_number(town: Town) -> None:
    command = appeals.command(town)
    first = submit_appeal(command, actor=Actor(), now=NOW)
    other = replace(command, content=replace(command.content, text="Башка текст жазылды. Ушуну жибериңиз."))

    with pytest.raises(AlreadySentDifferently) as refused:
        submit_appeal(other, actor=Actor(), now=NOW)

    assert refused.value.facts["tracking_number"] == first.tracking_number


def test_a_body_that_is_not_connected_cannot_be_addressed(town: Town) -> None:
    for code in (town.unconnected.code, "no-such-body"):
        with pytest.raises(BodyNotOpen):
            submit_appeal(appeals.command(town, body=code), actor=Actor(), now=NOW)

    assert not Appeal.objects.exists()


def test_the_journal_and_the_outbox_are_written_in_the_same_act(town: Town) -> None:
    appeal = appeals.received(town, actor=town.citizen.actor)

    entry = Entry.objects.get(appeal_id=appeal.pk)
    assert (entry.act, entry.actor_account) == ("submit", town.citizen.account.pk)
    assert Notice.objects.get(appeal_id=appeal.pk).address == "aigul@example.org"


def test_a_file_of_another_form_cannot_be_taken_along_and_nothing_stays(town: Town) -> None:
    with pytest.raises(FileGone):
        submit_appeal(appeals.command(town, upload_ids=(uuid4(),)), actor=Actor(), now=NOW)

    assert not Appeal.objects.exists()
    assert not Entry.objects.exists()


def test_cosigners_stand_behind_the_applicant_in_order(town: Town) -> None:
    neighbour = replace(appeals.SENDER, surname="Сыналбаев", given_name="Бакыт", email="")

    appeal = appeals.received(town, cosigners=(neighbour, neighbour))

    roles = list(Applicant.objects.filter(appeal=appeal).values_list("role", "surname"))
    assert roles == [("main", "Үлгүбаева"), ("cosigner", "Сыналбаев"), ("cosigner", "Сыналбаев")]
    assert (appeal.is_collective, appeal.n_cosigners) == (True, 2)


def test_the_person_complained_about_is_a_person_and_not_words(town: Town) -> None:
    target = Target(body=town.body.code, official=town.akim.official.code)

    appeal = appeals.received(town, kind="complaint", targets=(target,))

    assert appeal.facts().complained_official_ids == {town.akim.official.pk}


def test_a_sent_draft_is_no_longer_a_draft(town: Town) -> None:
    command = appeals.command(town)
    values = {"submission_key": command.submission_key, "fields": {}, "saved_at": NOW}
    Draft.objects.create(account=town.citizen.account, **values)

    submit_appeal(command, actor=town.citizen.actor, now=NOW)

    assert not Draft.objects.exists()
