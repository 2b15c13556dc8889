"""The published stylesheet is the written one, leaner."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from kairyluu.wiring.stylesheets import PublishedFiles, lean

KIT = Path(__file__).resolve().parents[2] / "src" / "kairyluu" / "design" / "static" / "design" / "kit.css"
LIMIT = 12 * 1024


def test_what_is_published_holds_every_rule(tmp_path: Path) -> None:
    storage = PublishedFiles(location=tmp_path, base_url="/static/")
    written = ContentFile(KIT.read_bytes())
    written.read()

    name = storage._save("design/kit.css", written)

    published = (tmp_path / name).read_text()
    assert published.count("{") == KIT.read_text().count("{")
    assert "@layer tokens" in published


def test_it_stays_within_its_weight() -> None:
    assert len(gzip.compress(lean(KIT.read_text()).encode(), 9)) <= LIMIT


@pytest.mark.parametrize("css", ['a::before { content: "a  { b" }', "/* it's */ a { b: c }"])
def test_words_in_quotes_are_left_alone(css: str) -> None:
    assert '"a  { b"' in lean(css) or lean(css) == "a{b: c}\n"
