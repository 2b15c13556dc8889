"""What the documents name is there."""

from __future__ import annotations

import re
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
DOCS = PROJECT / "docs"


def test_every_decision_stands_in_the_index_and_the_other_way_round() -> None:
    listed = set(re.findall(r"\((\d{4}-[a-z0-9-]+\.md)\)", (DOCS / "adr" / "README.md").read_text()))

    assert listed == {path.name for path in (DOCS / "adr").glob("0*.md")}


def test_the_paths_for_newcomers_exist() -> None:
    for path in re.findall(r"`([\w./-]+/[\w./-]*)`", (DOCS / "newcomer.md").read_text()):
        assert (PROJECT / path).exists(), f"docs/newcomer.md names {path}, which is not there"


def test_what_is_half_way_stays_short() -> None:
    assert len((DOCS / "moving.md").read_text().splitlines()) < 30
