"""Endings after numbers, against a table of what each last word takes, for every number up to a thousand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kairyluu.rules.analysis import kyrgyz
from kairyluu.rules.analysis.kyrgyz import ABLATIVE, ACCUSATIVE, CASES, DATIVE, GENITIVE, LOCATIVE, POSSESSIVE

# Word: dative, genitive, accusative, locative, ablative, third person; by the grammar, written out by hand.
BY_HAND = {
    "нөл": ("гө", "дүн", "дү", "дө", "дөн", "ү"),
    "бир": ("ге", "дин", "ди", "де", "ден", "и"),
    "эки": ("ге", "нин", "ни", "де", "ден", "си"),
    "үч": ("кө", "түн", "тү", "тө", "төн", "ү"),
    "төрт": ("кө", "түн", "тү", "тө", "төн", "ү"),
    "беш": ("ке", "тин", "ти", "те", "тен", "и"),
    "алты": ("га", "нын", "ны", "да", "дан", "сы"),
    "жети": ("ге", "нин", "ни", "де", "ден", "си"),
    "сегиз": ("ге", "дин", "ди", "де", "ден", "и"),
    "тогуз": ("га", "дун", "ду", "да", "дан", "у"),
    "он": ("го", "дун", "ду", "до", "дон", "у"),
    "жыйырма": ("га", "нын", "ны", "да", "дан", "сы"),
    "отуз": ("га", "дун", "ду", "да", "дан", "у"),
    "кырк": ("ка", "тын", "ты", "та", "тан", "ы"),
    "элүү": ("гө", "нүн", "нү", "дө", "дөн", "сү"),
    "алтымыш": ("ка", "тын", "ты", "та", "тан", "ы"),
    "жетимиш": ("ке", "тин", "ти", "те", "тен", "и"),
    "сексен": ("ге", "дин", "ди", "де", "ден", "и"),
    "токсон": ("го", "дун", "ду", "до", "дон", "у"),
    "жүз": ("гө", "дүн", "дү", "дө", "дөн", "ү"),
    "миң": ("ге", "дин", "ди", "де", "ден", "и"),
    "миллион": ("го", "дун", "ду", "до", "дон", "у"),
    "миллиард": ("га", "дын", "ды", "да", "дан", "ы"),
}
LAST = ("", "бир", "эки", "үч", "төрт", "беш", "алты", "жети", "сегиз", "тогуз")
ROUND = ("", "он", "жыйырма", "отуз", "кырк", "элүү", "алтымыш", "жетимиш", "сексен", "токсон")


def spoken_last(n: int) -> str:
    """The last word read aloud, found by the digits alone."""
    digits = str(n)
    if n == 0:
        return "нөл"
    noughts = len(digits) - len(digits.rstrip("0"))
    digit = int(digits[-1 - noughts])
    by_noughts = {0: LAST[digit], 1: ROUND[digit], 2: "жүз", 3: "миң", 4: "миң", 5: "миң"}
    return by_noughts.get(noughts, "миллион" if noughts < 9 else "миллиард")


@pytest.mark.parametrize("word", BY_HAND)
def test_each_last_word_takes_its_endings(word: str) -> None:
    order = (DATIVE, GENITIVE, ACCUSATIVE, LOCATIVE, ABLATIVE, POSSESSIVE)
    assert tuple(kyrgyz.ending(word, case) for case in order) == BY_HAND[word]


def test_every_number_up_to_a_thousand_ends_as_its_last_word() -> None:
    order = (DATIVE, GENITIVE, ACCUSATIVE, LOCATIVE, ABLATIVE, POSSESSIVE)
    for n in (*range(1001), 2000, 10_000, 100_000, 1_000_000, 70_000_000, 10**9):
        assert kyrgyz.last_word(n) == spoken_last(n), n
        for case, expected in zip(order, BY_HAND[spoken_last(n)], strict=True):
            assert kyrgyz.numeral(n, case).endswith(expected), (n, case)
            assert kyrgyz.numeral(n, case)[: -len(expected)].replace("\u00a0", "") == str(n), (n, case)


@pytest.mark.parametrize(
    ("n", "case", "written"),
    [
        (5, DATIVE, "5ке"),
        (6, DATIVE, "6га"),
        (9, DATIVE, "9га"),
        (10, DATIVE, "10го"),
        (20, ABLATIVE, "20дан"),
        (43, DATIVE, "43кө"),
        (100, DATIVE, "100гө"),
        (135, DATIVE, "135ке"),
        (1000, GENITIVE, "1\u00a0000дин"),
        (1234, DATIVE, "1\u00a0234кө"),
        (2026, LOCATIVE, "2\u00a0026да"),
        (45, POSSESSIVE, "45и"),
        (120, POSSESSIVE, "120сы"),
    ],
)
def test_numbers_as_they_are_written(n: int, case: str, written: str) -> None:
    assert kyrgyz.numeral(n, case) == written


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (0, "нөл"),
        (7, "жети"),
        (10, "он"),
        (11, "он бир"),
        (100, "жүз"),
        (101, "жүз бир"),
        (250, "эки жүз элүү"),
        (1000, "миң"),
        (1100, "миң бир жүз"),
        (1234, "миң эки жүз отуз төрт"),
        (2_005, "эки миң беш"),
        (1_000_000, "бир миллион"),
        (1_001_000, "бир миллион бир миң"),
    ],
)
def test_numbers_read_aloud(n: int, words: str) -> None:
    assert kyrgyz.in_words(n) == words


def test_per_cent_and_years_take_the_ending_of_the_word_they_stand_for() -> None:
    assert kyrgyz.per_cent(Decimal("12.3"), DATIVE) == "12,3\u00a0%га"
    assert kyrgyz.per_cent(Decimal("12.3"), ABLATIVE) == "12,3\u00a0%дан"
    assert kyrgyz.year(2026, GENITIVE) == "2026-жылдын"
    assert kyrgyz.year(2026, DATIVE) == "2026-жылга"
    assert kyrgyz.year(2026, LOCATIVE) == "2026-жылда"
    assert kyrgyz.number_word(5, DATIVE) == "бешке"
    assert len(set(CASES)) == 6
