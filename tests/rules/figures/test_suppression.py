"""Small numbers stay hidden: nobody solves one of them from everything that is published."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kairyluu.rules.figures.suppression import YEAR, Shown, shown_blocks, single_line, value_of
from tests.rules.figures.differencing import blocks, narrow_ranges

K = 5
EVERY_MONTH = {(month, month + 1) for month in range(12)}
# Few and small: the more there is to hide, the harder.
COUNTS = st.sampled_from([0, 0, 0, 1, 1, 2, 3, 4, 5, 6, 9, 20])
YEARS = st.lists(COUNTS, min_size=12, max_size=12)
TABLES = st.dictionaries(st.sampled_from("abcde"), YEARS, min_size=1, max_size=5)


def year(*counts: int) -> list[int]:
    return [*counts, *[0] * (12 - len(counts))]


@settings(max_examples=150)
@given(rows=TABLES, n_ended=st.sampled_from([12, 12, 12, 7, 10]))
def test_no_small_number_is_solved(rows: dict[str, list[int]], n_ended: int) -> None:
    rows = {key: [*counts[:n_ended], *[0] * (12 - n_ended)] for key, counts in rows.items()}

    shown = shown_blocks(rows, K, n_ended=n_ended)

    assert narrow_ranges(rows, shown, K) == []


@settings(max_examples=60)
@given(rows=TABLES, whole=st.lists(COUNTS, min_size=12, max_size=12))
def test_nor_inside_one_line_of_another_table(rows: dict[str, list[int]], whole: list[int]) -> None:
    own = [sum(counts) for counts in zip(*rows.values(), strict=True)]
    oblast = shown_blocks({"own": own, "other": whole}, K)

    shown = shown_blocks(rows, K, within=oblast.line("own"))

    assert shown.total == oblast.line("own")
    assert narrow_ranges(rows, shown, K) == []


@settings(max_examples=80)
@given(rows=TABLES)
def test_nothing_small_is_published(rows: dict[str, list[int]]) -> None:
    shown = shown_blocks(rows, K)

    for key, found in shown.lines.items():
        assert not [b for b in found if 0 < sum(rows[key][b[0] : b[1]]) < K]
        for block, above in blocks():
            assert block not in found or above is None or above in found


def test_the_test_itself_finds_a_number_that_is_hidden_alone() -> None:
    rows = {"a": year(3), "b": year(50), "c": year(60)}
    careless = Shown({"a": frozenset(), "b": frozenset({YEAR}), "c": frozenset({YEAR})}, frozenset({YEAR}))

    assert ("a", YEAR, 0) in narrow_ranges(rows, careless, K)


def test_the_test_itself_finds_a_difference_of_months() -> None:
    rows = {"a": [3, *[10] * 11], "b": [10] * 12, "c": [10] * 12}
    all_of_it = frozenset({block for block, _ in blocks()})
    careless = Shown({"a": all_of_it - {(0, 1)}, "b": frozenset({YEAR}), "c": all_of_it}, all_of_it)

    assert ("a", (0, 1), 0) in narrow_ranges(rows, careless, K)


def test_large_numbers_are_shown_by_month() -> None:
    rows = {"a": [10] * 12, "b": [7, 0, *[9] * 10]}

    assert shown_blocks(rows, K).line("a") >= EVERY_MONTH
    assert shown_blocks(rows, K).line("b") >= EVERY_MONTH


def test_a_small_line_is_shown_in_longer_steps_and_another_one_with_it() -> None:
    rows = {"small": [2] * 12, "middle": [20] * 12, "large": [40] * 12}

    shown = shown_blocks(rows, K)

    assert value_of(rows["small"], shown.line("small"), 0, 3) == 6
    assert value_of(rows["small"], shown.line("small"), 0, 1) is None
    assert value_of(rows["middle"], shown.line("middle"), 0, 1) is None, (
        "or the total would tell the small one"
    )
    assert value_of(rows["large"], shown.line("large"), 0, 1) == 40
    assert value_of([62] * 12, shown.total, 0, 10) == 620


def test_a_line_too_small_for_a_year_takes_another_with_it() -> None:
    shown = shown_blocks({"tiny": year(1, 1), "small": year(6), "large": year(90)}, K)

    assert shown.line("tiny") == shown.line("small") == frozenset()
    assert YEAR in shown.line("large")


def test_what_has_not_ended_is_not_shown() -> None:
    rows = {"a": year(*[10] * 10), "b": year(*[2] * 10), "c": year(*[12] * 10)}

    shown = shown_blocks(rows, K, n_ended=10)

    assert value_of(rows["a"], shown.total, 0, 10) is not None
    assert value_of(rows["b"], shown.line("b"), 0, 6) == 12
    assert value_of(rows["b"], shown.line("b"), 6, 10) is None
    assert all(end <= 10 for found in shown.lines.values() for _, end in found)


@pytest.mark.parametrize(
    ("counts", "months", "expected"),
    [
        ([10, 3, 10], (0, 1), None),
        ([10, 3, 10], (0, 3), 23),
        ([10, 5, 10], (1, 2), 5),
        ([10, 5, 10], (1, 1), 0),
        ([1, 1, 1], (0, 12), None),
        ([0, 0, 0], (0, 1), 0),
    ],
)
def test_a_total_is_shown_in_the_shortest_steps_that_hold_enough(
    counts: list[int], months: tuple[int, int], expected: int | None
) -> None:
    counts = year(*counts)

    assert value_of(counts, single_line(counts, K), *months) == expected


def test_nothing_at_all_is_shown_as_nothing() -> None:
    assert value_of(year(), shown_blocks({"a": year()}, K).line("a"), 0, 12) == 0
    assert shown_blocks({}, K).lines == {}
