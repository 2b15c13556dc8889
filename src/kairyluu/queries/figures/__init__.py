"""Figures: what is asked (`Asking`), `count_figures`, `compare`, and the appeals behind a number, `list_behind`. Whoever shows
numbers to an official takes out what he is kept from: `apart=kept_from(actor)`.

Names of keys are in `naming`, the definition of each figure in words in `definitions`. What a figure means is said in
`rules.figures.catalogue`."""

from kairyluu.queries.figures.apart import SEALED, Apart, count_gone, kept_from
from kairyluu.queries.figures.asking import Asking, Compared, ComparedLine, Counted, Line, UnknownFigure
from kairyluu.queries.figures.behind import list_behind
from kairyluu.queries.figures.counting import compare, count_figures, count_months, main_of_each
from kairyluu.queries.figures.plans import is_nearly_all

__all__ = [
    "SEALED",
    "Apart",
    "Asking",
    "Compared",
    "ComparedLine",
    "Counted",
    "Line",
    "UnknownFigure",
    "compare",
    "count_figures",
    "count_gone",
    "count_months",
    "is_nearly_all",
    "kept_from",
    "list_behind",
    "main_of_each",
]
