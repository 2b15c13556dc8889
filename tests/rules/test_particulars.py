"""Names and numbers of a text, in whatever language and however it is typed."""

from kairyluu.rules.alike.particulars import named_alike, particulars, told, told_alike

WATER = "Белес айылынын Манас көчөсүнө 26 күндөн бери суу келбейт. Насос күйүп кеткен."


def test_names_and_numbers_are_the_same_in_both_languages():
    kyrgyz = particulars("Биздин Тегерек көчөсүндө 470 үй бар. Кечээ Сары-Таш айылына баргам.")
    russian = particulars("На нашей улице Тегерек 470 домов. Вчера был в селе Сары-Таш.")

    assert kyrgyz == russian == {"тегер", "470", "сары", "таш"}
    assert particulars("СУУ ЖОК ТЕГЕРЕК КӨЧӨСҮНДӨ 5") == frozenset()


def test_the_text_that_names_less_decides():
    assert named_alike(frozenset({"470", "тегер"}), frozenset({"тегер", "9", "12"})) == 0.5
    assert named_alike(frozenset(), frozenset({"9"})) is None


def test_a_place_is_told_at_the_beginning_of_a_sentence_and_in_capitals_too():
    assert told(WATER).names == {"белес", "манас", "26"}
    assert told(WATER.upper()).names == {"белес", "манас", "26"}
    assert told("В селе Белес на улице Манас 3 ямы, а в нашем селе нет дороги.").names == {
        "белес",
        "манас",
        "3",
    }


def test_copies_of_neighbours_tell_the_same_and_another_village_does_not():
    copied = f"{WATER.replace('ө', 'о').replace('ү', 'у')} Биз да суусуз калдык."
    elsewhere = WATER.replace("Белес", "Жошолу").replace("26", "9")

    assert told_alike(told(WATER), told(copied)) == 1.0
    assert told_alike(told(WATER), told(elsewhere)) == 1 / 3
    assert told_alike(told("Пенсия келбейт."), told("Пенсия келбейт.")) is None
