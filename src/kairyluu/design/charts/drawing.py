"""What all pictures have: a title and a description that are read out, and patterns."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

from kairyluu.design.charts.numbers import Number

LEFT, RIGHT = (
    9.5,
    98.0,
)  # the plot's edges in per cent of the width: letters keep their size, only lengths stretch


@dataclass(frozen=True)
class Caption:
    """`id` is unique on the page, `title` says what is shown, `text` what can be seen in it; `language` of its numbers."""

    id: str
    title: str
    text: str
    language: str = "ky"


def picture(caption: Caption, height: int, inside: SafeString) -> SafeString:
    return format_html(
        '<svg class="picture" height="{}" role="img" aria-labelledby="{}-title {}-desc">'
        '<title id="{}-title">{}</title><desc id="{}-desc">{}</desc>{}{}</svg>',
        height,
        *[caption.id] * 3,
        caption.title,
        caption.id,
        caption.text,
        _patterns(caption.id),
        inside,
    )


def pattern(caption: Caption, name: str) -> str:
    """The value of `fill` for one of the patterns of a picture: `prior`, `dots`, `grid`."""
    return f"url(#{caption.id}-{name})"


def _patterns(id: str) -> SafeString:
    """Stripes for the year before, dots and a grid for the steps of a map."""
    return format_html(
        '<defs><pattern id="{}-prior" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<rect class="ground" width="6" height="6"/><rect class="mark" width="2.5" height="6"/></pattern>'
        '<pattern id="{}-dots" width="6" height="6" patternUnits="userSpaceOnUse">'
        '<rect class="ground" width="6" height="6"/><circle class="mark" cx="3" cy="3" r="1.6"/></pattern>'
        '<pattern id="{}-grid" width="5" height="5" patternUnits="userSpaceOnUse">'
        '<rect class="mark" width="5" height="5"/><rect class="ground" x="1.5" y="1.5" width="2" height="2"/></pattern></defs>',
        id,
        id,
        id,
    )


def of_most(value: Number | None, most: Number, room: float) -> float:
    """The length for a value where the largest has all the room."""
    return round(room * float(value) / float(most), 2) if value and most else 0.0
