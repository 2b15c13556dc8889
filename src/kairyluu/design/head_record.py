"""The record of a body's heads as a table: what each figure is called and means, and the way to the appeals behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kairyluu.design.dates import figure as written
from kairyluu.design.dates import per_cent, short_day
from kairyluu.rules.steering import spans
from kairyluu.rules.steering.attribution import FIGURES

if TYPE_CHECKING:
    from kairyluu.queries.answerability.record import BodyRecord, HeadRecord

LABELS: dict[str, str | Promise] = {
    "received": gettext_lazy("Received by the body"),
    "registered_in_time": gettext_lazy("Registered in time"),
    "registered_late": gettext_lazy("Registered late"),
    "answered_in_time": gettext_lazy("Answered in time"),
    "answered_late": gettext_lazy("Answered late"),
    "overdue_now": gettext_lazy("Overdue today"),
    "refused": gettext_lazy("Refusals to consider"),
    "forwarded": gettext_lazy("Forwarded to other bodies"),
    "extended": gettext_lazy("Extensions of the term"),
    "returned": gettext_lazy("Drafts returned"),
    "reviewed": gettext_lazy("Answers under review"),
    "rated": gettext_lazy("Answers rated by applicants"),
}
DEFINITIONS: dict[str, str | Promise] = {
    "received": gettext_lazy("By the day of receipt."),
    "registered_in_time": gettext_lazy("By the day of registration."),
    "registered_late": gettext_lazy("By the last day for registering: on it the term was missed."),
    "answered_in_time": gettext_lazy("Answers sent not later than the due day, by the day of sending."),
    "answered_late": gettext_lazy(
        "Answers sent after the due day, by the due day: on it the term was missed, whoever answered later."
    ),
    "overdue_now": gettext_lazy("Waiting today for a number or an answer after the due day, by the due day."),
    "refused": gettext_lazy("Decisions not to consider, by the day of the decision."),
    "forwarded": gettext_lazy("Given away by competence, whole or in part, by that day."),
    "extended": gettext_lazy("By the day the head gave more time."),
    "returned": gettext_lazy("Drafts of answers sent back with remarks, by that day."),
    "reviewed": gettext_lazy(
        "Answers which the applicant asked the body above to review, by the day of sending."
    ),
    "rated": gettext_lazy("By the day the answer was sent, whenever the applicant spoke."),
}


@dataclass(frozen=True)
class Column:
    name: str
    sub: str


@dataclass(frozen=True)
class Cell:
    text: str
    href: str = ""


@dataclass(frozen=True)
class Line:
    label: str
    definition: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Shortcut:
    code: str
    label: str


def table_of(record: BodyRecord, language: str) -> Table:
    """One column a person, then the sum where there are several. Links keep the page and choose figure and days."""
    heads = [*record.heads, *([record.whole] if len(record.heads) > 1 else [])]
    lines = [
        Line(str(LABELS[code]), str(DEFINITIONS[code]), tuple(_linked(code, head) for head in heads))
        for code in FIGURES
    ]
    lines += [
        Line(label, meaning, tuple(Cell(tell(h)) for h in heads)) for label, meaning, tell in _more(language)
    ]
    return Table(tuple(_column(head) for head in heads), tuple(lines))


def shortcuts(today: date) -> list[Shortcut]:
    return [Shortcut(code, period_word(code)) for code in spans.shortcuts(today)]


def period_word(code: str) -> str:
    year, _dash, rest = code.partition("-")
    if rest.startswith("q"):
        return _("quarter %(n)s of %(year)s") % {"n": rest[1:], "year": year}
    return f"{rest}.{year}" if rest else year


def _column(head: HeadRecord) -> Column:
    days = f"{short_day(head.spell.first_on)}–{short_day(head.spell.last_on)}"
    if head.is_whole:
        return Column(_("In all"), days)
    if not head.name:
        return Column(_("The post is vacant"), days)
    standing = _("standing in for %(name)s") % {"name": head.stands_in_for} if head.stands_in_for else ""
    return Column(head.name, ", ".join(part for part in (head.post, standing, days) if part))


def _linked(code: str, head: HeadRecord) -> Cell:
    n, spell = head.figures[code], head.spell
    days = f"from={spell.first_on.isoformat()}&to={spell.last_on.isoformat()}"
    return Cell(written(n), f"?{days}&figure={code}#cases" if n else "")


def _more(language: str) -> list[tuple[str, str, Callable[[HeadRecord], str]]]:
    of_answers = _("Of the answers sent in time, sent late and overdue today.")
    return [
        (_("Share in time"), of_answers, lambda h: _share(h.share_in_time)),
        (_("How late"), _("Answers by working days after the due day."), _bands),
        (_("Longest delay"), "", lambda h: _days(h.most_days_late) if h.most_days_late else "—"),
        (
            _("Grounds of the refusals"),
            "",
            lambda h: "; ".join(f"{ground.name(language)}: {n}" for ground, n in h.grounds) or "—",
        ),
        (_("Mean rating"), _("1 extremely unsatisfactory, 5 excellent."), _ratings),
        (
            _("Really resolved"),
            _("Share of the ratings in which the applicant says so."),
            lambda h: _share(h.share_resolved),
        ),
    ]


def _share(value: float | None) -> str:
    return per_cent(value) if value is not None else "—"


def _bands(head: HeadRecord) -> str:
    told = []
    for low, high, n in head.late_bands:
        days = f"{low}+" if not high else str(low) if low == high else f"{low}–{high}"
        told += [_("%(days)s days: %(n)s") % {"days": days, "n": n}] if n else []
    return "; ".join(told) or "—"


def _ratings(head: HeadRecord) -> str:
    if head.mean_score is None:
        return "—"
    each = "; ".join(f"{score}: {head.scores[score]}" for score in sorted(head.scores))
    return f"{head.mean_score:.1f} ({each})".replace(".", ",", 1)


def _days(n: int) -> str:
    return ngettext("%(n)d working day", "%(n)d working days", n) % {"n": n}
