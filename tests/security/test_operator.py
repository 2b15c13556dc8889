"""The technical operator as a curious one: what lists tell beyond what they show, and accounts that are not his."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.test import Client

from kairyluu.data.agencies.models import Tenure
from kairyluu.data.journal.models import Entry
from kairyluu.data.outbox.models import Notice
from kairyluu.data.people.models import Account
from tests.cast import NOW, Town

ACCOUNTS = "/sysadmin/people/account/"


@pytest.fixture
def operator(town: Town, monkeypatch: pytest.MonkeyPatch) -> Client:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    client = Client()
    client.force_login(town.operator_of_the_system.account)
    return client


def citizen() -> Account:
    return Account.objects.create_user(
        "asan@example.kg", "eski-achkych-1", phone="+996700000000", language="ru"
    )


def saved(client: Client, account: Account, **values: Any) -> None:
    address = f"{ACCOUNTS}{account.pk}/change/"
    sent = {"email": account.email, "language": account.language, "is_active": "on"} | values
    assert client.post(address, sent).status_code == 302


@pytest.mark.parametrize(
    "asked",
    ["password__startswith=pbkdf2", "password__startswith=md5", "phone__startswith=%2B996", "surname=X"],
)
def test_a_list_answers_no_question_about_a_column_it_does_not_show(operator: Client, asked: str) -> None:
    """Letter by letter a filter would give away a password's hash or a telephone."""
    citizen()

    answer = operator.get(f"{ACCOUNTS}?{asked}")

    assert answer.status_code in (302, 400)


def test_letters_that_did_not_leave_answer_no_question_about_addresses_and_words(operator: Client) -> None:
    Notice.objects.create(
        id="0192f0a0-0000-7000-8000-000000000001",
        code="appeal_received",
        address="asan@example.kg",
        language="ky",
        facts={"number": "1"},
        created_at=NOW,
        state="failed",
    )

    for asked in ("address__startswith=asan", "facts__icontains=1", "last_error__startswith=a"):
        assert operator.get(f"/sysadmin/outbox/notice/?{asked}").status_code in (302, 400)
    assert operator.get("/sysadmin/outbox/notice/?code=appeal_received").status_code == 200


def test_who_gets_a_password_from_the_operator_is_told_in_his_language(operator: Client, town: Town) -> None:
    account = citizen()

    saved(operator, account, new_password="zhany-achkych-2")

    (letter,) = mail.outbox
    assert letter.to == ["asan@example.kg"]
    assert "парол" in letter.body.lower()
    noted = Entry.objects.get(act="edit_reference")
    assert noted.facts["row"] == str(account.pk)
    assert "new_password" in noted.facts["fields"]
    assert noted.actor_account == town.operator_of_the_system.account.pk


def test_the_old_address_is_told_of_the_new_one(operator: Client) -> None:
    saved(operator, citizen(), email="baska@example.kg")

    assert [letter.to for letter in mail.outbox] == [["asan@example.kg"]]


def test_a_new_account_and_a_small_change_send_nothing(operator: Client) -> None:
    saved(operator, citizen(), language="en")

    assert mail.outbox == []


def test_the_operators_own_post_does_not_become_one_that_reads(operator: Client, town: Town) -> None:
    tenure = Tenure.objects.get(official=town.operator_of_the_system.account.official)
    address = f"/sysadmin/agencies/post/{tenure.post_id}/change/"
    form = operator.get(address).context["adminform"].form
    sent = {name: form[name].value() for name in form.fields}
    sent = {name: value for name, value in sent.items() if value not in (None, False)}

    operator.post(address, sent | {"role": "execution_controller"})

    tenure.post.refresh_from_db()
    assert tenure.post.role == "technical_operator"
    assert operator.post(address, sent).status_code == 302
