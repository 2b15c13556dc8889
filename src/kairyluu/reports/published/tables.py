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
# These two add up to the first, so they are published in the same steps; of it the first of them is a share.
PAIRS = {ANSWERED: (IN_TIME, LATE), RATED: (SATISFIED, UNSATISFIED)}
SHARES = {ANSWERED: SHARE_IN_TIME, RATED: SHARE_SATISFIED}
# The line of the bodies' table with the complaints about somebody and other closed cases of all bodies together (record 0022).
APART = "_apart"


@dataclass(frozen=True, kw_only=True)
class PublishedTable:
    """`by` is a dimension of the figures; `counts` are published by month where they are large enough, `shown` are the columns in
    their order; `drawn` is the one its picture shows, empty: the first. `inside` is the code of the oblast whose districts are the lines."""

    slug: str
    by: str
    counts: tuple[str, ...]
    shown: tuple[str, ...]
    inside: str = ""
    is_apart: bool = False
    drawn: str = ""

    @property
    def main(self) -> str:
        return self.shown[0]

    @property
    def pictured(self) -> str:
        """The figure of its picture where nobody chose one."""
        return self.drawn or self.main


_COUNTS = (LODGED, IN_TIME, LATE, REFUSED)
_SHOWN = (LODGED, ANSWERED, SHARE_IN_TIME, LATE, REFUSED, MEDIAN)


def _of_satisfaction(slug: str, by: str) -> PublishedTable:
    """How applicants rated their answers."""
    shown = (RATED, SATISFIED, SHARE_SATISFIED)
    return PublishedTable(
        slug=slug, by=by, counts=PAIRS[RATED], shown=shown, drawn=SHARE_SATISFIED, is_apart=by == "body"
    )


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
        _of_satisfaction("satisfaction", "region_applicant"),
        _of_satisfaction("satisfaction-bodies", "body"),
        _of_satisfaction("satisfaction-topics", "topic"),
        _of_satisfaction("satisfaction-channels", "channel"),
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
