"""Writing a day into the working calendar and counting every open deadline again, in the transaction of whoever calls:
the act on the page, or the worker where there are many."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass
from typing import Any

from kairyluu.data.journal.models import Entry
from kairyluu.data.journal.recording import record
from kairyluu.data.reference.models import CalendarDay as CalendarRow
from kairyluu.data.reference.models import Edition
from kairyluu.queries.clock.changing import change_of
from kairyluu.queries.clock.delicate import list_delicate
from kairyluu.queries.clock.moves import ChangedDay
from kairyluu.queries.directory import directory, one_edition
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import CalendarDay
from kairyluu.usecases.clock.recounting import Told, recount
from kairyluu.usecases.clock.summing import summary
from kairyluu.usecases.clock.telling import tell_executors
from kairyluu.usecases.clock.telling_applicants import tell_applicants
from kairyluu.usecases.reference.rights import demand_keeper

VERB = "change_calendar"


@dataclass(frozen=True, kw_only=True)
class ChangeCalendar:
    """`kind` is one of `workdays.DAY_KINDS`, empty to take the day back; `scope` the code of a territory or body,
    empty for the whole republic. `source` says where the decision can be read."""

    date: dt.date
    kind: str
    scope: str = ""
    name_ky: str = ""
    name_ru: str = ""
    name_en: str = ""
    paired_date: dt.date | None = None
    decided_on: dt.date | None = None
    announced_on: dt.date | None = None
    status: str = "unverified"
    source: str = ""
    note: str = ""

    def row(self) -> CalendarDay | None:
        """As the rules know it; raises `UnknownDayKind`."""
        values = {name: value for name, value in asdict(self).items() if name != "note"}
        return CalendarDay(**values) if self.kind else None


class DayNotNamed(Refused):
    """A day needs its name in Kyrgyz and Russian: it is shown to citizens as the reason."""


def demand_writable(command: ChangeCalendar, *, actor: Actor) -> None:
    """Raises `NotAllowed` and `DayNotNamed`."""
    demand_keeper(actor, VERB)
    if command.kind and not (command.name_ky.strip() and command.name_ru.strip()):
        raise DayNotNamed()


def write_change(command: ChangeCalendar, *, actor: Actor, now: dt.datetime) -> Entry:
    """Returns the entry of the change; its facts tell what moved."""
    demand_writable(command, actor=actor)
    Edition.objects.select_for_update().get(id=1)  # one change of the calendar after the other
    with one_edition():  # the newest one, whatever the page was drawn from
        known = directory()
    change = change_of(command.row(), ChangedDay(command.date, command.scope), known)
    day = _told(command)
    _write(command)

    told = Told(actor, now, day)
    moved = recount(change, known, told)
    delicate = list_delicate(moved.appeal_ids)
    n_told = tell_executors(moved, known, delicate, told)
    n_asked = tell_applicants(moved, told)
    counts = {"n_told": n_told, "n_applicants_told": n_asked}
    facts = day | summary(moved, known, delicate, actor=actor) | counts
    return record(VERB, actor=actor, now=now, facts=facts)


def _told(command: ChangeCalendar) -> dict[str, Any]:
    names = ("kind", "scope", "name_ky", "name_ru", "name_en")
    return {"date": command.date.isoformat()} | {name: getattr(command, name) for name in names}


def _write(command: ChangeCalendar) -> None:
    """Whatever is entered here is left alone by the next loading of the files."""
    values = asdict(command)
    place = {name: values.pop(name) for name in ("date", "scope")}
    if not command.kind:
        row = CalendarRow.objects.get(**place)
        row.is_active = False
        row.edited_fields = sorted({*row.edited_fields, "is_active"})
        row.save()
        return
    fixed = {"is_active": True, "edited_fields": sorted({*values, "is_active", *place})}
    CalendarRow.objects.update_or_create(**place, defaults=values | fixed)
