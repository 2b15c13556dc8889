"""Which file fills which table of the directory: territories, bodies and their telephone lines."""

from __future__ import annotations

from kairyluu.data.agencies.models import Body, Line, Territory
from kairyluu.usecases.reference.table import Record, Table, Values, is_yes

NAMES = ("name_ky", "name_ru", "name_en")
HOURS = ("summer_hours", "summer_lunch", "winter_hours", "winter_lunch")


def _body(record: Record) -> Values:
    return {
        "hours": {name: record[name] for name in HOURS if record[name]},
        "receives_crime_reports": is_yes(record["receives_crime_reports"]),
        "is_active": is_yes(record["active"]),
    }


def _line(record: Record) -> Values:
    flags = {name: is_yes(record[name]) for name in ("takes_anonymous", "records_calls")}
    return flags | {"hours": {name: record[name] for name in HOURS if record[name]}}


TERRITORIES = Table(
    file="territories.csv",
    model=Territory,
    texts=("code", "iso", "kind", *NAMES, "aliases", "valid_from", "soate"),
    links={"parent": "parent_code"},
)
BODIES = Table(
    file="bodies.csv",
    model=Body,
    texts=(
        *("code", "kind", *NAMES, "short_ky", "short_ru", "short_en", "aliases", "phone", "trust_phone"),
        *("trust_phone_e164", "email_domain", "website", "participation", "successor_code", "soate"),
    ),
    more=_body,
    links={"parent": "parent_code", "territory": "territory_code"},
)
LINES = Table(
    file="lines.csv",
    model=Line,
    texts=(
        *("code", *NAMES, "number", "number_e164", "purpose_ky", "purpose_ru", "purpose_en", "summer_from"),
        *("winter_from", "posts", "languages", "closed_ky", "closed_ru", "closed_en"),
    ),
    more=_line,
    links={"body": "body_code"},
)
