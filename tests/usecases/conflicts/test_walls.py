"""Whoever is named does nothing with the appeal: the act refuses and tells the journal, the database refuses by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import Error, transaction

from kairyluu.data.appeals.models import Appeal, Assignment, ComplaintTarget, Note, Recusal, Resolution
from kairyluu.data.journal.models import Entry
from kairyluu.queries.sight import find_sight, unaccused, visible
from kairyluu.usecases.appeals.look import LookAt, look_at
from kairyluu.usecases.appeals.opening import AppealNotFound
from kairyluu.usecases.appeals.resolve import ExecutorComplainedAbout, Part, ResolveAppeal, resolve_appeal
from kairyluu.usecases.appeals.submit import Target
from tests.cast import NOW, Member, Town
from tests.factories import appeals


@pytest.fixture
def complaint(town: Town) -> Appeal:
    """About an executor, at his own body."""
    return appeals.registered(town, kind="complaint", targets=(Target(official=town.executor.official.code),))


def order(appeal: Appeal, who: Member) -> ResolveAppeal:
    return ResolveAppeal(appeal_id=appeal.pk, text="Текшериңиз.", lead=Part(official=who.official.code))


def attempts(appeal: Appeal) -> list[tuple[str, Any, Any]]:
    found = Entry.objects.filter(appeal_id=appeal.pk, act="attempt_refused")
    return [(entry.actor_name, entry.facts["verb"], entry.facts["because"]) for entry in found]


def test_who_is_named_finds_nothing_and_the_journal_knows_he_tried(town: Town, complaint: Appeal) -> None:
    who = town.executor.actor
    for act, command in (
        (look_at, LookAt(appeal_id=complaint.pk)),
        (resolve_appeal, order(complaint, town.deputy)),
    ):
        with pytest.raises(AppealNotFound):
            act(command, actor=who, now=NOW)  # type: ignore[operator]

    assert attempts(complaint) == [
        (who.name, "look_at_case", "complained_about"),
        (who.name, "resolve", "complained_about"),
    ]


def test_giving_him_the_work_is_refused_and_journalled(town: Town, complaint: Appeal) -> None:
    with pytest.raises(ExecutorComplainedAbout):
        resolve_appeal(order(complaint, town.executor), actor=town.akim.actor, now=NOW)

    assert attempts(complaint) == [(town.akim.actor.name, "resolve", "complained_about")]
    assert Entry.objects.get(act="attempt_refused").facts["official"] == town.executor.official.full_name


def test_a_mere_stranger_leaves_no_line(town: Town, complaint: Appeal) -> None:
    with pytest.raises(AppealNotFound):
        look_at(LookAt(appeal_id=complaint.pk), actor=town.foreign_head.actor, now=NOW)

    assert attempts(complaint) == []


def test_what_is_fetched_leaves_out_whom_it_is_about_and_who_stepped_aside(
    town: Town, complaint: Appeal
) -> None:
    Recusal.objects.create(appeal=complaint, official=town.deputy.official, reason="Тууган", declared_at=NOW)
    ComplaintTarget.objects.create(appeal=complaint, body=town.above)

    for member, sees in (
        (town.akim, True),
        (town.deputy, False),
        (town.executor, False),
        (town.overseer, False),
    ):
        assert unaccused(member.actor).exists() is sees
        assert visible(find_sight(member.actor, town.body.code)).exists() is sees or member is town.executor


def _assign(town: Town, appeal: Appeal) -> Any:
    given = Resolution.objects.create(
        appeal=appeal, text="x", author=town.akim.official, author_post=town.akim.post, made_at=NOW
    )
    return Assignment.objects.create(appeal=appeal, resolution=given, executor=town.executor.official)


def _resolve(town: Town, appeal: Appeal) -> Any:
    by = {"author": town.executor.official, "author_post": town.executor.post}
    return Resolution.objects.create(appeal=appeal, text="x", made_at=NOW, **by)


def _from_named_body(town: Town, appeal: Appeal) -> Any:
    ComplaintTarget.objects.create(appeal=appeal, body=town.body)
    by = {"author": town.akim.official, "author_post": town.akim.post}
    return Resolution.objects.create(appeal=appeal, text="x", made_at=NOW, **by)


def _note(town: Town, appeal: Appeal) -> Any:
    return Note.objects.create(appeal=appeal, author=town.executor.official, text="x", written_at=NOW)


def _ask(town: Town, appeal: Appeal) -> Any:
    by = {"author": town.akim.official, "asks": town.executor.official}
    return Note.objects.create(appeal=appeal, text="x", written_at=NOW, **by)


@pytest.mark.parametrize(
    "write",
    [_assign, _resolve, _from_named_body, _note, _ask],
    ids=lambda f: f.__name__,
)
def test_the_database_is_the_last_wall(
    town: Town, complaint: Appeal, write: Callable[[Town, Appeal], Any]
) -> None:
    with pytest.raises(Error, match="conflict of interest"), transaction.atomic():
        write(town, complaint)


def test_what_he_wrote_before_he_was_named_stays_as_it_is(town: Town) -> None:
    appeal = appeals.drafted(town)
    Assignment.objects.filter(appeal=appeal).update(is_current=False)
    ComplaintTarget.objects.create(appeal=appeal, official=town.executor.official)

    appeal.answer.remarks = "Кайра караңыз."
    appeal.answer.save()

    assert appeal.answer.author == town.executor.official


def test_nobody_is_named_while_the_appeal_is_in_his_hands(town: Town) -> None:
    appeal = appeals.assigned(town)

    with pytest.raises(Error, match="in the hands"), transaction.atomic():
        ComplaintTarget.objects.create(appeal=appeal, official=town.executor.official)
