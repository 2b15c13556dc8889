"""Which file fills which table, column by column; the form of the files is described in data/README.md."""

from __future__ import annotations

from kairyluu.data.reference.models import (
    AnswerTemplate,
    CalendarDay,
    Channel,
    EmptyPhrase,
    Misconduct,
    Outcome,
    Procedure,
    RefusalGround,
    Setting,
    Term,
    Topic,
)
from kairyluu.usecases.reference.places import BODIES, LINES, TERRITORIES
from kairyluu.usecases.reference.referring import LAW_RECEIVERS, URGENT_WORDS
from kairyluu.usecases.reference.table import Record, Table, Values, day, is_yes, read_records, values_of
from kairyluu.usecases.reference.urgency import ALARM_CHAIN, URGENT_CLASSES

__all__ = [
    "BODIES",
    "LINES",
    "TABLES",
    "TERRITORIES",
    "Record",
    "Table",
    "Values",
    "read_records",
    "values_of",
]
NAMES = ("name_ky", "name_ru", "name_en")


def _term(record: Record) -> Values:
    return {
        "code": record["id"],
        "family": record["code"],
        "amount": int(record["amount"]),
        "effective_from": day(record["effective_from"]),
        "effective_to": day(record["effective_to"]),
        "is_enabled": is_yes(record["enabled"]),
    }


def _calendar_day(record: Record) -> Values:
    days = {name: day(record[name]) for name in ("date", "paired_date", "decided_on", "announced_on")}
    return days | {"scope": record.get("scope", "")}


def _ground(record: Record) -> Values:
    return {
        "warns_before_sending": is_yes(record["warn_before_sending"]),
        "citizen_can_fix": is_yes(record["citizen_can_fix"]),
    }


def _outcome(record: Record) -> Values:
    return {name: is_yes(record[name]) for name in ("is_final", "counts_as_positive", "needs_reason")}


TOPICS = Table(
    file="topics.csv",
    model=Topic,
    texts=("code", *NAMES, "default_body_kind", "default_body_code"),
    links={"parent": "parent_code"},
)
CHANNELS = Table(
    file="channels.csv",
    model=Channel,
    texts=("code", "form", *NAMES, "block_a", "block_c", "block_d"),
    more=lambda record: {"counts_as_appeal": is_yes(record["counts_as_appeal"])},
)
OUTCOMES = Table(
    file="outcomes.csv", model=Outcome, texts=("code", "group", *NAMES, "report_block"), more=_outcome
)
GROUNDS = Table(
    file="refusal_grounds.csv",
    model=RefusalGround,
    texts=("code", *NAMES, "legal_basis", "requires_notice"),
    more=_ground,
)
TERMS = Table(
    file="terms.csv",
    model=Term,
    texts=("kind", "unit", "counts_from", "first_day", "roll", *NAMES, "legal_basis"),
    more=_term,
)
CALENDAR = Table(
    file="calendar.csv",
    model=CalendarDay,
    key=("date", "scope"),
    texts=("kind", *NAMES),
    more=_calendar_day,
)
SETTINGS = Table(file="settings.csv", model=Setting, texts=("code", "value", "unit", *NAMES))
ANSWER_TEMPLATES = Table(
    file="answer_templates.csv",
    model=AnswerTemplate,
    key=("code", "language", "body_code"),
    texts=("code", "language", "outcome_code", "name", "text"),
    more=lambda record: {"body_code": record.get("body_code", "")},
)
EMPTY_PHRASES = Table(
    file="empty_phrases.csv", model=EmptyPhrase, key=("code", "language"), texts=("code", "language", "text")
)

PROCEDURES = Table(
    file="procedures.csv",
    model=Procedure,
    texts=("code", "topic_code", "body_kind", "body_code", "words", "text_ky", "text_ru", "text_en"),
)
MISCONDUCT = Table(file="misconduct.csv", model=Misconduct, texts=("code", *NAMES, "words"))

# Parents before those who point at them.
TABLES = (
    *(TERRITORIES, BODIES, LINES, TOPICS, CHANNELS, OUTCOMES, GROUNDS),
    *(TERMS, URGENT_CLASSES, CALENDAR, SETTINGS, ANSWER_TEMPLATES, EMPTY_PHRASES, ALARM_CHAIN),
    *(URGENT_WORDS, LAW_RECEIVERS),
    *(PROCEDURES, MISCONDUCT),
)
