"""The filters of a list, read from an address: what is unknown is left out, nothing is ever refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kairyluu.design.wording import KINDS, STATES
from kairyluu.faces.desk.forms.days import NotADay, read_day
from kairyluu.queries.directory import Directory, directory
from kairyluu.queries.lists.queues import OTHERWISE, Filters, Queue
from kairyluu.queries.sight import Sight
from kairyluu.queries.staff import list_colleagues
from kairyluu.rules.spelling import clean_line

TERM_WORDS: dict[str, str | Promise] = {
    "overdue": _("Overdue"),
    "today": _("Ends today"),
    "soon": _("Within three days"),
    "later": _("Later"),
}
CLOSED_LISTS = ("answered", "refused", "otherwise")
LONGEST_TEXT = 200


@dataclass(frozen=True)
class Select:
    """One drop-down; `options` are (value, words, is chosen), without the one that means all."""

    name: str
    label: str | Promise
    options: tuple[tuple[str, str, bool], ...]

    @property
    def value(self) -> str:
        return next((value for value, _, is_chosen in self.options if is_chosen), "")


@dataclass(frozen=True)
class FilterBar:
    selects: tuple[Select, ...]
    text: str
    received_from: date | None
    received_to: date | None

    @property
    def filters(self) -> Filters:
        chosen: dict[str, Any] = {select.name: select.value for select in self.selects}
        return Filters(
            **chosen, text=self.text, received_from=self.received_from, received_to=self.received_to
        )

    @property
    def is_used(self) -> bool:
        return self.filters != Filters()


def filter_bar(given: QueryDict, queue: Queue, sight: Sight, *, today: date, language: str) -> FilterBar:
    """The filters that make sense for this list, with what was chosen."""
    known = directory()
    bar = [_select(given, "kind", _("Kind"), _words(KINDS))]
    if queue.code in ("mine", "overdue", "due-soon", "under-control", "all"):
        bar.append(_select(given, "state", _("State"), _words(STATES)))
    elif queue.code == "otherwise":
        bar.append(_select(given, "state", _("State"), _words({code: STATES[code] for code in OTHERWISE})))
    if queue.code not in CLOSED_LISTS:
        bar.append(_select(given, "term", _("Term"), [(c, str(w)) for c, w in TERM_WORDS.items()]))
    if sight.sees_all and queue.code not in ("inbox", "to-resolve", "mine"):
        bar.append(_select(given, "executor", _("Executor"), _executors(sight, today)))
    bar.append(_select(given, "topic", _("Topic"), _topics(known, language)))
    bar.append(
        _select(given, "channel", _("Channel"), [(c.code, c.name(language)) for c in known.channels.values()])
    )
    return FilterBar(
        selects=tuple(bar),
        text=clean_line(given.get("q", "")[:LONGEST_TEXT]),
        received_from=_day(given.get("from", "")),
        received_to=_day(given.get("to", "")),
    )


def _select(given: QueryDict, name: str, label: Any, options: list[tuple[str, str]]) -> Select:
    chosen = given.get(name, "")
    return Select(name, label, tuple((value, words, value == chosen) for value, words in options))


def _words(table: dict[str, Any]) -> list[tuple[str, str]]:
    return [(code, str(word.text)) for code, word in table.items()]


def _executors(sight: Sight, today: date) -> list[tuple[str, str]]:
    return [(c.code, c.name) for c in list_colleagues(sight.body.pk, today, "executor", "deputy", "head")]


def _topics(known: Directory, language: str) -> list[tuple[str, str]]:
    """Topics of the first level: their own come with them."""
    return [(t.code, t.name(language)) for t in known.topics.values() if t.parent_id is None]


def _day(typed: str) -> date | None:
    try:
        return read_day(typed)
    except NotADay:
        return None
