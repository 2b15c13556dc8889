"""Every figure that a page, a report, an export or the API may show; its words stand in data/figures.csv.

A figure is counted from *happenings*: something that happened to one appeal in one body on one day (`HAPPENINGS`). The rules
that follow from it:

- **A thing counts in the period of the day on which it happened**, not in that of the appeal's receipt: received in March and
  answered in April is one received in March and one answered in April. A month that has ended does not change because an
  answer was sent later. Exceptions, each for its reason: `overdue_now` goes by the due day (nothing has happened, that is
  what it says); what an applicant says of an answer goes by the day he says it, and his latest word counts; what is learned of an
  appeal later (its topic, that it is confidential) counts as if it had always been known.
- **An appeal counts at most once in each figure of one body.** Extended twice or returned three times is one appeal extended
  and one appeal returned: extended by the first time, returned by the last.
- **What is forwarded is received and registered anew by its receiver** (Law No. 67, by competence), so the registers of two
  bodies both show it, and `received` over several bodies is the sum of their registers. How many appeals people sent counts
  each once through all hands: `lodged`.
- **The parts of a share happened in the same period**: late of the answers sent, not of those received. No share has mixed bases.
- **Days to the answer** are calendar days from the registration, from which the term runs, to the sending: a decision that
  moves a holiday would change a count of working days after the month was published. Median and ninetieth percentile are the
  days of an appeal that was really answered (of two middle ones the shorter), so they are never invented by averaging.
- Confidential appeals count in every figure like all others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

COUNT, SHARE, DAYS, SCORE = "count", "share", "days", "score"

# What can happen to an appeal, with the number under which it is kept; numbers are never given to another thing.
HAPPENINGS: Mapping[str, int] = {
    "received": 1,  # came to the body, on the day of receipt in Bishkek
    "lodged": 2,  # the same, sent by the applicant himself: not handed on by another body of the platform
    "confidential": 3,  # the same, confidential
    "registered": 4,  # got its number
    "answered": 5,  # the answer was sent
    "late": 6,  # the same, after the day by law (with its extensions)
    "answered_extended": 7,  # the same, with more time given before
    "complaint_answered": 8,  # the same, a complaint
    "restored": 9,  # the same, a complaint that was satisfied wholly or in part
    "positive": 10,  # the answer was sent and the outcome counts as positive
    "near_copy": 11,  # the same, and the text repeats another one
    "refused": 12,  # not considered, on a listed ground
    "forwarded": 13,  # given away whole: by competence, to a common superior, or because of whom it is about
    "withdrawn": 14,  # taken back by the applicant
    "merged": 15,  # goes on in another appeal
    "due_open": 16,  # still open today; the day is the one by which the next step is due
    "extended": 17,  # got more time for the first time
    "forwarded_part": 18,  # one of its questions was given away, for the first time
    "returned": 19,  # the head gave a draft answer back, the last time
    "reviewed": 20,  # the applicant disagreed, and a review began
    "rated": 21,  # the applicant said what he thinks; the value is his score, 1 to 5
    "resolved": 22,  # the same, and he called the matter resolved
    "days": 23,  # as answered; the value is the days to the answer
    "unanswered": 24,  # came from an earlier register that says no answer; the day is that of loading
}
CLOSED = ("answered", "refused", "forwarded", "withdrawn", "merged")


@dataclass(frozen=True, kw_only=True)
class Figure:
    """`of` are the happenings it counts; `less`, of a figure that `is_stock`, those that are taken off: it stands at the end of
    the period. `base` is the figure a share is a share of. `quantile` of the days: (9, 10) is the ninetieth percentile.
    `scores` are those that count. `version` goes up with the meaning, `since` is the first day counted by it."""

    code: str
    unit: str = COUNT
    day: str
    of: tuple[str, ...]
    less: tuple[str, ...] = ()
    base: str | None = None
    version: int = 1
    since: str = ""
    quantile: tuple[int, int] | None = None
    scores: tuple[int, ...] = ()
    is_stock: bool = False


def _count(code: str, day: str, *of: str) -> Figure:
    return Figure(code=code, day=day, of=of or (code,))


def _share(code: str, base: str, day: str, *of: str) -> Figure:
    return Figure(code=code, unit=SHARE, base=base, day=day, of=of)


def _days(code: str, quantile: tuple[int, int]) -> Figure:
    return Figure(code=code, unit=DAYS, base="answered", day="sent", of=("days",), quantile=quantile)


_FIGURES = (
    _count("received", "received"),
    _count("lodged", "received"),
    _count("registered", "registered"),
    Figure(
        code="in_consideration",
        day="end_of_period",
        of=("registered",),
        less=(*CLOSED, "unanswered"),
        is_stock=True,
    ),
    _count("answered", "sent"),
    Figure(code="answered_in_time", day="sent", of=("answered",), less=("late",)),
    _count("answered_late", "sent", "late"),
    _count("overdue_now", "due", "due_open"),
    _count("extended", "extended"),
    _count("answered_extended", "sent"),
    _count("forwarded", "closed"),
    _count("forwarded_in_part", "handed_over", "forwarded_part"),
    _count("refused", "closed"),
    _count("withdrawn", "closed"),
    _count("merged", "closed"),
    _count("closed", "closed", *CLOSED),
    _count("returned", "returned"),
    _count("reviewed", "reviewed"),
    _count("rated", "rated"),
    Figure(code="satisfied", day="rated", of=("rated",), scores=(4, 5)),
    _count("resolved", "rated"),
    _count("complaints_answered", "sent", "complaint_answered"),
    _count("restored", "sent"),
    _count("positive", "sent"),
    _count("near_copies", "sent", "near_copy"),
    _count("confidential", "received"),
    Figure(code="share_in_time", unit=SHARE, base="answered", day="sent", of=("answered",), less=("late",)),
    _share("share_late", "answered", "sent", "late"),
    _share("share_extended", "answered", "sent", "answered_extended"),
    _share("share_positive", "answered", "sent", "positive"),
    _share("share_near_copies", "answered", "sent", "near_copy"),
    _share("share_restored", "complaints_answered", "sent", "restored"),
    _share("share_refused", "closed", "closed", "refused"),
    _share("share_forwarded", "closed", "closed", "forwarded"),
    Figure(code="share_satisfied", unit=SHARE, base="rated", day="rated", of=("rated",), scores=(4, 5)),
    _share("share_resolved", "rated", "rated", "resolved"),
    _days("days_median", (1, 2)),
    _days("days_p90", (9, 10)),
    _days("days_max", (1, 1)),
    Figure(code="rating_average", unit=SCORE, base="rated", day="rated", of=("rated",)),
)
CATALOGUE: Mapping[str, Figure] = {figure.code: figure for figure in _FIGURES}

# By what a figure can be broken down. `head`: whoever held the head's post on the day; `region_…`: the oblast or the city
# above the territory; the territory of the matter is that of the body; applicant_group: person, collective, organisation.
TIMES = ("day", "week", "month", "quarter", "half_year", "year")
DIMENSIONS = (
    *("body", "head", "channel", "form", "source_body", "kind", "topic", "subtopic"),
    *("territory_applicant", "region_applicant", "territory_matter", "region_matter", "applicant_group"),
    *("outcome", "ground", "language", "under_control", "urgent_class"),
    *TIMES,
)
