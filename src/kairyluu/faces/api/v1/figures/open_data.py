"""What is given away as files: which tables, in which forms, on which terms."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from ninja import Router, Schema
from pydantic import Field

from kairyluu.faces.api.shapes import answers
from kairyluu.faces.api.v1.figures.shapes import Figure, Licence, figures_of
from kairyluu.queries.directory import directory
from kairyluu.reports.published.asking import LICENCE
from kairyluu.reports.published.overview import MONTHLY
from kairyluu.reports.published.tables import TABLES, districts_of

router = Router(tags=["Statistics"])
FORMS = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


class DataFile(Schema):
    media_type: str
    address: str = Field(description="add ?period= as for the statistics")


class DataSet(Schema):
    table: str
    inside: str = Field(description="code of the oblast; else empty")
    figures: list[Figure]
    files: list[DataFile]


class DataSets(Schema):
    licence: Licence
    schema_address: str = Field(description="JSON Schema of the JSON files")
    items: list[DataSet]


@router.get("/open-data", response=answers(DataSets), summary="Files of open data", url_name="open-data")
def open_data(request: HttpRequest) -> DataSets:
    """Tables without personal data that may be taken and published by anybody under the licence named."""
    sets = [_set("months", "", MONTHLY)]
    sets += [_set(table.slug, "", table.shown) for table in TABLES.values()]
    tops = sorted(code for code, place in directory().territories.items() if place.parent_id is None)
    sets += [_set("districts", code, districts_of(code).shown) for code in tops]
    address = _site() + reverse("portal:statistics-schema")
    return DataSets(licence=Licence(**LICENCE), schema_address=address, items=sets)


def _set(table: str, inside: str, codes: tuple[str, ...]) -> DataSet:
    return DataSet(
        table=table,
        inside=inside,
        figures=figures_of(codes),
        files=[
            DataFile(media_type=kind, address=_address(table, inside, ending))
            for ending, kind in FORMS.items()
        ],
    )


def _address(table: str, inside: str, ending: str) -> str:
    if inside:
        return _site() + reverse("portal:statistics-districts-file", args=[inside, ending])
    return _site() + reverse("portal:statistics-file", args=[table, ending])


def _site() -> str:
    return str(settings.BASE_URL).rstrip("/")
