"""What the applicant is told of the way of an appeal: acts of the journal, without names of staff."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from kairyluu.data.journal.models import Entry
from kairyluu.queries.clock.side_moves import QUESTION

# Acts of the journal that the applicant is told, and the word a page has for them.
PUBLIC_ACTS = {
    "submit": "received",
    "take_in": "received",
    "register": "registered",
    "resolve": "assigned",
    "send_answer": "answered",
    "refuse": "refused",
    "merge": "merged",
    "join_cause": "registered",
    "answer_alike": "answered",
    "end_correspondence": "answered",
    "forward": "forwarded",
    "move_up": "forwarded",
    "forward_part": "part_forwarded",
    "extend": "extended",
    "ask_applicant": "asked",
    "reply": "replied",
    "withdraw": "withdrawn",
    "take_back": "withdrawn",
    "recount_deadline": "reply_moved",
}
# Told each time; of all others only the first: a later instruction of the head is the body's inner matter.
EACH_TIME = frozenset({"forwarded", "part_forwarded", "extended", "asked", "replied", "reply_moved"})


@dataclass(frozen=True, kw_only=True)
class Step:
    """One line of the timeline; `word` is a value of PUBLIC_ACTS. `number` is what was given in the act, `to` the code
    of the body it went to, `until` the day it set."""

    word: str
    at: datetime
    number: str = ""
    to: str = ""
    until: date | None = None


def list_steps(appeal_id: UUID) -> tuple[Step, ...]:
    acts = Entry.objects.filter(appeal_id=appeal_id, act__in=PUBLIC_ACTS).order_by("id")
    told: list[Step] = []
    for act, at, facts in acts.values_list("act", "at", "facts"):
        word = PUBLIC_ACTS[act]
        if word == "reply_moved" and facts.get("duty") != QUESTION:
            continue  # the day of the answer stands on the page with every day it steps over
        if word in EACH_TIME or all(step.word != word for step in told):
            told.append(_step(word, at, facts))
    return tuple(told)


def _step(word: str, at: datetime, facts: dict[str, Any]) -> Step:
    number = {"registered": "number", "answered": "outgoing_number"}.get(word, "")
    day = {"extended": "new", "reply_moved": "new", "asked": "due_on"}.get(word, "")
    until = str(facts.get(day, "")) if day else ""
    return Step(
        word=word,
        at=at,
        number=str(facts.get(number, "")) if number else "",
        to=str(facts.get("to", "")) if word in ("forwarded", "part_forwarded") else "",
        until=date.fromisoformat(until) if until else None,
    )
