"""Reference rows for tests: the real files of data/, only as much as a story needs, parsed once a run."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from kairyluu.data.agencies.models import Body, Line, Territory
from kairyluu.data.reference.models import Edition
from kairyluu.usecases.reference import tables
from kairyluu.usecases.reference.referring import LAW_RECEIVERS, URGENT_WORDS
from kairyluu.usecases.reference.tables import Table
from kairyluu.usecases.reference.urgency import ALARM_CHAIN

DATA = Path(__file__).resolve().parents[2] / "data"
WHOLE = (
    *(tables.CHANNELS, tables.OUTCOMES, tables.GROUNDS),
    *(tables.TERMS, tables.URGENT_CLASSES, tables.SETTINGS, tables.ANSWER_TEMPLATES, tables.EMPTY_PHRASES),
    *(ALARM_CHAIN, LAW_RECEIVERS),
    *(tables.PROCEDURES, tables.MISCONDUCT),
)
YEARS = (2025, 2026, 2027)
TERRITORIES = ("kg-o", "kg-gb", "kg-go", "kg-o-alai", "kg-o-gulcho-city")


@cache
def rows(table: Table) -> list[dict[str, Any]]:
    """Field values with the codes of the links beside them, as `<field>_code`."""
    return [
        tables.values_of(table, record)
        | {f"{name}_code": record[column] for name, column in table.links.items()}
        for record in tables.read_records(DATA / table.file)
    ]


def add_reference() -> None:
    """Channels, outcomes, grounds, terms, settings and templates as they are, the calendar of three years,
    the topics of both levels and a few territories."""
    Edition.objects.get_or_create(id=1)  # emptied together with all tables by tests that commit
    for table in WHOLE:
        table.model._default_manager.bulk_create(table.model(**values) for values in rows(table))
    days = [values for values in rows(tables.CALENDAR) if values["date"].year in YEARS]
    tables.CALENDAR.model._default_manager.bulk_create(tables.CALENDAR.model(**values) for values in days)
    add_tree(tables.TOPICS)
    add_tree(tables.TERRITORIES, TERRITORIES)


def add_tree(table: Table, codes: tuple[str, ...] = ()) -> dict[str, Any]:
    """Rows with parents, by code; a parent that is not wanted is left empty."""
    wanted = [v for v in rows(table) if not codes or v["code"] in codes]
    made: dict[str, Any] = {}
    while wanted:
        ready = [v for v in wanted if v["parent_code"] not in {w["code"] for w in wanted}]
        new = [table.model(**_own(v), parent=made.get(v["parent_code"])) for v in ready]
        made |= {row.code: row for row in table.model._default_manager.bulk_create(new)}
        wanted = [v for v in wanted if v not in ready]
    return made


def add_body(code: str, parent: Body | None = None, **fields: Any) -> Body:
    """One body of data/bodies.csv under the given parent."""
    values = next(v for v in rows(tables.BODIES) if v["code"] == code)
    territory = Territory.objects.filter(code=values["territory_code"]).first()
    path = f"{parent.path if parent else ''}{code}/"
    return Body.objects.create(
        **_own(values) | {"parent": parent, "path": path, "territory": territory} | fields
    )


def add_line(code: str, body: Body) -> Line:
    """One trust telephone of data/lines.csv."""
    values = next(v for v in rows(tables.LINES) if v["code"] == code)
    return Line.objects.create(**{n: v for n, v in values.items() if n != "body_code"}, body=body)


def _own(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name not in ("parent_code", "territory_code")}


def add_urgent_words() -> None:
    """The words that make the console suggest an urgent class."""
    model = URGENT_WORDS.model
    model._default_manager.bulk_create(model(**values) for values in rows(URGENT_WORDS))
