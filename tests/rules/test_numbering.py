"""Registration numbers by a body's pattern, tracking numbers and secrets as people type them, journal pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kairyluu.rules import numbering
from kairyluu.rules.numbering import NumberParts, NumberPattern

PATTERNS = [
    "{index}-{serial:04}/{year}",
    "{prefix}-Ж-{year}-{number:05d}",
    "{letter}-{serial}/{yy}",
    "№{year}/{index}/{serial}",
    "{serial}",
]
indexes = st.text("АБ0123456789-/.", min_size=1, max_size=8)
values = st.integers(0, 999_999_999)


@pytest.mark.parametrize(
    ("pattern", "number"),
    [
        ("{index}-{serial:04}/{year}", "01-12-0007/2026"),
        ("{prefix}-Ж-{year}-{number:05d}", "01-12-Ж-2026-00007"),
        ("{letter}-{serial}/{yy}", "Ө-7/26"),
    ],
)
def test_number_is_formed_by_the_pattern_of_the_body(pattern, number):
    parts = NumberParts(serial=7, year=2026, index="01-12", letter="Ө")

    assert NumberPattern(pattern).form(parts) == number


@given(
    st.sampled_from(PATTERNS), st.integers(1, 10**9), st.integers(2000, 2099), indexes, st.sampled_from("АӨЯ")
)
def test_number_is_read_back_to_what_it_was_formed_from(text, serial, year, index, letter):
    pattern = NumberPattern(text, restarts_yearly="y" in text)
    number = pattern.form(NumberParts(serial=serial, year=year, index=index, letter=letter))

    parts = pattern.read(f" {number} ")

    assert parts.serial == serial
    assert parts.year in (year, None)
    assert parts.index in (index, "")
    assert pattern.form(parts) == number


@given(
    st.sampled_from(PATTERNS[:4]),
    st.lists(st.tuples(st.integers(1, 9999), st.integers(2020, 2030)), unique=True),
)
def test_two_entries_of_one_book_never_get_the_same_number(text, entries):
    pattern = NumberPattern(text)
    numbers = {pattern.form(NumberParts(serial=s, year=y, index="1-2", letter="А")) for s, y in entries}

    assert len(numbers) == len(entries)


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("{index}/{year}", "no_serial"),
        ("{index}-{serial}", "no_year"),
        ("{serial}{year}", "no_separator"),
        ("{serial}0{year}", "no_separator"),
        ("{year}/{serial}1", "no_separator"),
        ("1{serial}/{year}", "no_separator"),
        ("{serial}/{year}/{yy}", "repeated_placeholder"),
        ("{serial}/{year}/{month}", "unknown_placeholder"),
        ("{serial.real}/{year}", "unknown_placeholder"),
        ("{serial!r}/{year}", "unknown_placeholder"),
        ("{serial:>9999999}/{year}", "width"),
        ("{serial}/{year:9}", "width"),
        ("{serial/{year}", "braces"),
        ("{{x}}{serial}/{year}", "braces"),
        ("{serial}/{year", "braces"),
        ("{serial}\n/{year}", "control_characters"),
        ("{serial}/{year}" + "x" * 60, "too_long"),
        ("", "no_serial"),
    ],
)
def test_pattern_that_would_mislead_is_refused_with_its_reason(pattern, reason):
    with pytest.raises(numbering.PatternRefused) as refusal:
        NumberPattern(pattern)

    assert refusal.value.facts["reason"] == reason


def test_pattern_without_year_is_right_for_a_book_that_never_restarts():
    assert NumberPattern("{index}-{serial}", restarts_yearly=False).read("А-12").serial == 12


@pytest.mark.parametrize(
    "number", ["", "7/2026", "01-12-7/2026", "01-12-00007/2026", "01-12-0007/26", "x" * 10_000]
)
def test_number_of_another_pattern_is_not_read(number):
    with pytest.raises(numbering.NumberNotOfPattern):
        NumberPattern("{index}-{serial:04}/{year}").read(number)


def test_missing_letter_is_refused_not_left_out():
    with pytest.raises(numbering.NumberNotOfPattern):
        NumberPattern("{letter}-{serial}/{yy}").form(NumberParts(serial=7, year=2026))


def test_tracking_number_looks_as_agreed():
    assert numbering.tracking_number(2026, 123_456) == "26-123-456-9"
    assert numbering.tracking_number(2026, 123_456_789).count("-") == 4
    with pytest.raises(ValueError, match="nine"):
        numbering.tracking_number(2026, 10**9)


@pytest.mark.parametrize(
    "typed",
    ["26 123 456 9", "261234569", " 26–123—456-9\n", "26-I23-456-9", "№26.l23.456.9", "２６１２３４５６９"],
)
def test_tracking_number_is_understood_as_people_type_it(typed):
    assert numbering.tracking_number_typed(typed) == "26-123-456-9"


@given(values, st.integers(2000, 2099), st.data())
def test_one_wrong_digit_or_two_exchanged_are_told(value, year, data):
    digits = numbering.tracking_number(year, value).replace("-", "")
    at = data.draw(st.integers(0, len(digits) - 2))
    wrong = data.draw(st.sampled_from("0123456789").filter(lambda digit: digit != digits[at]))
    mistyped = {
        digits[:at] + wrong + digits[at + 1 :],
        digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :],
    } - {digits}

    for typed in mistyped:
        with pytest.raises(numbering.TrackingNumberMistyped) as refusal:
            numbering.tracking_number_typed(typed)
        assert refusal.value.facts["reason"] == "check_digit"


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "length"),
        ("26-123", "length"),
        ("26-123-456-x", "characters"),
        ("<b>", "characters"),
        ("1" * 10**6, "length"),
    ],
)
def test_junk_is_no_tracking_number(typed, reason):
    with pytest.raises(numbering.TrackingNumberMistyped) as refusal:
        numbering.tracking_number_typed(typed)

    assert refusal.value.facts["reason"] == reason


@given(st.binary(min_size=16, max_size=32))
def test_secret_is_twelve_digits_however_it_is_typed(random_bytes):
    secret = numbering.secret_code(random_bytes)

    assert [len(group) for group in secret.split(" ")] == [4, 4, 4]
    assert numbering.secret_digits(secret) == secret.replace(" ", "")
    assert numbering.secret_digits(
        secret.replace(" ", "-").replace("0", "О").replace("1", "l")
    ) == secret.replace(" ", "")


@pytest.mark.parametrize("typed", ["", "1234 5678 901", "1234 5678 9012 3", "abcd efgh ijkl"])
def test_anything_else_is_no_secret(typed):
    with pytest.raises(numbering.SecretMistyped):
        numbering.secret_digits(typed)


def test_secret_of_few_bytes_is_refused():
    with pytest.raises(ValueError, match="sixteen"):
        numbering.secret_code(b"12345678")


@pytest.mark.parametrize(("position", "page"), [(1, 1), (25, 1), (26, 2), (50, 2), (51, 3)])
def test_journal_page_of_an_entry(position, page):
    assert numbering.journal_page(position, 25) == page
    assert position in numbering.positions_on_page(page, 25)


def test_book_has_a_page_before_its_first_entry():
    assert [numbering.journal_pages(n, 25) for n in (0, 1, 25, 26)] == [1, 1, 1, 2]
    with pytest.raises(ValueError, match="from 1"):
        numbering.journal_page(0, 25)
