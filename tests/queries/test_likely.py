"""Likely repeats, duplicates and look-alikes beside an appeal: who is told of what, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from kairyluu.data.appeals.models import Appeal, ComplaintTarget, Fingerprint
from kairyluu.queries.alike.likely import Likely, list_likely
from tests.cast import NOW, Member, Town
from tests.factories import appeals
from tests.factories.appeals import SENDER, WATER

NEIGHBOUR = replace(
    SENDER,
    surname="Асанов",
    given_name="Бакыт",
    patronymic="",
    phone="+996555111222",
    email="",
    home_address="Ленин көчөсү, 7",
)
RETOLD = "Таза сүу жок Сары-Таш айылында үч жумадан бери. Насосту ондотуп бериниздер, иштебей калды. Мурун да жазганбыз."
ROAD = "Көпүрөнүн үч тактайы чирип түштү. Мектепке барган балдар ушул көпүрө менен өтүшөт, кооптуу."


def later(town: Town, **changes: Any) -> Appeal:
    return appeals.received(town, now=NOW + timedelta(days=3), **changes)


def kinds(found: list[Likely]) -> list[str]:
    return [one.judgement.kind for one in found]


def test_the_same_matter_of_the_same_person_after_an_answer_is_a_repeat(town: Town) -> None:
    first = appeals.answered(town)

    (found,) = list_likely(town.registrar.actor, later(town, text=RETOLD))

    assert found.other.pk == first.pk
    assert found.judgement.kind == "repeat"
    assert found.judgement.reasons[:2] == ("same_phone", "same_email")
    assert 0.4 < found.text < 0.95


def test_the_same_text_while_the_first_is_open_is_a_duplicate(town: Town) -> None:
    appeals.registered(town)

    (found,) = list_likely(town.registrar.actor, later(town, text=WATER.text.replace("ү", "у").upper()))

    assert found.judgement.kind == "duplicate"
    assert "same_text" in found.judgement.reasons


def test_one_cause_of_many_people_is_a_look_alike(town: Town) -> None:
    for number in range(3):
        appeals.received(town, applicant=replace(NEIGHBOUR, phone=f"+99655511122{number}"))

    found = list_likely(town.registrar.actor, later(town))

    assert kinds(found) == ["look_alike"] * 3


def test_another_matter_of_the_same_person_and_another_one_s_matter_are_nothing(town: Town) -> None:
    appeals.received(town, text=ROAD, subject="Көпүрө бузулган")
    appeals.received(town, applicant=NEIGHBOUR, text=ROAD, subject="Көпүрө бузулган")

    assert list_likely(town.registrar.actor, later(town)) == []


def test_repeats_stand_before_look_alikes(town: Town) -> None:
    appeals.received(town, applicant=NEIGHBOUR)
    appeals.answered(town)

    assert kinds(list_likely(town.registrar.actor, later(town))) == ["repeat", "look_alike"]


def test_what_the_actor_may_not_see_is_neither_shown_nor_hinted_at(town: Town) -> None:
    hidden = appeals.received(town)
    ComplaintTarget.objects.create(appeal=hidden, official=town.registrar.official)
    elsewhere = appeals.received(town, body=town.foreign_body.code)

    appeal = later(town)

    assert list_likely(town.registrar.actor, appeal) == []
    assert [one.other.pk for one in list_likely(town.akim.actor, appeal)] == [hidden.pk]
    assert elsewhere.pk not in [one.other.pk for one in list_likely(town.overseer.actor, appeal)]


@pytest.mark.parametrize("who", ["citizen", "foreign_registrar", "executor"])
def test_who_works_on_neither_sees_none(town: Town, who: str) -> None:
    appeals.answered(town)
    member: Member = getattr(town, who)
    appeal = later(town)

    found = list_likely(member.actor, appeal)

    assert kinds(found) == (["repeat"] if who == "executor" else [])  # he answered the first one


def test_every_appeal_has_its_fingerprint(town: Town) -> None:
    appeal = appeals.received(town, cosigners=(NEIGHBOUR,))

    fingerprint = Fingerprint.objects.get(appeal=appeal)

    assert len(fingerprint.bands) == 32
    assert (
        len(fingerprint.keys) == 7
    )  # telephone, e-mail, two of the name; telephone and two of the co-signer's name
