"""Which tables are published: what is counted by what. Fixed, because what is safe is shown for these tables together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LODGED, RECEIVED, IN_TIME, LATE, REFUSED = (
    "lodged",
    "received",
    "answered_in_time",
    "answered_late",
    "refused",
)
ANSWERED, SHARE_IN_TIME, MEDIAN = "answered", "share_in_time", "days_median"
RATED, SATISFIED, UNSATISFIED = "rated", "satisfied", "unsatisfied"
SHARE_SATISFIED, RATING = "share_satisfied", "rating_average"
# The line of the bodies' table with the complaints about somebody and other closed cases of all bodies together (record 0022).
APART = "_apart"


@dataclass(frozen=True, kw_only=True)
class PublishedTable:
    """`by` is a dimension of the figures; `counts` are published by month where they are large enough, `shown` are the columns in
    their order. `inside` is the code of the oblast whose districts are the lines."""

    slug: str
    by: str
    counts: tuple[str, ...]
    shown: tuple[str, ...]
    inside: str = ""
    is_apart: bool = False

    @property
    def main(self) -> str:
        return self.shown[0]


_COUNTS = (LODGED, IN_TIME, LATE, REFUSED)
_SHOWN = (LODGED, ANSWERED, SHARE_IN_TIME, LATE, REFUSED, MEDIAN)

TABLES: Mapping[str, PublishedTable] = {
    table.slug: table
    for table in (
        PublishedTable(slug="regions", by="region_applicant", counts=_COUNTS, shown=_SHOWN),
        PublishedTable(
            slug="bodies",
            by="body",
            counts=(RECEIVED, IN_TIME, LATE, REFUSED),
            shown=(RECEIVED, ANSWERED, SHARE_IN_TIME, LATE, REFUSED),
            is_apart=True,
        ),
        PublishedTable(slug="topics", by="topic", counts=_COUNTS, shown=_SHOWN),
        PublishedTable(slug="channels", by="channel", counts=_COUNTS, shown=_SHOWN),
        PublishedTable(slug="kinds", by="kind", counts=_COUNTS, shown=_SHOWN),
        PublishedTable(slug="outcomes", by="outcome", counts=(ANSWERED,), shown=(ANSWERED,)),
    )
}


def districts_of(oblast: str) -> PublishedTable:
    """The days to the answer are left out: those of a district cannot be made of those of its cities."""
    return PublishedTable(
        slug="districts",
        by="territory_applicant",
        counts=_COUNTS,
        shown=tuple(code for code in _SHOWN if code != MEDIAN),
        inside=oblast,
    )
