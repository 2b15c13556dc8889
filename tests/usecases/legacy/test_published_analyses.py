"""Rows of an old register that carry the counts of a printed report, loaded, and analysed as a body's analysis is made: the tables
are those that were printed, and where a share differs by more than a tenth of a point the checking of the report says why."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain, repeat
from pathlib import Path
from typing import Any

import pytest

from kairyluu.data.agencies.models import Territory
from kairyluu.reports.analysis.asking import AnalysisAsked
from kairyluu.reports.analysis.counting import count_analysis
from kairyluu.rules.analysis.document import Analysis, Row, Table
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.rules.figures.periods import Period
from kairyluu.rules.published.checking import check_table
from kairyluu.usecases.legacy.load import ImportRegister, import_register
from tests.cast import NOW, TODAY, Town

pytestmark = pytest.mark.django_db
REPORTS = json.loads(
    (Path(__file__).resolve().parents[2] / "rules" / "published" / "reports.json").read_text(encoding="utf-8")
)["tables"]
NEAR = Decimal("0.1")
HEADER = ["Рег. №", "Дата поступления", "Канал", "Источник", "Территория", "Тема", "Результат", "Дата ответа"]
# Code of the report -> channel and source in the words of a register; key of our breakdown.
SOURCES = {
    "president_apparatus": ("Почта", "Аппарат Президента"),
    "jogorku_kenesh": ("Почта", "Жогорку Кеңеш"),
    "pm_public_reception": ("Общественная приёмная", ""),
    "portal_kattar": ("kattar.kg", ""),
    "electronic": ("Портал", ""),
    "abroad": ("from_abroad", ""),
    "other": ("по почте", ""),
}
SOURCE_KEYS = {"portal_kattar": "electronic"}
REGIONS = {
    **{"bishkek": "kg-gb", "chui": "kg-c", "osh": "kg-o", "jalal_abad": "kg-j", "issyk_kul": "kg-y"},
    **{"naryn": "kg-n", "batken": "kg-b", "talas": "kg-t"},
}
TOPICS = {
    **{"education_science": "education", "agro_ecology": "agriculture", "communal_services": "utilities"},
    **{"material_aid": "social.material_aid", "pensions_allowances": "social.pensions"},
    **{"disaster_loans": "", "abuse_by_heads": ""},
}
CHANNELS = {
    "written": ("post", "written"),
    "electronic": ("portal", "electronic"),
    "reception": ("reception_oral", "reception_oral"),
    "oral": ("trust_telephone", "trust_telephone"),
}


def spread(rows: list[dict[str, Any]], total: int, key: str = "count") -> Iterator[str]:
    """The codes of the lines, each as often as it was counted, then "" for who is in none."""
    named = [code for row in rows for code in repeat(row["code"], row[key])]
    return chain(named, repeat("", total - len(named)))


def analysed(town: Town, file: Path, rows: list[list[str]], period: str, **asked: Any) -> Analysis:
    with file.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened).writerows([HEADER, *rows])
    done = import_register(
        ImportRegister(file=file, body=town.body.code),
        actor=SYSTEM_ACTOR,
        now=NOW,
        tell=lambda share, n: None,
    )
    assert (done.n_loaded, done.n_refused) == (len(rows), 0)
    return count_analysis(AnalysisAsked(period=Period.of(period), body=town.body.code, **asked), today=TODAY)


def table(analysis: Analysis, code: str) -> Table:
    found = analysis.table(code)
    assert found is not None
    return found


def row(table: Table, key: str) -> Row:
    return next(row for row in table.rows if row.key == key)


def test_sources_of_a_quarter_beside_the_year_before(town: Town, tmp_path: Path) -> None:
    """T1: of the quarter before two appeals are in no line, and its shares were printed on another base."""
    report = REPORTS["T1"]
    rows = []
    for year, key, total in ((2020, "count", "total"), (2019, "previous_count", "previous_total")):
        codes = spread(report["rows"], report[total], key)
        rows += [
            [f"{year}-{n}", f"{n % 28 + 1:02}.{n % 3 + 1:02}.{year}", *SOURCES[code or "other"]]
            for n, code in enumerate(codes)
        ]

    sources = table(analysed(town, tmp_path / "t1.csv", rows, "2020-Q1"), "source")

    assert (sources.total, sources.total_before) == (report["total"], report["previous_total"])
    told = {f"{f.kind} {f.place}": f for f in check_table(report)}
    for line in report["rows"]:
        ours = row(sources, SOURCE_KEYS.get(line["code"], line["code"]))
        in_none = told["sum previous"].values["gap"] if line["code"] == "other" else 0
        assert (ours.n, ours.before) == (line["count"], line["previous_count"] + in_none)
        assert abs((sources.share(ours) or 0) - Decimal(str(line["percent"]))) <= NEAR
        share_before = sources.share_before(ours) or Decimal(0)
        if abs(share_before - Decimal(str(line["previous_percent"]))) > NEAR:
            assert in_none or line["code"] in told["base previous"].values["lines"]


def test_regions_and_sources_of_a_year(town: Town, tmp_path: Path) -> None:
    """T3: 105 appeals are in no region, of whom 48 wrote from abroad; the sources are not all named."""
    report = REPORTS["T3"]
    for code in REGIONS.values():
        Territory.objects.get_or_create(
            code=code, defaults={"kind": "oblast", "name_ky": code, "name_ru": code}
        )
    regions = list(spread(report["rows"], report["total"]))
    sources = list(spread(report["second_dimension"]["rows"], report["total"]))[::-1]  # abroad: in no region
    rows = [
        [
            f"A-{n}",
            f"{n % 28 + 1:02}.{n % 12 + 1:02}.2014",
            *SOURCES[source or "other"],
            REGIONS.get(region, ""),
        ]
        for n, (region, source) in enumerate(zip(regions, sources, strict=True))
    ]

    analysis = analysed(town, tmp_path / "t3.csv", rows, "2014", is_compared=False)

    places = table(analysis, "territory")
    assert places.total == report["total"]
    for line in report["rows"]:
        ours = row(places, REGIONS[line["code"]])
        assert ours.n == line["count"]
        assert abs((places.share(ours) or 0) - Decimal(str(line["percent"]))) <= NEAR
    gap = next(f for f in check_table(report) if f.kind == "sum")
    assert row(places, "").n == gap.values["gap"]
    named = {row.key: row.n for row in table(analysis, "source").rows}
    for line in report["second_dimension"]["rows"]:
        assert named[line["code"]] == line["count"]


def test_topics_and_results_of_a_half_year(town: Town, tmp_path: Path) -> None:
    """T4: topics stand on all appeals; what was taken under control is no result, and 524 have none."""
    report = REPORTS["T4"]
    results = spread(report["second_dimension"]["rows"], report["total"])
    topics = spread(report["rows"], report["total"])
    rows = [
        [
            *(f"T-{n}", f"{n % 28 + 1:02}.{n % 6 + 1:02}.2017", "post", "", ""),
            *(TOPICS.get(topic, topic), result, "30.06.2017" if result else ""),
        ]
        for n, (topic, result) in enumerate(zip(topics, results, strict=True))
    ]
    rows = [[*cells[:7], "" if cells[6] == "under_control" else cells[7]] for cells in rows]

    analysis = analysed(town, tmp_path / "t4.csv", rows, "2017-H1", is_compared=False)

    topics_told = table(analysis, "topic")
    for line in report["rows"]:
        ours = row(topics_told, TOPICS.get(line["code"], line["code"]))
        assert ours.n == line["count"]
        assert abs((topics_told.share(ours) or 0) - Decimal(str(line["percent"]))) <= NEAR
    said = {line["code"]: line["count"] for line in report["second_dimension"]["rows"]}
    outcomes = {row.key: row.n for row in table(analysis, "outcome").rows}
    assert (outcomes["satisfied"], outcomes["explained"]) == (said["satisfied"], said["explained"])
    assert analysis.count("refused") == said["refused_consideration"]
    unlisted = next(f for f in check_table(report) if f.place == "second_dimension")
    assert analysis.count("in_consideration") == said["under_control"] + unlisted.values["gap"]


def test_channels_and_topics_of_a_city_hall(town: Town, tmp_path: Path) -> None:
    """T11: no shares were printed; 280 appeals are of topics that are not told apart."""
    report = REPORTS["T11"]
    channels = spread(report["rows"], report["total"])
    topics = spread(report["second_dimension"]["rows"], report["total"])
    rows = [
        [
            f"N-{n}",
            f"{n % 28 + 1:02}.{n % 12 + 1:02}.2014",
            CHANNELS[channel][0],
            "",
            "",
            TOPICS.get(topic, topic),
        ]
        for n, (channel, topic) in enumerate(zip(channels, topics, strict=True))
    ]

    analysis = analysed(town, tmp_path / "t11.csv", rows, "2014", is_compared=False)

    forms = table(analysis, "channel")
    assert forms.total == report["total"]
    assert sorted(row.n or 0 for row in forms.rows) == sorted(line["count"] for line in report["rows"])
    topics_told = {row.key: row.n for row in table(analysis, "topic").rows}
    said = {line["code"]: line["count"] for line in report["second_dimension"]["rows"]}
    assert topics_told["utilities"] == said["communal_services"]
    assert topics_told["social"] == said["material_aid"] + said["pensions_allowances"]
    unlisted = next(f for f in check_table(report) if f.place == "second_dimension")
    assert topics_told[""] == unlisted.values["gap"] + said["disaster_loans"] + said["abuse_by_heads"]
