"""Appeals by topic of the upper level; what concerns very few people is not shown by itself."""

from __future__ import annotations

from collections.abc import Hashable

from kairyluu.queries.directory import directory
from kairyluu.reports.events import TOPIC, Counts, Events, Rows

CODE = "appeals_by_topic"
FEWEST = 5  # received in the period
OTHER = ""


def rows(events: Events) -> Rows:
    """By code of the upper topic; small rows and appeals without a topic stand together under an
    empty code, and that row too is left out while it is small."""
    upper = {t.pk: (t.parent or t).code for t in directory().topics.values()}
    whole: Rows = {}
    for topic, counts in events[TOPIC].items():
        code: Hashable = upper.get(topic, OTHER) if isinstance(topic, int) else OTHER
        whole[code] = whole.get(code, Counts()) + counts
    shown: Rows = {}
    for code, counts in whole.items():
        place = code if counts.received >= FEWEST else OTHER
        shown[place] = shown.get(place, Counts()) + counts
    if shown.get(OTHER, Counts()).received < FEWEST:
        shown.pop(OTHER, None)
    return shown
