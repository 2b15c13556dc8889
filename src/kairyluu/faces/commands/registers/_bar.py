"""The bar of a verb that goes through many rows."""

from __future__ import annotations

import sys

BAR = 30


def silent(share: float, n_rows: int) -> None:
    """No bar where nobody watches."""


def draw(share: float, n_rows: int) -> None:
    full = round(share * BAR)
    print(f"\r[{'#' * full}{'.' * (BAR - full)}] {share:4.0%}  {n_rows}", end="", file=sys.stderr, flush=True)
    if share >= 1:
        print(file=sys.stderr)
