"""Charts: round axes, months to come left out, nothing divided by nothing."""

from __future__ import annotations

import re

import html5lib
import pytest

from kairyluu.design.charts import Line, Part, Series, axis, line_svg, parts_of, share_svg


@pytest.mark.parametrize(
    ("most", "expected"),
    [(0, (1, 1)), (1, (1, 1)), (4, (4, 1)), (5, (5, 1)), (6, (6, 2)), (11, (15, 5)), (110, (125, 25))],
)
def test_an_axis_is_round_and_holds_the_most(most: int, expected: tuple[int, int]) -> None:
    assert axis(most) == expected


@pytest.mark.parametrize("most", [4812, 4999, 5000, 5001, 40387])
def test_an_axis_has_few_lines(most: int) -> None:
    top, step = axis(most)

    assert top >= most
    assert top - step < most
    assert top % step == 0
    assert top // step <= 5


def test_months_to_come_have_no_dot_and_no_point() -> None:
    svg = line_svg(Line("T", ("Янв", "Фев", "Мар"), Series("2026", (3, 5, None))))

    assert svg.count("<circle") == 2
    assert 'points="0,3 1,5"' in svg
    assert "style=" not in svg
    html5lib.HTMLParser(strict=True).parseFragment(svg)


@pytest.mark.parametrize("values", [(), (0,), (None, None), (7,)])
def test_little_or_nothing_is_still_a_picture(values: tuple[int | None, ...]) -> None:
    svg = line_svg(Line("T", ("Янв",) * len(values), Series("2026", values)))

    assert "nan" not in svg
    assert "inf" not in svg


def test_parts_fill_the_whole_the_largest_first() -> None:
    parts = parts_of([("а", 1), ("б", 3)])

    assert parts == [Part("б", 3, 75.0), Part("а", 1, 25.0)]
    widths = [float(width) for width in re.findall(r'width="([\d.]+)%"', share_svg(parts))]
    assert sum(widths) == 100
    assert parts_of([("а", 0)]) == [Part("а", 0, 0.0)]
