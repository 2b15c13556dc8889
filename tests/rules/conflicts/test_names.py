"""Whom the words of a complaint mean, as people write names in Kyrgyz and in Russian."""

from __future__ import annotations

import pytest

from kairyluu.rules.conflicts.names import Match, Official, is_form_of, likely_matches

AKIM, FIRST, DEPUTY, REGISTRAR, CLERK, FAR = range(1, 7)
NEAR = (
    Official(
        official_id=AKIM,
        surname="Сыналбаев",
        given_name="Үлгүбек",
        patronymic="Асанович",
        titles=("Аким",),
        is_near=True,
    ),
    Official(
        official_id=FIRST,
        surname="Токтогулов",
        given_name="Бактыбек",
        titles=("Акимдин биринчи орун басары", "Первый заместитель акима"),
        is_near=True,
    ),
    Official(
        official_id=DEPUTY,
        surname="Үлгүлүева",
        given_name="Бурул",
        titles=("Акимдин орун басары", "Заместитель акима"),
        is_near=True,
    ),
    Official(
        official_id=REGISTRAR,
        surname="Осмонова",
        given_name="Жазгүл",
        titles=("Жооптуу катчы", "Ответственный секретарь"),
        is_near=True,
    ),
    Official(
        official_id=CLERK,
        surname="Островский",
        given_name="Иван",
        titles=("Жер боюнча адис", "Специалист по земле"),
        is_near=True,
    ),
)
EVERYBODY = (*NEAR, Official(official_id=FAR, surname="Мамытов", given_name="Эрмек", titles=("Аким",)))

MEANT: dict[str, set[int]] = {
    # by surname, in the cases of Kyrgyz
    "Сыналбаев": {AKIM},
    "Сыналбаевдин үстүнөн арыз": {AKIM},
    "Сыналбаевге нааразымын": {AKIM},
    "сыналбаевден запкы көрдүм": {AKIM},
    "УЛГУЛУЕВАНЫН иши": {DEPUTY},
    "Осмоновага карата": {REGISTRAR},
    # and of Russian
    "жалоба на Сыналбаева": {AKIM},
    "Сыналбаеву всё равно": {AKIM},
    "поведение Осмоновой": {REGISTRAR},
    "с Островским говорить бесполезно": {CLERK},
    "на Островского": {CLERK},
    # a slip of the pen, another alphabet
    "Синалбаев": {AKIM},
    "Cыналбаeв": {AKIM},
    "Токтагулов": {FIRST},
    # names and initials
    "У.А. Сыналбаев": {AKIM},
    "Сыналбаев Ү. А.": {AKIM},
    "Мамытов Эрмек деген киши": {FAR},
    "Мамытова Э.": {FAR},
    "Сыналбаев К.Э.": set(),
    "Мамытов": set(),
    # titles
    "аким": {AKIM},
    "акимге": {AKIM},
    "райондун акими": {AKIM},
    "на акима района": {AKIM},
    "акимдин орун басарына": {FIRST, DEPUTY},
    "заместителя акима": {FIRST, DEPUTY},
    "жооптуу катчынын үстүнөн": {REGISTRAR},
    "ответственного секретаря": {REGISTRAR},
    "аким Сыналбаев": {AKIM},
    # nobody of them
    "": set(),
    "мектептин мугалими": set(),
    "врач районной больницы": set(),
    "акимиаттагы кезек": set(),
    "Асанов": set(),
}


@pytest.mark.parametrize("words", MEANT)
def test_whom_the_words_may_mean(words: str) -> None:
    found = {match.official_id for match in likely_matches(words, EVERYBODY)}

    assert found == MEANT[words]


def test_the_surest_stands_first_and_says_how() -> None:
    twin = Official(official_id=9, surname="Сыналбаева", given_name="Гүлзат", is_near=True)

    found = likely_matches("Сыналбаев Үлгүбек", (twin, *NEAR))

    assert found[0] == Match(official_id=AKIM, how="by_name")


@pytest.mark.parametrize(
    ("said", "word", "is_same"),
    [
        ("акимдин", "аким", True),
        ("акима", "аким", True),
        ("ибраимовой", "ибраимова", True),
        ("акимиат", "аким", False),
        ("асанова", "асан", False),
    ],
)
def test_a_word_in_its_cases(said: str, word: str, is_same: bool) -> None:
    assert is_form_of(said, word) is is_same
