"""Charts as SVG made on the server: lengths are attributes, so the content policy holds; every chart has its table.

Each takes plain values and words. Two series differ in pattern, not only in colour; a picture has its title and its
description, and what it shows stands in a table beside it. A page with charts loads `design/charts.css` too.
"""

from kairyluu.design.charts.bars import Bar, bars_svg
from kairyluu.design.charts.columns import Column, columns_svg
from kairyluu.design.charts.drawing import Caption
from kairyluu.design.charts.lines import Line, Part, Series, axis, line_svg, parts_of, share_svg
from kairyluu.design.charts.numbers import number
from kairyluu.design.charts.tiles import Tile, laid_out, tile_map_svg

__all__ = [
    "Bar",
    "Caption",
    "Column",
    "Line",
    "Part",
    "Series",
    "Tile",
    "axis",
    "bars_svg",
    "columns_svg",
    "laid_out",
    "line_svg",
    "number",
    "parts_of",
    "share_svg",
    "tile_map_svg",
]
