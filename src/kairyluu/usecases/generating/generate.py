"""Making the invented country: in one transaction, in bounded memory, the same from the same seed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from django.conf import settings
from django.db import connection

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import Appeal, RegisterBook
from kairyluu.data.figures import rebuilding
from kairyluu.data.journal.recording import record
from kairyluu.queries.directory import Directory, directory
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.demo.load import NotInDemoMode, RealAppealsPresent, ReferenceDataMissing
from kairyluu.usecases.generating.almanac import Almanac
from kairyluu.usecases.generating.columns import TABLES, table_of
from kairyluu.usecases.generating.copying import Copier
from kairyluu.usecases.generating.country import build_country
from kairyluu.usecases.generating.lightening import lightened
from kairyluu.usecases.generating.lives import Teller
from kairyluu.usecases.generating.sheets import Sheets
from kairyluu.usecases.reference.rights import demand_keeper

CHUNK = 20_000
MANY = 50_000  # from here on it is quicker to build the indexes anew
PATTERN = "{index}-{year}-{serial:05}"
SEQUENCES = ("Resolution",)


@dataclass(frozen=True, kw_only=True)
class Generate:
    """`until` is the last day of the country's past. `is_light` None: with many rows indexes are built at the end."""

    n_appeals: int
    seed: int
    until: dt.date
    is_light: bool | None = None


@dataclass(frozen=True)
class Generated:
    """`digest` is the same wherever the same seed, number and day made a country of the same reference data."""

    n_appeals: int
    digest: str


class NotACountry(Refused):
    """From one to ten million appeals; facts: n_appeals."""


@act
def generate(command: Generate, *, actor: Actor, now: dt.datetime, tell: Callable[[int], None]) -> Generated:
    """`tell(n)` after each chunk. Raises as `load_demo` does beside real appeals."""
    demand_keeper(actor, "generate")
    known = _demand_room(command)
    country = build_country(Path(settings.REFERENCE_DATA) / "demo", known, command.seed)
    almanac = Almanac(known, command.until)
    books = _open_books(almanac)
    teller = Teller(country, almanac, command.seed, command.n_appeals)
    sheets = Sheets(country, books)
    is_light = command.n_appeals >= MANY if command.is_light is None else command.is_light
    tables = [table_of(model) for model in TABLES]
    with lightened(tables) if is_light else nullcontext():
        n_written = _write(teller, sheets, tell)
    _close_books(teller.ways.serials, books)
    _settle(tables)
    if is_light:
        rebuilding.rebuild()
    facts = {"n_appeals": n_written, "seed": command.seed, "digest": sheets.digest.hexdigest()}
    record("generate", actor=actor, now=now, facts=facts)
    return Generated(n_written, sheets.digest.hexdigest())


def _write(teller: Teller, sheets: Sheets, tell: Callable[[int], None]) -> int:
    lives, n_written = teller.tell(), 0
    with Copier() as copier:
        while chunk := list(islice(lives, CHUNK)):
            for life in chunk:
                sheets.add(life)
            copier.take(sheets.take())
            n_written += len(chunk)
            tell(n_written)
    return n_written


def _demand_room(command: Generate) -> Directory:
    if not settings.DEMO:
        raise NotInDemoMode()
    if not 1 <= command.n_appeals <= 10_000_000:
        raise NotACountry({"n_appeals": command.n_appeals})
    if Appeal.objects.exists():
        raise RealAppealsPresent({"n_appeals": Appeal.objects.count()})
    known = directory()
    if not known.bodies:
        raise ReferenceDataMissing()
    return known


def _open_books(almanac: Almanac) -> dict[tuple[str, int], int]:
    """Of every body and year; an empty one more does no harm."""
    bodies = list(Body.objects.filter(is_active=True).order_by("code"))
    years = range(almanac.first.year, almanac.until.year + 1)
    RegisterBook.objects.bulk_create(
        (RegisterBook(body=body, year=year, pattern=PATTERN) for body in bodies for year in years),
        ignore_conflicts=True,
    )
    found = RegisterBook.objects.values_list("body__code", "year", "pk").order_by()
    return {(code, year): pk for code, year, pk in found}


def _close_books(serials: dict[tuple[str, int], int], books: dict[tuple[str, int], int]) -> None:
    """The next real number of each book comes after the invented ones."""
    rows = [(books[key], last) for key, last in serials.items()]
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE appeals_registerbook b SET last_serial = t.last, last_outgoing = t.last "
            "FROM unnest(%s::bigint[], %s::bigint[]) AS t (id, last) WHERE b.id = t.id",
            [[pk for pk, _ in rows], [last for _, last in rows]],
        )


def _settle(tables: list[str]) -> None:
    """Ids that were given here are taken; the planner knows what came."""
    with connection.cursor() as cursor:
        for model in SEQUENCES:
            table = table_of(model)
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), "  # noqa: S608 - a fixed name
                f"greatest((SELECT max(id) FROM {table}), 1))"
            )
        for table in tables:
            cursor.execute(f"ANALYZE {table}")
