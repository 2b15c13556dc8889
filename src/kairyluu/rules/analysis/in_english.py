"""The sentences of an analysis in plain English."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from kairyluu.rules.analysis import spans
from kairyluu.rules.analysis.spans import Span
from kairyluu.rules.analysis.writing import (
    EN,
    FELL,
    FROM_NOTHING,
    GREW,
    SAME,
    Change,
    decimal,
    figure,
    per_cent,
)

Part = tuple[str, int, Decimal | None]  # name, count, share
BASES = {
    "received": "of the {n} appeals received",
    "answered": "of the {n} answers sent",
    "refused": "of the {n} refusals",
    "rated": "of the {n} ratings",
    "own": "of each body's own answers",
}


def many(n: int, one: str, more: str = "") -> str:
    return f"{figure(n, EN)} {one if n == 1 else more or one + 's'}"


def were(n: int, one: str, done: str) -> str:
    """“1 appeal was forwarded”, “12 appeals were forwarded”."""
    return f"{many(n, one)} {'was' if n == 1 else 'were'} {done}"


class English:
    language = EN

    def received(self, span: Span, n: int) -> str:
        return self._begun(f"{spans.within(span, EN)}, {were(n, 'appeal', 'received')}.")

    def nothing(self, span: Span) -> str:
        return self._begun(f"{spans.within(span, EN)}, no appeals were received.")

    def change(self, told: Change, before: int | None, span: Span) -> str:
        earlier = f"{spans.compared_with(span, EN)} ({figure(before or 0, EN)})"
        if told.kind == SAME:
            return f"The number is the same as {earlier}."
        if told.kind == FROM_NOTHING:
            return f"There were none {spans.within(span, EN)}."
        if told.kind not in (GREW, FELL):
            return "There is nothing to compare with for the same period of the previous year."
        by = figure(told.by, EN)
        if told.times:
            return f"This is {by} more, or {decimal(told.times, EN, trim=True)} times as many as {earlier}."
        how = "more" if told.kind == GREW else "fewer"
        return f"This is {by}, or {per_cent(told.per_cent or Decimal(), EN)}, {how} than {earlier}."

    def not_comparable(self) -> str:
        return "Not comparable with the same period of the previous year: the definition of the figure has changed."

    def began(self) -> str:
        return "Some bodies joined the portal later, so the comparison with the previous year is incomplete."

    def apart(self) -> str:
        return (
            "Complaints about a named body or official and confidential appeals are not counted here: "
            "they are counted in the analysis of the whole country."
        )

    def apart_of_bodies(self) -> str:
        return "Complaints about a named body or official and confidential appeals are in no body's line."

    def standing(self, registered: int, considered: int, day: date) -> str:
        as_of = spans.as_of(day, EN)
        standing = were(considered, "appeal", "under consideration")
        return f"{were(registered, 'appeal', 'registered')}; {as_of}, {standing}."

    def parts(self, base: str, n: int, parts: Sequence[Part]) -> str:
        return f"{self._begun(BASES[base].format(n=figure(n, EN)))}: {self._listed(parts)}."

    def foremost(self, base: str, n: int, parts: Sequence[Part]) -> str:
        return f"{self._begun(BASES[base].format(n=figure(n, EN)))}, the largest groups were: {self._listed(parts)}."

    def base(self, base: str, n: int) -> str:
        return f"Shares are {BASES[base].format(n=figure(n, EN))}."

    def rounding(self) -> str:
        return "The shares do not add to 100% because of rounding."

    def hidden(self) -> str:
        return "Small counts, and those from which they could be worked out, are not shown (“…”), so that nobody is recognised."

    def answered(self, n: int, in_time: tuple[int, Decimal], late: tuple[int, Decimal]) -> str:
        first, second = (f"{figure(count, EN)} ({per_cent(part, EN)})" for count, part in (in_time, late))
        return f"{were(n, 'answer', 'sent')}: {first} in time, {second} late."

    def no_answers(self) -> str:
        return "No answers were sent in this period."

    def days(self, median: int, p90: int, most: int) -> str:
        return (
            f"Half of the answers took no more than {many(median, 'calendar day')}, nine in ten no more than "
            f"{many(p90, 'calendar day')}; the longest took {many(most, 'calendar day')}."
        )

    def overdue(self, n: int, day: date) -> str:
        as_of = self._begun(spans.as_of(day, EN))
        return f"{as_of}, none was overdue." if not n else f"{as_of}, {were(n, 'appeal', 'overdue')}."

    def extended(self, n: int) -> str:
        return f"The term was extended for {many(n, 'appeal')}."

    def late_bodies(self, n: int) -> str:
        return f"{many(n, 'body', 'bodies')} answered late at least once." if n else "No body answered late."

    def refused(self, n: int) -> str:
        return f"Consideration was refused for {many(n, 'appeal')}." if n else "Nothing was refused."

    def forwarded(self, n: int) -> str:
        return f"{were(n, 'appeal', 'forwarded to the body in charge')}."

    def reviewed(self, n: int) -> str:
        return f"{were(n, 'appeal', 'reviewed by the body above')}."

    def copies(self, n: int, part: Decimal) -> str:
        return (
            f"{many(n, 'answer')} nearly {'repeats' if n == 1 else 'repeat'} an earlier one "
            f"({per_cent(part, EN)} of the answers sent)."
        )

    def ratings(self, n: int, average: Decimal, satisfied: Decimal | None) -> str:
        told = f"Applicants rated {many(n, 'answer')}, {decimal(average, EN)} of 5 on average."
        return f"{told} Satisfied were {per_cent(satisfied, EN)}." if satisfied is not None else told

    def confidential(self, n: int) -> str:
        return f"{were(n, 'appeal', 'confidential')}, counted in the totals only."

    def calls(self, n: int, a_day: Decimal, substantive: int) -> str:
        told = f"The trust telephone took {many(n, 'call')}, {decimal(a_day, EN)} a day on average."
        return f"{told} Calls about a matter: {figure(substantive, EN)}."

    @staticmethod
    def _listed(parts: Sequence[Part]) -> str:
        return ", ".join(
            f"{name} — {figure(n, EN)}" + (f" ({per_cent(part, EN)})" if part is not None else "")
            for name, n, part in parts
        )

    @staticmethod
    def _begun(words: str) -> str:
        return words[:1].upper() + words[1:]
