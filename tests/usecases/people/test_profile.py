"""My data, and what the journal keeps of them."""

from __future__ import annotations

import pytest

from kairyluu.data.journal.models import Entry
from kairyluu.rules.facts import Actor
from kairyluu.rules.policies import NotAllowed
from kairyluu.rules.spelling import NotATelephone
from kairyluu.usecases.people.note_account_act import NoteAccountAct, note_account_act
from kairyluu.usecases.people.update_profile import UpdateProfile, update_profile
from tests.cast import NOW, Town


def profile(**changes: str) -> UpdateProfile:
    values = {"surname": "Үлгүбаева", "given_name": "Айгүл", "phone": "0700 12 34 56", "language": "ru"}
    return UpdateProfile(**values | changes)


def test_names_are_tidied_and_the_telephone_becomes_dialable(town: Town) -> None:
    account = update_profile(profile(surname=" Үлгү\u200bбаева \n"), actor=town.citizen.actor, now=NOW)

    account.refresh_from_db()
    assert (account.surname, account.phone, account.language) == ("Үлгүбаева", "+996700123456", "ru")


def test_the_journal_says_which_data_changed_not_the_data(town: Town) -> None:
    update_profile(profile(surname="Сыналбаева"), actor=town.citizen.actor, now=NOW)

    entry = Entry.objects.get(act="update_profile")

    assert "surname" in entry.facts["changed"]
    assert "Сыналбаева" not in str(entry.facts)


def test_a_telephone_that_is_none_changes_nothing(town: Town) -> None:
    with pytest.raises(NotATelephone):
        update_profile(profile(phone="12"), actor=town.citizen.actor, now=NOW)

    assert not Entry.objects.exists()


def test_only_known_account_acts_are_noted(town: Town) -> None:
    note_account_act(NoteAccountAct(what="log_in"), actor=town.citizen.actor, now=NOW)

    assert Entry.objects.get().actor_account == town.citizen.account.pk
    with pytest.raises(ValueError, match="not an act"):
        note_account_act(NoteAccountAct(what="fly"), actor=town.citizen.actor, now=NOW)


@pytest.mark.parametrize(
    ("usecase", "command"),
    [(update_profile, profile()), (note_account_act, NoteAccountAct(what="log_in"))],
)
def test_a_visitor_has_no_data_here(town: Town, usecase, command) -> None:
    with pytest.raises(NotAllowed):
        usecase(command, actor=Actor(), now=NOW)
