"""Cells of tables of figures, written here and not by a template: a ranking has five hundred of them, and a template took as long as
the counting."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from kairyluu.faces.watch.views.figures.shown import Cell

register = template.Library()


@register.simple_tag
def figure_cells(cells: Iterable[Cell]) -> SafeString:
    """Each number with the way to the appeals behind it, what it is a share of, and the year before."""
    of = pgettext("the base of a share", "of %(n)s")
    return SafeString("".join(_cell(cell, of) for cell in cells))


def _cell(cell: Cell, of: str) -> str:
    text = escape(cell.text)
    shown = f'<a href="{escape(cell.href)}">{text}</a>' if cell.href else text
    base = _sub(of % {"n": cell.base}) if cell.base else ""
    before = _sub(f"({cell.before}{f'; {cell.change}' if cell.change else ''})") if cell.before else ""
    return f'<td class="num" data-label="{escape(cell.name)}">{shown}{base}{before}</td>'


def _sub(text: str) -> str:
    return f'<span class="sub">{escape(text)}</span>'
