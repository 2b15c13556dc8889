"""What an identity provider tells, read by the administrator's map."""

from __future__ import annotations

import pytest

from kairyluu.rules.exchange.claims import STANDARD, Vouched, is_same_person, read_claims

TOLD = {
    "sub": "kg-1",
    "family_name": " Үлгү\u200bбаева\n",
    "given_name": "Жазгүл",
    "pin": 10101199012345,
    "phone_number": "0700 12 34 56",
    "email": "Jazgul@Example.kg",
    "email_verified": True,
    "person": {"inn": "10101199012345"},
}


def test_claims_are_read_by_the_map() -> None:
    read = read_claims(TOLD, STANDARD)

    assert (read.subject, read.surname, read.personal_number) == ("kg-1", "Үлгүбаева", "10101199012345")
    assert (read.phone, read.email, read.is_email_verified) == ("+996700123456", "jazgul@example.kg", True)
    assert read.patronymic == ""
    assert read.unread == ()


def test_a_dot_goes_into_an_object() -> None:
    assert read_claims(TOLD, {"personal_number": "person.inn"}).personal_number == "10101199012345"
    assert read_claims(TOLD, {"personal_number": "family_name.inn"}).personal_number == ""


@pytest.mark.parametrize(
    ("claim", "value", "field"),
    [
        ("pin", "123", "personal_number"),
        ("pin", "１0101199012345", "personal_number"),
        ("phone_number", "call me", "phone"),
        ("email", "no address", "email"),
        ("family_name", "Ү" * 101, "surname"),
    ],
)
def test_what_cannot_be_read_is_named_and_left_out(claim: str, value: str, field: str) -> None:
    read = read_claims(TOLD | {claim: value}, STANDARD)

    assert read.unread == (field,)
    assert getattr(read, field) == ""


@pytest.mark.parametrize("value", [None, True, ["a"], {"a": 1}])
def test_only_words_are_names(value: object) -> None:
    assert read_claims(TOLD | {"family_name": value}, STANDARD).surname == ""


@pytest.mark.parametrize("said", ["true", 1, None, False])
def test_an_address_is_verified_only_by_a_plain_yes(said: object) -> None:
    assert not read_claims(TOLD | {"email_verified": said}, STANDARD).is_email_verified


def test_another_claim_than_the_standard_one_is_never_a_verified_address() -> None:
    assert not read_claims(TOLD | {"mail": "a@b.kg"}, {"email": "mail"}).is_email_verified


@pytest.mark.parametrize(
    ("changes", "same"),
    [
        ({}, True),
        ({"surname": "үлгүбаева"}, True),
        ({"given_name": "Айгүл"}, False),
        ({"personal_number": ""}, True),
        ({"personal_number": "20101199012345"}, False),
    ],
)
def test_who_is_named_has_to_be_who_signed_in(changes: dict[str, str], same: bool) -> None:
    vouched = Vouched(surname="Үлгүбаева", given_name="Жазгүл", personal_number="10101199012345")
    named = {"surname": "Үлгүбаева", "given_name": "Жазгүл", "personal_number": "10101199012345"}

    assert is_same_person(vouched, **(named | changes)) is same
    assert not is_same_person(Vouched(), surname="", given_name="", personal_number="")
