"""A trust telephone on the body's page and in a frame of another site: both schedules of the regulation, I.3."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from kairyluu.data.agencies.models import Line
from kairyluu.data.reference.models import Edition
from kairyluu.rules.workdays import BISHKEK
from kairyluu.usecases.reference.load import LoadReference, load_reference
from tests.cast import NOW, Town
from tests.inspecting import InspectingClient, text_of

URL = "/lines/alai-trust/embed/"
DATA = Path(__file__).resolve().parents[3] / "data"


def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=BISHKEK)


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (at(6, 16, 8, 30), "Азыр иштейт"),
        (at(6, 16, 8, 29), "Азыр иштебейт Кийинки иштөө убактысы: 16-июнь, шейшемби, 8:30"),
        (at(6, 16, 12, 40), "Азыр түшкү тыныгуу Кийинки иштөө убактысы: 16-июнь, шейшемби, 13:00"),
        (at(6, 16, 17, 30), "Азыр иштебейт Кийинки иштөө убактысы: 17-июнь, шаршемби, 8:30"),
        (at(11, 24, 12, 20), "Азыр иштейт"),
        (at(11, 24, 12, 40), "Азыр түшкү тыныгуу Кийинки иштөө убактысы: 24-ноябрь, шейшемби, 13:30"),
        (at(11, 24, 17, 45), "Азыр иштейт"),
        (at(11, 27, 18, 0), "Азыр иштебейт Кийинки иштөө убактысы: 30-ноябрь, дүйшөмбү, 9:00"),
    ],
)
def test_it_says_whether_it_is_open_and_when_next(
    town: Town, monkeypatch: pytest.MonkeyPatch, now: datetime, told: str
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)

    page = text_of(InspectingClient().get(URL).content).replace(" ,", ",")

    assert "(03234) 5-11-84" in page
    assert told in page
    assert ("112ге чалыңыз" in page) is ("Азыр иштейт" not in page)
    body = text_of(InspectingClient().get(f"/bodies/{town.body.code}/").content)
    assert told in body.replace(" ,", ",")


def test_a_line_may_have_seasons_of_its_own(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    Line.objects.update(summer_from="05-15")
    Edition.objects.update(number=99)
    monkeypatch.setattr("django.utils.timezone.now", lambda: at(5, 12, 8, 40))

    assert "Азыр иштебейт" in text_of(InspectingClient().get(URL).content)


def test_any_site_may_frame_this_block_and_nothing_else(town: Town) -> None:
    block = InspectingClient().get(URL + "?language=ru")

    assert "frame-ancestors *" in block["Content-Security-Policy"]
    assert "X-Frame-Options" not in block
    assert "<script" not in block.content.decode()
    assert '<html lang="ru">' in block.content.decode()
    assert len(block.content) < 3000
    other = InspectingClient().get(f"/bodies/{town.body.code}/")
    assert other["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in other["Content-Security-Policy"]


def test_an_unknown_line_is_not_there(town: Town) -> None:
    assert InspectingClient().get("/lines/none/embed/").status_code == 404


def test_loading_twice_changes_nothing_and_leaves_an_edited_number_alone(town: Town) -> None:
    load_reference(LoadReference(folder=DATA), actor=town.operator_of_the_system.actor, now=NOW)
    Line.objects.filter(code="alai-trust").update(number="(03234) 5-11-85", edited_fields=["number"])

    counts = load_reference(LoadReference(folder=DATA), actor=town.operator_of_the_system.actor, now=NOW)

    assert counts["lines.csv"].to_json() == {"created": 0, "changed": 1, "retired": 0}
    line = Line.objects.get(code="alai-trust")
    assert (line.number, line.differs) == ("(03234) 5-11-85", {"number": "(03234) 5-11-84"})
