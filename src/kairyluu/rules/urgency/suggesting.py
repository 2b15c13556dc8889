"""Which urgent class a text suggests, and by which word. A person decides, always: regulation of the Alai line, III.8–III.9.

A class is suggested where a deed stands, for A, B and C with what makes it that class beside it (an object of the bodies, an
employee it is done to, an employee who does it), and the weights together reach the class's limit. Of each part the heaviest
word counts, so that a long text is not urgent for its length. The limits were chosen on one half of `urgent_set.csv`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kairyluu.rules.urgency.lexicon import CALM, CONTEXT, DEED, SIGN, Found, Lexicon

CRIME_REPORT = "crime_report"
CLASSES = ("A", "B", "C", CRIME_REPORT)  # in this order where two are as likely
LIMITS = {"A": 4.5, "B": 4.5, "C": 5.0, CRIME_REPORT: 3.0}
NEXT_SENTENCES = 1  # how far from the deed its context may stand


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """`words`: those of the deed, as typed."""

    code: str
    score: float
    words: str


def suggestions(text: str, lexicon: Lexicon) -> list[Suggestion]:
    """The classes whose limit is reached, the likeliest first; empty for an ordinary message."""
    found = lexicon.find(text)
    reached = [one for code in CLASSES if (one := _strongest(code, found, text)) is not None]
    return sorted(reached, key=lambda one: (one.code != "A", one.code == CRIME_REPORT, -one.score))


def _strongest(code: str, found: list[Found], text: str) -> Suggestion | None:
    ours: dict[int, list[Found]] = {}
    for one in found:
        if code in one.row.classes:
            ours.setdefault(one.sentence, []).append(one)
    best: tuple[float, Found] | None = None
    for deed in (one for sentence in ours.values() for one in sentence if one.row.part == DEED):
        score = _score(code, deed, ours)
        if score is not None and score >= LIMITS[code] and (best is None or score > best[0]):
            best = (score, deed)
    if best is None:
        return None
    return Suggestion(code=code, score=best[0], words=" ".join(text[best[1].start : best[1].end].split()))


def _score(code: str, deed: Found, ours: dict[int, list[Found]]) -> float | None:
    """The weights around one deed; None where the class lacks its context."""
    span = range(deed.sentence - NEXT_SENTENCES, deed.sentence + NEXT_SENTENCES + 1)
    near = [one for sentence in span for one in ours.get(sentence, ())]
    context = _heaviest(one for one in near if one.row.part == CONTEXT)
    if context is None and code != CRIME_REPORT:
        return None
    sign = _heaviest(one for one in near if one.row.part == SIGN)
    calm = min((one.row.weight for one in near if one.row.part == CALM), default=0.0)
    return deed.row.weight + (context or 0.0) + (sign or 0.0) + calm


def _heaviest(found: Iterable[Found]) -> float | None:
    return max((one.row.weight for one in found), default=None)
