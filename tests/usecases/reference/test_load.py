"""Loading the reference data: once, twice, and after a person has put a hand to it."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path
from time import process_time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kairyluu.data.agencies.models import Body, Territory
from kairyluu.data.journal.models import Entry
from kairyluu.data.reference.models import CalendarDay, ContentPage, Setting, Term, Topic, UrgentClass
from kairyluu.rules.facts import SYSTEM_ACTOR, Actor
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.reference.load import LoadReference, load_reference
from kairyluu.usecases.reference.merging import Counts, UnknownParent
from kairyluu.usecases.reference.tables import read_records
from tests.cast import NOW
from tests.factories.reference import DATA

pytestmark = pytest.mark.django_db


def load(folder: Path = DATA) -> dict[str, Counts]:
    return load_reference(LoadReference(folder=folder), actor=SYSTEM_ACTOR, now=NOW)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of data/ that a test may change."""
    return Path(shutil.copytree(DATA, tmp_path / "data", ignore=shutil.ignore_patterns("demo", "*.json")))


def change(file: Path, key: str, **cells: str) -> None:
    """Rewrites the cells of the row with this code."""
    rows = read_records(file)
    for row in rows:
        if row["code"] == key:
            row.update(cells)
    write(file, rows)


def drop(file: Path, key: str) -> None:
    write(file, [row for row in read_records(file) if row["code"] != key])


def write(file: Path, rows: list[dict[str, str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, rows[0])
        writer.writeheader()
        writer.writerows(rows)


def test_every_row_of_every_file_arrives() -> None:
    counts = load()

    for file, n in counts.items():
        expected = (
            len(list((DATA / file).glob("*/*.md"))) if file == "content" else len(read_records(DATA / file))
        )
        assert n == Counts(created=expected), file
    assert Term.objects.get(code="consideration-14wd").family == "consideration"
    assert CalendarDay.objects.get(date="2026-01-08").kind == "day_off_by_decision"
    assert UrgentClass.objects.get(code="A").columns["report_term"] == "urgent_report-0min"
    assert ContentPage.objects.get(slug="act", language="ky").title == "Өкмөттүн № 463 токтому"


def test_the_tree_of_bodies_knows_its_paths() -> None:
    load()

    body = Body.objects.get(code="ao-o-alai-sary-tash")
    assert body.path == "presidential-administration/pr-o/da-o-alai/ao-o-alai-sary-tash/"
    assert body.parent is not None
    assert body.parent.code == "da-o-alai"
    assert body.territory == Territory.objects.get(code="kg-o-alai")
    assert Topic.objects.get(code="social.pensions").parent == Topic.objects.get(code="social")
    assert not Body.objects.get(code="government-apparatus").is_active
    assert not Body.objects.filter(is_open=True).exists()


def test_loading_twice_writes_nothing_but_the_journal() -> None:
    load()

    with CaptureQueriesContext(connection) as queries:
        counts = load()

    writes = [q["sql"] for q in queries if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert set(counts.values()) == {Counts()}
    assert len(writes) == 1
    assert "journal_entry" in writes[0]
    assert [e.act for e in Entry.objects.all()] == ["load_reference"] * 2


def test_a_load_takes_seconds_and_a_second_one_less() -> None:
    began = process_time()
    load()
    cold = process_time() - began
    load()
    warm = process_time() - began - cold

    assert cold < 5
    assert warm < 1.5


def test_a_changed_cell_changes_its_row_only(folder: Path) -> None:
    load(folder)
    change(folder / "bodies.csv", "da-o-alai", phone="(03234) 2 50 00", parent_code="")

    counts = load(folder)

    body = Body.objects.get(code="da-o-alai")
    assert counts["bodies.csv"] == Counts(changed=1)
    assert body.phone == "(03234) 2 50 00"
    assert body.path == "da-o-alai/"
    assert Body.objects.get(code="ao-o-alai-lenin").path == "da-o-alai/ao-o-alai-lenin/"


def test_a_code_that_left_its_file_becomes_inactive_and_comes_back(folder: Path) -> None:
    load(folder)
    drop(folder / "topics.csv", "social.pensions")

    counts = load(folder)

    assert counts["topics.csv"] == Counts(retired=1)
    assert not Topic.objects.get(code="social.pensions").is_active
    assert load()["topics.csv"] == Counts(changed=1)
    assert Topic.objects.get(code="social.pensions").is_active


def test_an_edited_field_stays_and_the_difference_is_kept(folder: Path) -> None:
    load(folder)
    Setting.objects.filter(code="text_limit").update(value="6000", edited_fields=["value"])
    change(folder / "settings.csv", "text_limit", value="5000", name_en="Longest text")

    load(folder)

    setting = Setting.objects.get(code="text_limit")
    assert (setting.value, setting.name_en) == ("6000", "Longest text")
    assert setting.differs == {"value": "5000"}


def test_a_difference_goes_away_when_the_file_agrees(folder: Path) -> None:
    load(folder)
    Setting.objects.filter(code="text_limit").update(
        value="6000", edited_fields=["value"], differs={"value": "1"}
    )
    change(folder / "settings.csv", "text_limit", value="6000")

    load(folder)

    assert Setting.objects.get(code="text_limit").differs == {}


def test_what_an_administrator_made_stays_active() -> None:
    load()
    Topic.objects.create(code="own", name_ky="Өз", name_ru="Свой", name_en="Own", edited_fields=["is_active"])

    load()

    assert Topic.objects.get(code="own").is_active


def test_an_open_body_stays_open() -> None:
    load()
    Body.objects.filter(code="da-o-alai").update(is_open=True, register_index="АЛ")

    load()

    body = Body.objects.get(code="da-o-alai")
    assert body.is_open
    assert body.register_index == "АЛ"


def test_an_older_version_of_a_text_stays(folder: Path) -> None:
    load(folder)
    text = folder / "content/help/ky.md"
    text.write_text(
        text.read_text(encoding="utf-8").replace("version: 1\n", "version: 2\n"), encoding="utf-8"
    )

    load(folder)

    versions = ContentPage.objects.filter(slug="help", language="ky", is_active=True)
    assert sorted(page.version for page in versions) == ["1", "2"]


def test_an_unknown_parent_stops_the_whole_load(folder: Path) -> None:
    change(folder / "bodies.csv", "da-o-alai", parent_code="no-such-body")

    with pytest.raises(UnknownParent) as refusal:
        load(folder)

    assert refusal.value.facts["row"] == "da-o-alai"
    assert not Territory.objects.exists()


def test_a_stranger_loads_nothing() -> None:
    with pytest.raises(NotAllowed):
        load_reference(LoadReference(folder=DATA), actor=Actor(), now=NOW)

    assert not Territory.objects.exists()
