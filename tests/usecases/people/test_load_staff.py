"""A file of staff: added, corrected, ended; again changes nothing; refused rows say why; nobody gets a password."""

from __future__ import annotations

from argparse import Namespace
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client

from kairyluu.data.agencies.models import Official, Tenure
from kairyluu.data.journal.models import Entry
from kairyluu.data.people.models import Account, Invitation
from kairyluu.faces.commands import import_staff
from kairyluu.queries.actors import actor_of
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.people.listing.invite import (
    AcceptInvitation,
    InvitationOver,
    Invite,
    accept_invitation,
    invite,
)
from kairyluu.usecases.people.listing.load import Loaded, LoadStaff, load_staff
from kairyluu.usecases.people.listing.reading import NotAStaffFile
from tests.cast import NOW, Town

HEAD = "email,surname,given_name,patronymic,language,post,starts_on,ends_on,basis\n"
EMAIL = "nurgul@alai.example"


def row(town: Town, email: str = EMAIL, **changes: str) -> str:
    values = {
        "surname": "Өмүрова",
        "given_name": "Нургүл",
        "patronymic": "",
        "language": "ru",
        "post": town.executor.post.code,
        "starts_on": "2026-03-01",
        "ends_on": "",
        "basis": "№ 12-к",
    }
    return ",".join([email, *(values | changes).values()]) + "\n"


def loaded(*rows: str, is_trial: bool = False, head: str = HEAD) -> Loaded:
    command = LoadStaff(content=(head + "".join(rows)).encode(), is_trial=is_trial)
    return load_staff(command, actor=SYSTEM_ACTOR, now=NOW)


def test_a_new_person_gets_an_account_without_a_password_and_a_post(town: Town) -> None:
    done = loaded(row(town))

    account = Account.objects.get(email=EMAIL)
    assert done.changes[0].what == ("added", "begun")
    assert (account.language, account.has_usable_password(), account.is_staff) == ("ru", False, False)
    assert actor_of(account, NOW.date()).has_role("executor")
    assert Entry.objects.get(act="load_staff").facts["counts"] == {"added": 1, "begun": 1}


def test_the_same_file_again_changes_nothing(town: Town) -> None:
    loaded(row(town))
    before = (
        Account.objects.count(),
        Official.objects.count(),
        Tenure.objects.count(),
        Entry.objects.count(),
    )

    assert [change.what for change in loaded(row(town)).changes] == [("same",)]

    after = (Account.objects.count(), Official.objects.count(), Tenure.objects.count(), Entry.objects.count())
    assert after == before


def test_a_trial_says_the_same_and_writes_nothing(town: Town) -> None:
    before = (Account.objects.count(), Entry.objects.count())

    done = loaded(row(town), row(town, "wrong"), is_trial=True)

    assert done.n_by_kind == {"added": 1, "begun": 1}
    assert [(one.number, one.because) for one in done.rejected] == [(3, "email")]
    assert (Account.objects.count(), Entry.objects.count()) == before


def test_a_name_is_corrected_and_a_post_ends_with_its_sessions(town: Town) -> None:
    loaded(row(town))
    client = Client()
    client.force_login(Account.objects.get(email=EMAIL))

    done = loaded(row(town, surname="Асанова", ends_on="2026-03-02"))

    assert done.changes[0].what == ("renamed", "ended")
    assert done.changes[0].before == "Өмүрова Нургүл"
    assert Account.objects.get(email=EMAIL).surname == "Асанова"
    assert client.get("/cabinet/").status_code == 302
    assert not actor_of(Account.objects.get(email=EMAIL), NOW.date() + timedelta(days=30)).posts


@pytest.mark.parametrize(
    ("changes", "because"),
    [
        ({"email": "no address"}, "email"),
        ({"surname": ""}, "empty"),
        ({"language": "de"}, "language"),
        ({"post": "nowhere"}, "post"),
        ({"starts_on": "1 March"}, "day"),
        ({"starts_on": "02.03.2026", "ends_on": "2026-03-01"}, "days"),
        ({"surname": "Ө" * 201}, "too_long"),
        ({"email": "aigul@citizen.example"}, "cabinet"),
    ],
)
def test_a_refused_row_says_why_and_the_others_go_on(
    town: Town, changes: dict[str, str], because: str
) -> None:
    done = loaded(row(town, **changes), row(town, "good@alai.example"))

    assert [one.because for one in done.rejected] == [because]
    assert Account.objects.filter(email="good@alai.example").exists()


def test_a_file_makes_nobody_run_the_system(town: Town) -> None:
    operator = town.operator_of_the_system
    assert operator.post
    done = loaded(
        row(town, post=operator.post.code),
        row(town, operator.email),
        row(town, "x@y.example"),
        row(town, "x@y.example"),
    )

    assert [one.because for one in done.rejected] == ["operator", "operator", "twice"]


@pytest.mark.parametrize("who", ["akim", "registrar", "citizen", "body_admin"])
def test_only_the_technical_operator_loads_and_invites(town: Town, who: str) -> None:
    actor = getattr(town, who).actor
    with pytest.raises(NotAllowed):
        load_staff(LoadStaff(content=HEAD.encode()), actor=actor, now=NOW)
    with pytest.raises(NotAllowed):
        invite(Invite(account_id=town.registrar.account.pk), actor=actor, now=NOW)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"email,post\n", b"x" * 1_000_001, b""])
def test_what_is_no_list_of_staff_is_refused_whole(town: Town, content: bytes) -> None:
    with pytest.raises(NotAStaffFile):
        load_staff(LoadStaff(content=content), actor=SYSTEM_ACTOR, now=NOW)


def test_an_invitation_sets_a_password_once(town: Town) -> None:
    loaded(row(town))
    account = Account.objects.get(email=EMAIL)
    _, old = invite(Invite(account_id=account.pk), actor=SYSTEM_ACTOR, now=NOW)
    _, secret = invite(Invite(account_id=account.pk), actor=SYSTEM_ACTOR, now=NOW)
    words = AcceptInvitation(secret=secret, password="таза-суу-2026")

    for spoilt, at in ((old, NOW), ("x", NOW), (secret, NOW + timedelta(days=8))):
        with pytest.raises(InvitationOver):
            accept_invitation(AcceptInvitation(secret=spoilt, password="таза-суу-2026"), now=at)
    accept_invitation(words, now=NOW)
    with pytest.raises(InvitationOver):
        accept_invitation(words, now=NOW)

    account.refresh_from_db()
    assert account.check_password("таза-суу-2026")
    assert not Invitation.objects.filter(digest=secret).exists()


def test_the_command_tries_loads_and_says_what_was_refused(
    town: Town, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "staff.csv"
    file.write_text(HEAD.replace(",", ";") + row(town).replace(",", ";") + row(town, "bad").replace(",", ";"))

    assert import_staff.run(Namespace(file=file, dry_run=True)) == 1
    assert not Account.objects.filter(email=EMAIL).exists()
    assert import_staff.run(Namespace(file=file, dry_run=False)) == 1

    said = capsys.readouterr()
    assert "1 would change, 0 as they are, 1 refused" in said.out
    assert "3: bad refused: email" in said.err
    assert Account.objects.filter(email=EMAIL).exists()
