"""What a published table does not show: counts so small that somebody could be recognised, and as many more as it takes
that they cannot be worked out from the total (decision record on the analysis)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kairyluu.rules.analysis.document import Row, Table


def hide_small(table: Table, few: int) -> Table:
    """Nought is shown: it is nobody. Where anything is hidden at least two are, and together not fewer than twice
    `few`: the sum of the hidden can be worked out, their parts cannot. Where that takes everything, no line is left."""
    if few < 1:
        return table
    now = small_places([row.n for row in table.rows], few)
    before = small_places([row.before for row in table.rows], few)
    if now and all(not row.n or place in now for place, row in enumerate(table.rows)):
        return replace(table, rows=())  # the lines alone would say who there was
    rows = tuple(_shown(row, n in now, n in before) for n, row in enumerate(table.rows))
    return replace(table, rows=rows)


def _shown(row: Row, hides_now: bool, hides_before: bool) -> Row:
    """A row's own base is hidden with its count: it has no total to be worked out from."""
    return Row(
        key=row.key,
        n=None if hides_now else row.n,
        before=None if hides_before else row.before,
        base=None if hides_now else row.base,
    )


def small_places(counts: Sequence[int | None], few: int) -> set[int]:
    """The places to hide, the smallest first."""
    places = sorted((n, place) for place, n in enumerate(counts) if n)
    hidden: list[int] = [place for n, place in places if n < few]
    if not hidden:
        return set()
    left = places[len(hidden) :]
    while left and (len(hidden) < 2 or sum(counts[place] or 0 for place in hidden) < 2 * few):
        hidden.append(left.pop(0)[1])
    return set(hidden)
