"""The record of a body's heads for a period as PDF/A: figures and what each of them means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from kairyluu.data.journal.recording import record_look
from kairyluu.gateways import documents
from kairyluu.queries.answerability.record import BodyRecord, HeadRecord, find_record
from kairyluu.rules.facts import Actor
from kairyluu.rules.steering.attribution import FIGURES
from kairyluu.rules.steering.spans import Span
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act


@dataclass(frozen=True, kw_only=True)
class PrintRecord:
    """`labels` and `definitions` are the words of the screen for each figure, in `language`."""

    body: str
    span: Span
    language: str
    labels: Mapping[str, str]
    definitions: Mapping[str, str]


@act
def print_record(command: PrintRecord, *, actor: Actor, now: datetime) -> bytes:
    """Raises `NotYourBody` and `NotAllowed`."""
    today = date_in_bishkek(now)
    record = find_record(actor, command.body, command.span, language=command.language, today=today)
    content = documents.render(_paper(record, command, actor, now))
    record_look(
        "head_record",
        actor=actor,
        now=now,
        body_code=command.body,
        first_on=command.span.first_on.isoformat(),
        last_on=command.span.last_on.isoformat(),
    )
    return content


def _paper(record: BodyRecord, command: PrintRecord, actor: Actor, now: datetime) -> documents.RecordPaper:
    parts = [_part(head, command) for head in record.heads]
    if len(parts) > 1:
        parts.append(_part(record.whole, command))
    meaning = tuple((command.labels[code], command.definitions[code]) for code in FIGURES)
    return documents.RecordPaper(
        language=command.language,
        made_at=now,
        body=record.body.name(command.language),
        period=f"{_day(record.span.first_on)}–{_day(record.span.last_on)}",
        printed=f"{_day(date_in_bishkek(now))}, {actor.name}",
        parts=(*parts, documents.SheetPart("meaning", facts=meaning)),
    )


def _part(head: HeadRecord, command: PrintRecord) -> documents.SheetPart:
    said = documents.words_of("record", command.language)
    facts = [(command.labels[code], str(head.figures[code])) for code in FIGURES]
    facts += [
        (said["share_in_time"], _percent(head.share_in_time)),
        (said["late_days"], "; ".join(_band(band, said) for band in head.late_bands if band[2])),
        (said["most_late"], str(head.most_days_late or "")),
        (said["grounds"], "; ".join(f"{g.name(command.language)}: {n}" for g, n in head.grounds)),
        (said["mean_score"], f"{head.mean_score:.1f}" if head.mean_score is not None else ""),
        (said["scores"], "; ".join(f"{score}: {head.scores[score]}" for score in sorted(head.scores))),
        (said["resolved"], _percent(head.share_resolved)),
    ]
    days = f"{_day(head.spell.first_on)}–{_day(head.spell.last_on)}"
    note = said["stands_in"].format(name=head.stands_in_for) if head.stands_in_for else ""
    return documents.SheetPart(
        _title(head, said, days), note=note, facts=tuple((name, value) for name, value in facts if value)
    )


def _title(head: HeadRecord, said: Mapping[str, str], days: str) -> str:
    who = f"{head.name}, {head.post}" if head.name else said["whole" if head.is_whole else "vacant"]
    return f"{who}, {days}"


def _band(band: tuple[int, int, int], said: Mapping[str, str]) -> str:
    low, high, n = band
    return f"{f'{low}–{high}' if high > low else low if high else f'{low}+'} {said['days']}: {n}"


def _percent(value: float | None) -> str:
    return f"{value:.1f} %" if value is not None else ""


def _day(day: date) -> str:
    return day.strftime("%d.%m.%Y")
