"""A call from the first second to its outcome."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from kairyluu.data.agencies.models import Line
from kairyluu.data.appeals.models import Appeal
from kairyluu.data.calls.models import Call, JournalEntry
from kairyluu.data.journal.models import Entry, Look
from kairyluu.data.reference.models import Edition
from kairyluu.queries.calls.calls import count_outcomes, history_of
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import ChangedMeanwhile
from kairyluu.usecases.calls.note import NoteNoAppeal, note_no_appeal
from kairyluu.usecases.calls.open import OpenCall, open_call
from kairyluu.usecases.calls.read_history import ReadHistory, read_history
from kairyluu.usecases.calls.register import RegisterCall, register_call
from kairyluu.usecases.calls.save import SaveCall, save_call
from tests.cast import NOW, Town
from tests.factories import appeals, calls

LATER = NOW + timedelta(minutes=3)


def refused(code: str) -> object:
    return pytest.raises(Refused, match=f"^{code}\\b")


def test_pressing_twice_opens_one_call(town: Town) -> None:
    command = OpenCall(opening_key=uuid4(), line=calls.LINE, number="0700 00 00 04")

    first = open_call(command, actor=town.operator.actor, now=NOW)
    second = open_call(command, actor=town.operator.actor, now=LATER)

    assert first.pk == second.pk
    assert (first.number, first.fields) == ("+996700000004", {"phone": "+996700000004"})
    assert Entry.objects.filter(act="open_call").count() == 1


@pytest.mark.parametrize("who", ["akim", "executor", "registrar", "foreign_registrar", "citizen", "overseer"])
def test_only_the_lines_post_takes_calls(town: Town, who: str) -> None:
    with refused("not_allowed"):  # type: ignore[attr-defined]
        calls.opened(town, by=getattr(town, who))


def test_what_was_said_is_kept_with_its_time_and_every_save_counts(town: Town) -> None:
    call = calls.opened(town)
    save_call(
        SaveCall(call_id=call.pk, fields={"said_name": "on"}, seen_version=1),
        actor=town.operator.actor,
        now=NOW,
    )
    save_call(
        SaveCall(
            call_id=call.pk, fields={"said_name": "on", "said_post": "on", "text": "Эле"}, seen_version=2
        ),
        actor=town.operator.actor,
        now=LATER,
    )

    call.refresh_from_db()
    assert (call.said_name_at, call.said_post_at, call.read_back_at) == (NOW, LATER, None)
    assert (call.version, call.fields["text"]) == (3, "Эле")
    assert [e.facts["done"] for e in Entry.objects.filter(act="follow_script")] == [
        ["said_name"],
        ["said_post"],
    ]


def test_a_second_window_and_a_second_operator_overwrite_nothing(town: Town) -> None:
    call = calls.opened(town)
    save = SaveCall(call_id=call.pk, fields={"text": "биринчи"}, seen_version=1, save_key=uuid4())
    save_call(save, actor=town.operator.actor, now=NOW)

    save_call(save, actor=town.operator.actor, now=LATER)  # the same save, sent again after a lost link
    with pytest.raises(ChangedMeanwhile):
        save_call(
            SaveCall(call_id=call.pk, fields={"text": "экинчи"}, seen_version=1),
            actor=town.operator.actor,
            now=LATER,
        )
    with refused("call_not_found"):  # type: ignore[attr-defined]
        save_call(SaveCall(call_id=call.pk, fields={}, seen_version=2), actor=town.registrar.actor, now=LATER)

    call.refresh_from_db()
    assert (call.fields, call.version) == ({"text": "биринчи"}, 2)


def test_a_registered_call_is_an_oral_appeal_under_the_same_clock(town: Town) -> None:
    done = calls.registered(town)

    appeal = Appeal.objects.get(pk=done.appeal_id)
    written = appeals.registered(town)
    assert (appeal.channel.code, appeal.channel.form) == ("trust_telephone", "oral")
    assert appeal.state == "registered"
    assert appeal.consideration_due_on == written.consideration_due_on
    assert (appeal.serial, written.serial) == (1, 2)
    assert appeal.subject == "Электр зымы үйдүн үстүнөн өткөн."
    person = appeal.applicants.get()
    assert (person.surname, person.given_name, person.phone) == ("Сыналбаев", "Кадыр", "+996700000004")
    entry = JournalEntry.objects.get()
    assert (entry.serial, entry.page, entry.appeal_id) == (1, 1, appeal.pk)
    assert entry.applicant == "Сыналбаев Кадыр; Кабылан-Көл, 00; +996700000004"
    assert Entry.objects.get(act="take_in", appeal_id=appeal.pk).facts["call"] == str(entry.call_id)


def test_registering_the_same_call_twice_makes_one_appeal(town: Town) -> None:
    call = calls.opened(town)
    command = RegisterCall(call_id=call.pk, seen_version=1, fields=calls.STORY)
    register_call(command, actor=town.operator.actor, now=NOW)

    with refused("call_ended"):  # type: ignore[attr-defined]
        register_call(command, actor=town.operator.actor, now=LATER)

    assert (Appeal.objects.count(), JournalEntry.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"said_post": ""}, "not_introduced"),
        ({"text": " "}, "content_missing"),
        ({"name": ""}, "name_required"),
        ({"who": "none"}, "name_required"),
        ({"who": "organisation", "organisation": "Ак-Жайыт"}, "organisation_required"),
        ({"concern": "official"}, "unknown_concern"),
        ({"phone": "abc"}, "not_a_telephone"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_lost(town: Town, changes: dict[str, str], code: str) -> None:
    call = calls.opened(town)
    with refused(code):  # type: ignore[attr-defined]
        register_call(
            RegisterCall(call_id=call.pk, seen_version=1, fields=calls.STORY | changes),
            actor=town.operator.actor,
            now=NOW,
        )

    assert Appeal.objects.count() == 0
    assert Call.objects.get().state == "open"


def test_a_line_may_take_callers_without_a_name(town: Town) -> None:
    Line.objects.update(takes_anonymous=True)
    Edition.objects.update(number=77)

    done = calls.registered(town, who="none", name="")

    assert Appeal.objects.get(pk=done.appeal_id).applicants.get().full_name == ""


def test_an_organisation_has_its_form_name_and_both_addresses(town: Town) -> None:
    organisation = {"who": "organisation", "organisation": "Ак-Жайыт", "legal_form": "Кооператив"}
    calls.registered(town, **organisation, postal_address="724000, Гүлчө")

    entry = JournalEntry.objects.get()
    assert entry.applicant.startswith(
        "Кооператив «Ак-Жайыт»; Сыналбаев Кадыр; Кабылан-Көл, 00; 724000, Гүлчө;"
    )


def test_an_explained_call_keeps_body_and_procedure_and_is_no_appeal(town: Town) -> None:
    call = calls.explained(town)

    assert (call.state, Appeal.objects.count()) == ("explained", 0)
    assert town.ministry.name_ky in JournalEntry.objects.get().told
    with refused("explanation_missing"):  # type: ignore[attr-defined]
        calls.explained(town, told="")


def test_calls_without_an_appeal_are_counted_apart(town: Town) -> None:
    for why in ("wrong_number", "silent", "silent"):
        calls.noted(town, why=why)
    calls.registered(town)

    assert JournalEntry.objects.count() == 1
    assert count_outcomes(town.operator.actor, Line.objects.get(), NOW) == {
        "wrong_number": 1,
        "silent": 2,
        "registered": 1,
    }
    with refused("why_not_listed"):  # type: ignore[attr-defined]
        note_no_appeal(
            NoteNoAppeal(call_id=calls.opened(town).pk, seen_version=1, why="rude"),
            actor=town.operator.actor,
            now=NOW,
        )


def test_earlier_calls_and_appeals_of_the_number_lie_beside_it(town: Town) -> None:
    calls.registered(town)
    hidden = appeals.registered(town, subject="Порталдан")  # not by telephone: not the operator's to see
    call = calls.opened(town, now=LATER)

    history = read_history(ReadHistory(call_id=call.pk), actor=town.operator.actor, now=LATER)

    assert [one.content for one in history.calls] == ["Электр зымы үйдүн үстүнөн өткөн."]
    assert [a.channel.code for a in history.appeals] == ["trust_telephone"]
    assert hidden.pk not in {a.pk for a in history.appeals}
    look = Look.objects.get(what="caller_history")
    assert look.appeal_ids == [history.appeals[0].pk]


def test_what_another_operator_wrote_down_about_somebody_is_neither_shown_nor_counted(town: Town) -> None:
    about = {"concern": "official", "about_official": town.executor.official.code}  # type: ignore[union-attr]
    calls.registered(town, **about)
    call = calls.opened(town, now=LATER)
    assert len(history_of(town.operator.actor, call.line, call.number, but=call.pk).appeals) == 1

    Call.objects.exclude(pk=call.pk).update(operator=town.body_admin.official)

    history = history_of(town.operator.actor, call.line, call.number, but=call.pk)
    assert (history.calls, history.appeals) == ((), ())
    assert "registered" not in count_outcomes(town.operator.actor, call.line, NOW)
