"""What a row of an earlier register comes to: its days, its codes, the state it is kept in; or why it cannot be taken.

An earlier register says when an appeal was answered and how. Where it says neither, the appeal stays unanswered there: it
is kept closed, so that no clock runs and nobody is reminded of a day of years ago.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from kairyluu.rules import states
from kairyluu.rules.legacy.cells import day, name_parts
from kairyluu.rules.legacy.columns import Columns, key_of

_key_of_word = lru_cache(50_000)(key_of)  # people share their names
EARLIEST = dt.date(1991, 8, 31)
LONGEST = {"number": 80, "subject": 500, "text": 20_000, "forwarded_to": 300, "source": 300, "address": 300}
USUAL_CHANNEL = {"written": "post", "electronic": "portal", "oral": "reception_oral", "": "post"}
USUAL_KIND = "application"
CLOSED_AS = {
    "refused_consideration": states.REFUSED,
    "left_unconsidered": states.REFUSED,
    "forwarded": states.FORWARDED,
    "withdrawn": states.WITHDRAWN,
    "merged": states.MERGED,
}
# Vocabulary of a field -> the part of the words file, and what is written of them into the row.
CODED = ("channel", "form", "topic", "subtopic", "territory", "kind", "outcome", "ground", "language")
YES_NO = ("extended", "control")


@dataclass(frozen=True)
class Fault:
    """`code` is the reason, `column` the field, `value` what stands there."""

    code: str
    column: str = ""
    value: str = ""

    def to_json(self) -> dict[str, str]:
        return {"code": self.code, "column": self.column, "value": self.value[:120]}


@dataclass(frozen=True)
class Vocabulary:
    """Field -> `key_of` a word -> code. `marks` are outcomes that do not close, such as being under control."""

    words: Mapping[str, Mapping[str, str]]
    marks: frozenset[str] = frozenset()
    organisations: tuple[str, ...] = ()


@dataclass(slots=True)
class Row:
    """Codes are empty where the register says nothing; `due` is None unless the register has the day."""

    number: str = ""
    received: dt.date = EARLIEST
    registered: dt.date = EARLIEST
    answered: dt.date | None = None
    due: dt.date | None = None
    state: str = states.UNANSWERED
    codes: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    is_extended: bool = False
    is_controlled: bool = False
    person: tuple[str, str, str] = ("", "", "")
    organisation: str = ""
    faults: list[Fault] = field(default_factory=list)


class Reading:
    """Reads the rows of one table; what a word means is looked up once."""

    def __init__(self, columns: Columns, vocabulary: Vocabulary, today: dt.date) -> None:
        self.places = columns.places
        self.vocabulary = vocabulary
        self.today = today
        self._means: dict[tuple[str, str], str | None] = {}

    def read(self, cells: Sequence[str]) -> Row:
        row = Row()
        said = {name: cells[at] for name, at in self.places.items() if at < len(cells) and cells[at]}
        self._read_texts(row, said)
        self._read_days(row, said)
        self._read_codes(row, said)
        self._settle(row)
        return row

    def _read_texts(self, row: Row, said: Mapping[str, str]) -> None:
        row.number = said.get("number", "")
        if not row.number:
            row.faults.append(Fault("missing", "number"))
        for name, longest in LONGEST.items():
            text = said.get(name, "")
            if len(text) > longest:
                row.faults.append(Fault("too_long", name, text[:40]))
            row.texts[name] = text
        self._read_person(row, said.get("applicant", ""))

    def _read_person(self, row: Row, name: str) -> None:
        key = f" {' '.join(map(_key_of_word, name.split()))} " if name else ""
        if name and ("«" in name or any(f" {word} " in key for word in self.vocabulary.organisations)):
            row.organisation = name[:300]
        elif name:
            row.person = name_parts(name)

    def _read_days(self, row: Row, said: Mapping[str, str]) -> None:
        days: dict[str, dt.date] = {}
        for name in ("received", "registered", "answered", "due"):
            if not said.get(name):
                continue
            try:
                days[name] = day(said[name])
            except ValueError:
                row.faults.append(Fault("not_a_day", name, said[name]))
        if not said.get("received"):
            row.faults.append(Fault("missing", "received"))
        row.received = days.get("received", EARLIEST)
        row.registered = days.get("registered", row.received)
        row.answered, row.due = days.get("answered"), days.get("due")
        row.faults += self._order_faults(row, days)

    def _order_faults(self, row: Row, days: Mapping[str, dt.date]) -> list[Fault]:
        faults = [
            Fault("day_outside", name, str(value))
            for name, value in days.items()
            if value < EARLIEST or (name != "due" and value > self.today)
        ]
        if row.registered < row.received:
            faults.append(Fault("registered_before_received", "registered", str(row.registered)))
        if row.answered is not None and row.answered < row.registered:
            faults.append(Fault("answered_before_registered", "answered", str(row.answered)))
        return faults

    def _read_codes(self, row: Row, said: Mapping[str, str]) -> None:
        for name in CODED:
            code = self._code(name, said.get(name, ""))
            if code is None:
                row.faults.append(Fault("unknown_word", name, said[name]))
            row.codes[name] = code or ""
        # Who sent it on is often what the report asks for; a name that is no channel stays as text.
        row.codes["source"] = self._code("source", said.get("source", "")) or ""
        marks = {name: self._code("yes_no", said.get(name, "")) for name in YES_NO}
        row.faults += [
            Fault("unknown_word", name, said[name]) for name, is_yes in marks.items() if is_yes is None
        ]
        row.is_extended, row.is_controlled = marks["extended"] == "yes", marks["control"] == "yes"

    def _code(self, name: str, word: str) -> str | None:
        """Empty for an empty cell, None for a word that nobody knows."""
        if not word:
            return ""
        if (name, word) not in self._means:
            self._means[name, word] = self.vocabulary.words.get(name, {}).get(key_of(word))
        return self._means[name, word]

    def _settle(self, row: Row) -> None:
        codes = row.codes
        codes["topic"] = codes.pop("subtopic") or codes["topic"]
        codes["channel"] = codes["source"] or codes["channel"] or USUAL_CHANNEL[codes["form"]]
        codes["kind"] = codes["kind"] or USUAL_KIND
        outcome = codes["outcome"]
        if codes["ground"] and not outcome:
            outcome = codes["outcome"] = "refused_consideration"
        if outcome in self.vocabulary.marks:
            row.is_controlled = True
            codes["outcome"] = ""
        elif outcome and row.answered is None:
            row.faults.append(Fault("outcome_without_day", "outcome", outcome))
        if row.answered is not None:
            row.state = CLOSED_AS.get(outcome, states.ANSWERED)
