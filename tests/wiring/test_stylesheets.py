"""The published stylesheet is the written one, leaner."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from kairyluu.wiring.stylesheets import PublishedFiles, lean

SHEETS = Path(__file__).resolve().parents[2] / "src" / "kairyluu" / "design" / "static" / "design"
KIT, STAFF = SHEETS / "kit.css", SHEETS / "staff.css"
LIMIT = 12 * 1024


@pytest.mark.parametrize("sheet", [KIT, STAFF], ids=["kit", "staff"])
def test_what_is_published_holds_every_rule(tmp_path: Path, sheet: Path) -> None:
    storage = PublishedFiles(location=tmp_path, base_url="/static/")
    written = ContentFile(sheet.read_bytes())
    written.read()

    name = storage._save(f"design/{sheet.name}", written)

    published = (tmp_path / name).read_text()
    assert published.count("{") == sheet.read_text().count("{")
    assert "@layer " in published


def test_it_stays_within_its_weight() -> None:
    both = (lean(sheet.read_text()).encode() for sheet in (KIT, STAFF))
    assert sum(len(gzip.compress(sheet, 9)) for sheet in both) <= LIMIT


@pytest.mark.parametrize("css", ['a::before { content: "a  { b" }', "/* it's */ a { b: c }"])
def test_words_in_quotes_are_left_alone(css: str) -> None:
    assert '"a  { b"' in lean(css) or lean(css) == "a{b:c}\n"
