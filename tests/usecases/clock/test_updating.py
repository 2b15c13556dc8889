"""The calendar changed by the files, or while an act was under way."""

from __future__ import annotations

import csv
import shutil
from datetime import date, timedelta
from pathlib import Path

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.journal.models import Entry
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.usecases.clock.change_calendar import ChangeCalendar, change_calendar
from kairyluu.usecases.clock.settle import SettleDays, settle_days
from kairyluu.usecases.reference.load import LoadReference, load_reference
from tests.cast import NOW, Town
from tests.factories import appeals

DATA = Path(__file__).resolve().parents[3] / "data"
AIT = date(2026, 3, 17)
NAMES = {"name_ky": "Орозо айт", "name_ru": "Орозо айт", "name_en": "Orozo Ait"}


def with_holiday(folder: Path) -> Path:
    """A copy of the reference files in which 17 March 2026 is a holiday."""
    shutil.copytree(DATA, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("demo"))
    file = folder / "calendar.csv"
    with file.open(encoding="utf-8", newline="") as opened:
        names = next(csv.reader(opened))
    row = dict.fromkeys(names, "") | {"date": "2026-03-17", "kind": "holiday", "status": "verified", **NAMES}
    with file.open("a", encoding="utf-8", newline="") as opened:
        csv.DictWriter(opened, names).writerow(row)
    return folder


def test_a_new_edition_of_the_files_counts_open_days_again(town: Town, tmp_path: Path) -> None:
    load_reference(LoadReference(folder=DATA), actor=SYSTEM_ACTOR, now=NOW)
    appeal = appeals.registered(town)
    assert appeal.due_on == date(2026, 3, 31)

    load_reference(LoadReference(folder=with_holiday(tmp_path)), actor=SYSTEM_ACTOR, now=NOW)

    appeal.refresh_from_db()
    assert appeal.due_on == date(2026, 4, 1)
    told = Entry.objects.get(appeal_id=appeal.pk, act="recount_deadline")
    assert (told.facts["day"]["date"], told.facts["day"]["name_ky"]) == ("2026-03-17", "Орозо айт")
    load_reference(LoadReference(folder=tmp_path), actor=SYSTEM_ACTOR, now=NOW)
    assert Entry.objects.filter(act="recount_deadline").count() == 1


def test_what_slipped_in_by_the_old_calendar_is_settled_once(town: Town) -> None:
    old = appeals.registered(town)
    command = ChangeCalendar(date=AIT, kind="holiday", **NAMES)
    change_calendar(command, actor=town.operator_of_the_system.actor, now=NOW)
    slipped = appeals.registered(town)
    Appeal.objects.filter(pk=slipped.pk).update(
        due_on=old.due_on, consideration_due_on=old.due_on, deadline_reasons=old.deadline_reasons
    )

    settled = [
        settle_days(SettleDays(), actor=SYSTEM_ACTOR, now=NOW + timedelta(minutes=n)) for n in (10, 20, 300)
    ]

    slipped.refresh_from_db()
    assert settled == [1, 0, 0]
    assert slipped.due_on == date(2026, 4, 1)
