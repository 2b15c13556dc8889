"""What a letter is, to which appeal it belongs, and how a sender is called."""

from __future__ import annotations

from uuid import UUID

import pytest

from kairyluu.rules.letters import belonging, kinds

KEY = "only for tests"
OWN = ("alai@example.kg",)


@pytest.mark.parametrize(
    ("headers", "sender", "subject", "kind"),
    [
        ({}, "asan@example.kg", "Жол жөнүндө", "letter"),
        ({"auto-submitted": "no"}, "asan@example.kg", "Жол", "letter"),
        ({"auto-submitted": "auto-replied; x=1"}, "asan@example.kg", "Жол", "automatic"),
        ({"return-path": "<>"}, "asan@example.kg", "Жол", "automatic"),
        ({"precedence": "auto_reply"}, "asan@example.kg", "Жол", "automatic"),
        ({"x-autoreply": "yes"}, "asan@example.kg", "Жол", "automatic"),
        ({}, "asan@example.kg", "Автоответ: в отпуске", "automatic"),
        ({}, "alai@example.kg", "Жол", "automatic"),
        ({"list-id": "<news.example.kg>"}, "news@example.kg", "Жаңылыктар", "list"),
        ({"precedence": "bulk"}, "news@example.kg", "Жаңылыктар", "list"),
        ({}, "mailer-daemon@example.kg", "Returned", "bounce"),
        ({"list-unsubscribe": "<mailto:x>"}, "asan@example.kg", "Жол", "letter"),
    ],
)
def test_machines_are_told_from_people(headers: dict[str, str], sender: str, subject: str, kind: str) -> None:
    assert kinds.kind_of(headers, sender, subject, is_report=False, own=OWN) == kind


def test_only_people_are_answered_and_not_without_end() -> None:
    def answered(sender: str = "asan@example.kg", kind: str = "letter", n: int = 0, **headers: str) -> bool:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return kinds.may_be_answered(named, sender, kind, n, 5)

    assert answered()
    assert answered(n=4)
    assert answered(kind="reply")
    assert not answered(n=5)
    assert not answered(kind="automatic")
    assert not answered("no-reply@shop.example")
    assert not answered(x_auto_response_suppress="All")
    assert not answered(list_unsubscribe="<mailto:x>")


def test_only_our_own_token_leads_to_an_appeal() -> None:
    token = belonging.token_for("26-123-456-789-3", KEY)
    address = belonging.address_with("alai@example.kg", token)

    assert belonging.digits_in(["asan@example.kg", address], KEY) == "261234567893"
    assert belonging.digits_in([address.replace("26123", "26124")], KEY) == ""
    assert belonging.digits_in([address], "another key") == ""
    assert belonging.digits_in(["alai+261234567893.@example.kg", "alai+.@x.kg", "alai@x.kg"], KEY) == ""
    assert len(address.partition("@")[0]) <= 64


def test_our_letters_are_known_by_their_ids_and_numbers_are_hints() -> None:
    own = UUID("0192d3f0-0000-7000-8000-000000000001")

    assert belonging.own_ids(["a@b.example", f"{own}@kairyluu", "x"]) == [own]
    assert belonging.number_in("Re: Кайрылууңуз № 26-123-456-789-3 катталды") == "26-123-456-789-3"
    assert belonging.number_in("2026-123-456") == ""
    assert belonging.numbers_in("Re: Кайрылууңуз катталды: АЛ-2026-00152.") == ["АЛ-2026-00152"]


@pytest.mark.parametrize(
    ("subject", "text", "told"),
    [
        ("Re: Fwd: RE[2]: Жол", "", "Жол"),
        ("", "\n  Биздин көчөдө суу жок.\nЭкинчи", "Биздин көчөдө суу жок."),
        ("Ответ: вода", "", "вода"),
        ("Республика", "", "Республика"),
        ("", "", ""),
    ],
)
def test_a_subject_is_read_as_a_registrar_would(subject: str, text: str, told: str) -> None:
    assert belonging.subject_of(subject, text) == told


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Асан Үсөнов", ("Үсөнов", "Асан", "")),
        ("Үсөнов Асан", ("Үсөнов", "Асан", "")),
        ("Үсөнова Айгүл Бакытовна", ("Үсөнова", "Айгүл", "Бакытовна")),
        ("Айгүл Бакытовна Үсөнова", ("Үсөнова", "Айгүл", "Бакытовна")),
        ("Асан уулу Бакыт", ("Асан уулу", "Бакыт", "")),
        ("Aigul", ("", "Aigul", "")),
        ("asan@example.kg", ("", "", "")),
        ("", ("", "", "")),
    ],
)
def test_names_are_parted_where_they_can_be(name: str, told: tuple[str, str, str]) -> None:
    assert belonging.names_in(name) == told
