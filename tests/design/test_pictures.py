"""Pictures of figures: well-formed, true to scale, told apart without colour, and nothing is taken for markup."""

from __future__ import annotations

import re
from decimal import Decimal
from xml.etree import ElementTree as Xml

import pytest

from kairyluu.design.charts import (
    Bar,
    Caption,
    Column,
    Part,
    Tile,
    bars_svg,
    columns_svg,
    laid_out,
    number,
    share_svg,
    tile_map_svg,
)
from kairyluu.design.charts.tiles import step_of

CAPTION = Caption("c1", "Келип түштү", "Айлар боюнча, сандары жанындагы таблицада", "ky")
EVIL = '"><script>alert(1)</script>&<b>'
PICTURES = {
    "columns": columns_svg(
        CAPTION, [Column("Янв", 10, 8), Column("Фев", 0, None), Column("Мар", None, 3, note="*")]
    ),
    "bars": bars_svg(CAPTION, [Bar("Жол", 40, 20), Bar("Суу", None, note="*")]),
    "tiles": tile_map_svg(
        CAPTION, [Tile("Талас", 5, 0, 0), Tile("Жалал-Абад", 50, 1, 1), Tile("Ош", None, 2, 1)]
    ),
    "shares": share_svg([Part("а", 3, 75.0), Part("б", 1, 25.0)], CAPTION),
    "nothing": columns_svg(CAPTION, []),
    "no bars": bars_svg(CAPTION, []),
    "no tiles": tile_map_svg(CAPTION, []),
}


def lengths(svg: str, look: str, of: str) -> list[float]:
    found = [r for r in Xml.fromstring(svg).iter("rect") if look in r.get("class", "").split()]
    return [float(r.get(of, "0").rstrip("%")) for r in found]


@pytest.mark.parametrize("name", list(PICTURES))
def test_a_picture_is_well_formed_and_names_itself(name: str) -> None:
    root = Xml.fromstring(PICTURES[name])

    assert root.get("role") == "img"
    named = [root.find("title"), root.find("desc")]
    assert root.get("aria-labelledby") == " ".join(part.get("id", "") for part in named if part is not None)
    assert [part.text for part in named if part is not None] == [CAPTION.title, CAPTION.text]


@pytest.mark.parametrize("name", list(PICTURES))
def test_nothing_is_inline(name: str) -> None:
    root = Xml.fromstring(PICTURES[name])

    assert not [e for e in root.iter() if "style" in e.attrib or e.tag in ("style", "script")]
    assert not [key for e in root.iter() for key in e.attrib if key.startswith("on")]


@pytest.mark.parametrize("name", list(PICTURES))
def test_every_pattern_that_is_used_is_there(name: str) -> None:
    root = Xml.fromstring(PICTURES[name])
    ids = [e.get("id") for e in root.iter() if e.get("id")]

    assert set(re.findall(r"url\(#([^)]+)\)", PICTURES[name])) <= set(ids)
    assert len(ids) == len(set(ids))


def test_heights_of_columns_are_as_the_values() -> None:
    svg = columns_svg(CAPTION, [Column("а", 10, 5), Column("б", 20, None), Column("в", 0, 15)])
    one, two, none = lengths(svg, "now", "height")
    before = lengths(svg, "prior", "height")

    assert two == pytest.approx(2 * one, abs=0.02)
    assert none == 0
    assert before == pytest.approx([one / 2, one * 1.5], abs=0.02)


def test_lengths_of_bars_are_as_the_values() -> None:
    svg = bars_svg(CAPTION, [Bar("а", 30, 10), Bar("б", Decimal("7.5")), Bar("в", None, note="*")])

    assert lengths(svg, "now", "width") == pytest.approx([84, 21, 0], abs=0.02)
    assert lengths(svg, "prior", "width") == pytest.approx([28], abs=0.02)
    assert ">*<" in svg
    assert lengths(bars_svg(CAPTION, [Bar("а", 50)], most=100), "now", "width") == [42]


def test_gauges_of_tiles_are_as_the_values_and_each_fifth_has_its_pattern() -> None:
    svg = tile_map_svg(CAPTION, [Tile(str(n), n * 20, n % 4, n // 4) for n in range(1, 6)])
    fills = [r.get("fill") for r in Xml.fromstring(svg).iter("rect") if "gauge" in r.get("class", "")]

    assert lengths(svg, "gauge", "width") == [20, 40, 60, 80, 100]
    assert [step_of(n * 20, 100) for n in range(1, 6)] == [0, 1, 2, 3, 4]
    assert len(set(fills)) == 4, "the first and the last have no pattern: empty and full"
    assert 'class="gauge empty"' in svg


def test_the_year_before_differs_in_pattern() -> None:
    svg = columns_svg(CAPTION, [Column("а", 10, 5)])

    assert 'class="prior"' in svg
    assert 'fill="url(#c1-prior)"' in svg


@pytest.mark.parametrize("places", [[(0, 0), (1, 0), (0, 1)]])
def test_tiles_do_not_cover_one_another(places: list[tuple[int, int]]) -> None:
    found = laid_out(["a", "b", "c", "d", "e"], dict(zip("abc", places, strict=True)), n_columns=2)

    assert len(set(found.values())) == 5
    assert found["d"] == (0, 2)


def test_names_are_never_markup() -> None:
    for svg in (
        columns_svg(Caption("x", EVIL, EVIL), [Column(EVIL, None, 1, note=EVIL)]),
        bars_svg(Caption("x", EVIL, EVIL), [Bar(EVIL, 1, unit=EVIL)]),
        tile_map_svg(Caption("x", EVIL, EVIL), [Tile(EVIL, None, 0, 0, note=EVIL)]),
    ):
        assert "<script" not in svg
        assert EVIL in "".join(Xml.fromstring(svg).itertext())


@pytest.mark.parametrize(
    ("value", "language", "more", "expected"),
    [
        (40387, "ky", {}, "40\u00a0387"),
        (40387, "en", {}, "40,387"),
        (Decimal("94.05"), "ru", {"places": 1, "unit": "%"}, "94,1\u00a0%"),
        (Decimal("94.05"), "en", {"places": 1, "unit": "%"}, "94.1%"),
        (None, "ky", {"unit": "%"}, "—"),
        (0, "ky", {}, "0"),
        (Decimal("1E+3"), "ru", {}, "1\u00a0000"),
    ],
)
def test_numbers_are_written_as_the_language_does(
    value: int | None, language: str, more: dict[str, object], expected: str
) -> None:
    assert number(value, language, **more) == expected
