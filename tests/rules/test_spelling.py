"""Folding for search, Kyrgyz order, cleaning of what nobody can see, telephones and personal numbers."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kairyluu.rules import spelling

ordinary = st.text("абвөүңёЁӨ abc0129.,!?–«»№\t\n😀❤️👍🏽", max_size=200)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("КӨҢҮЛ", "конул"),
        ("Ѳзгөн", "Өзгөн"),
        ("Жээнбеков  Сооронбай", "жээнбеков сооронбай"),
        ("Ёлкин", "елкин"),
        ("Oш", "Ош"),  # a Latin O
        ("Bишкeк", "Бишкек".replace("Б", "В")),
        ("и\u0306од", "йод"),
        ("за\u0301мок", "замок"),
        ("Кара\u00ad-Суу", "Кара-Суу"),
    ],
)
def test_spellings_of_one_word_fold_alike(typed, meant):
    assert spelling.fold(typed) == spelling.fold(meant)


@pytest.mark.parametrize(
    ("one", "other"), [("мин", "мын"), ("мий", "мии"), ("гоп", "коп"), ("Osh", "Ош"), ("12", "1 2")]
)
def test_different_words_stay_different(one, other):
    assert spelling.fold(one) != spelling.fold(other)


def test_latin_word_keeps_its_letters():
    assert spelling.fold("OCOO «Кумтор» PAO") == "ocoo «кумтор» pao"


def test_fold_strings_pair_letter_for_letter():
    pairs = dict(zip(spelling.FOLD_FROM, spelling.FOLD_TO, strict=True))

    assert pairs["ө"] == pairs["ѳ"] == "о"
    assert (pairs["ү"], pairs["ң"], pairs["ё"]) == ("у", "н", "е")
    assert all(unicodedata.name(letter).startswith("CYRILLIC") for letter in pairs.values())


@pytest.mark.parametrize(
    "words", ["Жээнбеков Сооронбай", "КӨҢҮЛ ӨЗГӨН ҮЙ", "ёлка Ёж Подъезд", "Kumtor Gold 2026"]
)
def test_search_index_folds_ordinary_words_as_a_query_does(words):
    assert spelling.fold_for_search(words) == spelling.fold(words)


@given(st.text("абвөѳүңёЁӨҮҢABZ09 ", max_size=100))
def test_folded_query_passes_the_search_index_unchanged(typed):
    assert spelling.fold_for_search(spelling.fold(typed)) == spelling.fold(typed)


@given(st.text(max_size=200))
def test_folding_twice_changes_nothing_more(text):
    once = spelling.fold(text)

    assert spelling.fold(once) == once


def test_names_sort_by_the_kyrgyz_alphabet():
    in_order = [
        "10-мектеп",
        "Abc",
        "«Ак-Суу»",
        "Дем",
        "Ерш",
        "Ея",
        "Ёж",
        "Жан",
        "На",
        "Ния",
        "Ңа",
        "Оок",
        "Ош",
        "Өзгөн",
    ]
    in_order += ["Пас", "Уч", "Үч", "Фон", "Ыссык", "Яр"]

    assert sorted(reversed(in_order), key=spelling.sort_key) == in_order


def test_case_and_quotes_do_not_change_the_order():
    assert spelling.sort_key("«ӨЗГӨН» району") == spelling.sort_key("Өзгөн  району")


@given(ordinary)
def test_ordinary_text_and_emoji_come_back_exactly(text):
    assert spelling.clean_text(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    "emoji", ["👨‍👩‍👧", "❤️‍🔥", "👍🏽", "1️⃣", "🇰🇬", "🏴\U000e0067\U000e0062\U000e0065\U000e007f", "🤷‍♀️"]
)
def test_emoji_sequence_is_kept_whole(emoji):
    assert spelling.clean_text(f"а{emoji}б") == f"а{emoji}б"


@pytest.mark.parametrize(
    "unseen",
    [
        "\x00",
        "\x07",
        "\x1b",
        "\x9f",
        "\u202e",
        "\u2066",
        "\u200f",
        "\u200b",
        "\ufeff",
        "\u200d",
        "\u00ad",
        "\U000e0041",
        "\ud800",
    ],
)
def test_character_that_nobody_sees_is_removed(unseen):
    assert spelling.clean_text(f"су{unseen}у") == "суу"
    assert spelling.clean_line(f"су{unseen}у") == "суу"


def test_html_stays_text():
    assert spelling.clean_text("<script>alert('1')</script> & \"\\") == "<script>alert('1')</script> & \"\\"


def test_line_ends_become_one_kind_and_a_line_has_none():
    assert spelling.clean_text("а\r\nб\rв\u2028г\tд ") == "а\nб\nв\nг\tд "
    assert spelling.clean_line(" а\r\n б\tв\u00a0 г ") == "а б в г"


@given(st.text(max_size=200))
def test_cleaning_twice_changes_nothing_more_and_is_stored_as_utf8(text):
    once = spelling.clean_text(text)

    assert spelling.clean_text(once) == once
    once.encode("utf-8")
    assert "\x00" not in once


@pytest.mark.parametrize(
    "junk",
    [
        "\u0301\u0323",
        "a\u0301\u0323",
        "\u200d",
        "😀\u200d",
        "\U0001f3f4\U000e0067",
        "Oш",
        "\r\n\x00 ",
        "ё" * 99 + " ",
    ],
)
def test_long_junk_takes_no_longer_than_its_length(junk):
    text = "a" + junk * (10**5 // len(junk))
    began = time.process_time()

    spelling.fold(text)
    spelling.sort_key(text)
    spelling.clean_text(text)

    assert time.process_time() - began < 20  # quadratic work would take minutes


@pytest.mark.parametrize(
    ("surname", "letter"), [("өмүров", "Ө"), (" «Абдыкадыров", "А"), ("", ""), ("123", ""), ("ßen", "S")]
)
def test_first_letter_files_a_surname(surname, letter):
    assert spelling.first_letter(surname) == letter


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("(03234) 5-11-84", "+996323451184"),
        ("0700 12 34 56", "+996700123456"),
        ("700123456", "+996700123456"),
        ("996700123456", "+996700123456"),
        ("+996 700 12-34-56", "+996700123456"),
        ("+996 (0)700 123456", "+996700123456"),
        ("00996 700 123456", "+996700123456"),
        ("(312) 96 03 07", "+996312960307"),
        ("0\u2013700\u2013123\u2013456", "+996700123456"),
        ("0996 12 34 56", "+996996123456"),
        ("996 12 34 56", "+996996123456"),
        ("+7 912 345-67-89", "+79123456789"),
        ("+49 30 123456", "+4930123456"),
    ],
)
def test_telephone_is_understood_in_any_spelling(typed, number):
    assert spelling.phone_e164(typed) == number


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "12345678",
        "5-11-84",
        "112",
        "8 912 345 67 89",
        "+996 700 12 34 5",
        "+996 700 12 34 567",
        "0100 12 34 56",
    ]
    + [
        "+1234567",
        "+1234567890123456",
        "0700123456 Айгүл",
        "0700+123456",
        "<b>0700123456</b>",
        "7" * 10**6,
        "+0700123456",
    ],
)
def test_what_cannot_be_dialled_from_anywhere_is_refused(typed):
    with pytest.raises(spelling.NotATelephone):
        spelling.phone_e164(typed)


@given(st.text(max_size=60))
def test_telephone_is_e164_or_refused(text):
    try:
        number = spelling.phone_e164(text)
    except spelling.NotATelephone:
        return
    assert number[0] == "+"
    assert number[1:].isascii()
    assert 8 <= len(number[1:]) <= 15


@pytest.mark.parametrize(
    ("typed", "plausible"),
    [
        ("21203199012345", True),
        ("2 1203 1990 12345", True),
        ("2120319901234", False),
        ("2120319901234x", False),
        ("", False),
    ],
)
def test_personal_number_is_fourteen_digits(typed, plausible):
    assert spelling.is_plausible_personal_number(typed) is plausible
