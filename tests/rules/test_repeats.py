"""Who is the same applicant, and what two appeals are to each other."""

from dataclasses import replace

import pytest

from kairyluu.rules.repeats import Pair, Who, judge, keys_of, same_person

AIGUL = Who(surname="Үлгүбаева", given_name="Айгүл", phone="+996700123456", place="kg-o-alai")


@pytest.mark.parametrize(
    ("changes", "surely"),
    [
        ({"phone": "", "surname": "Улгубаева", "given_name": "Айгул"}, 0.7),
        ({"phone": "", "surname": "ҮЛГҮБАЕВА"}, 0.7),
        ({"phone": "", "surname": "Улгубоева"}, 0.55),
        ({"phone": "", "surname": "Yлгубаева"}, 0.7),  # a Latin Y
        ({"phone": "", "place": "kg-o-nookat"}, 0.0),
        ({"phone": "", "patronymic": "Токтосуновна"}, 0.7),
        ({"surname": "Асанов", "given_name": "Бакыт"}, 0.55),  # one telephone of a family
        ({}, 0.95),
    ],
)
def test_a_person_is_recognised_by_telephone_and_by_name_and_place(changes, surely):
    assert same_person(AIGUL, replace(AIGUL, **changes))[0] == surely


def test_different_personal_numbers_are_different_people_whatever_else_is_equal():
    one, other = replace(AIGUL, personal_number="1" * 14), replace(AIGUL, personal_number="2" * 14)

    assert same_person(one, other) == (0.0, ())
    assert same_person(one, one) == (1.0, ("same_personal_number",))


def test_namesakes_with_other_telephones_and_addresses_are_hardly_one():
    namesake = replace(AIGUL, phone="+996555000111", email="other@example.org")

    assert same_person(replace(AIGUL, email="aigul@example.org"), namesake)[0] == 0.4


@pytest.mark.parametrize(
    ("mine", "theirs", "surely"),
    [
        ("Гүлчө айылы, Манас көчөсү, 5", "Гулчо, ул. Манаса 5", 0.85),
        ("Гүлчө айылы, Манас көчөсү, 5", "Гүлчө айылы, Ленин көчөсү, 8", 0.7),
        ("Гүлчө айылы, Манас көчөсү, 5", "Гүлчө айылы, Манас көчөсү, 5", 0.85),
        ("Гүлчө айылы, Манас көчөсү, 5", "Талды-Суу айылы, Ленин көчөсү, 5", 0.3),
    ],
)
def test_the_address_tells_namesakes_apart(mine, theirs, surely):
    one = replace(AIGUL, phone="", address=mine)

    assert same_person(one, replace(one, address=theirs))[0] == surely


def test_another_patronymic_is_another_person():
    one = replace(AIGUL, phone="", patronymic="Токтосуновна")

    assert same_person(one, replace(one, patronymic="Асановна"))[0] == 0.2


@pytest.mark.parametrize("surname", ["Улгубаева", "үлгүбаева", "Үлгүбоева", "Үлгибаева"])
def test_spellings_of_one_name_have_a_key_in_common(surname):
    assert set(keys_of(replace(AIGUL, phone=""))) & set(keys_of(replace(AIGUL, phone="", surname=surname)))


def test_keys_tell_nothing_and_fit_the_column():
    assert all(0 < key < 2**63 for key in keys_of(AIGUL))
    assert keys_of(Who()) == ()
    assert not set(keys_of(AIGUL)) & set(keys_of(replace(AIGUL, phone="", place="kg-o-nookat")))


@pytest.mark.parametrize(
    ("person", "text", "same_topic", "days", "is_open", "kind"),
    [
        (1.0, 0.95, True, 3, True, "duplicate"),
        (1.0, 0.95, True, 3, False, "repeat"),  # it has had its answer
        (1.0, 0.95, True, 90, True, "repeat"),
        (0.7, 0.45, False, 30, False, "repeat"),
        (0.7, 0.33, True, 30, False, "repeat"),
        (0.7, 0.33, False, 30, False, None),
        (0.0, 0.96, False, 1, True, "look_alike"),
        (0.4, 0.96, True, 80, False, "look_alike"),
        (0.0, 0.96, True, 100, True, "look_alike"),  # it still waits for its answer
        (0.0, 0.96, True, 100, False, None),
        (0.0, 0.9, True, 1, True, None),  # the texts name nothing that would tell
    ],
)
def test_what_two_appeals_are_to_each_other(person, text, same_topic, days, is_open, kind):
    pair = Pair(person=person, text=text, same_topic=same_topic, days_between=days, is_open=is_open)

    found = judge(pair, ("same_name",))

    assert (found and found.kind) == kind


@pytest.mark.parametrize(
    ("text", "named", "kind"),
    [
        (0.1, 1.0, "repeat"),  # told again in the other language
        (0.1, 0.4, None),
        (0.5, 0.0, None),  # another street in the same words
        (0.5, None, "repeat"),
        (0.96, 0.0, "repeat"),
    ],
)
def test_names_and_numbers_tell_matters_apart(text, named, kind):
    pair = Pair(person=0.9, text=text, same_topic=True, days_between=90, is_open=False, named=named)

    found = judge(pair, ())

    assert (found and found.kind) == kind
    look_alike = judge(replace(pair, person=0.0), ())
    assert (look_alike is not None) == (text == 0.96)


@pytest.mark.parametrize(
    ("text", "told", "is_one"),
    [(0.76, 0.8, True), (0.95, 0.6, False), (0.7, 1.0, False), (0.94, None, False), (0.96, None, True)],
)
def test_neighbours_have_one_cause_where_place_and_numbers_are_the_same(text, told, is_one):
    pair = Pair(person=0.0, text=text, same_topic=True, days_between=5, is_open=True, told=told)

    found = judge(pair, ())

    assert (found is not None) == is_one
    assert found is None or ("same_particulars" in found.reasons) == (told is not None)


def test_a_judgement_gives_its_reasons():
    pair = Pair(person=0.7, text=0.5, same_topic=True, days_between=5, is_open=True)

    found = judge(pair, ("same_name",))

    assert found is not None
    assert found.reasons == ("same_name", "similar_text", "same_topic")
    assert found.score == 0.6
