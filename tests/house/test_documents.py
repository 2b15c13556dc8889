"""What the documents name is there."""

from __future__ import annotations

import re
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
DOCS = PROJECT / "docs"
# Set by our own processes for one another.
INTERNAL = {"KAIRYLUU_TEST_SERVER", "KAIRYLUU_SUPERVISED"}


def test_every_decision_stands_in_the_index_and_the_other_way_round() -> None:
    listed = set(re.findall(r"\((\d{4}-[a-z0-9-]+\.md)\)", (DOCS / "adr" / "README.md").read_text()))

    assert listed == {path.name for path in (DOCS / "adr").glob("0*.md")}


def test_the_paths_for_newcomers_exist() -> None:
    for path in re.findall(r"`([\w./-]+/[\w./-]*)`", (DOCS / "newcomer.md").read_text()):
        assert (PROJECT / path).exists(), f"docs/newcomer.md names {path}, which is not there"


def test_what_is_half_way_stays_short() -> None:
    assert len((DOCS / "moving.md").read_text().splitlines()) < 30


def test_every_setting_from_the_environment_is_in_the_operators_list() -> None:
    listed = (DOCS / "operations.md").read_text()
    code = (path.read_text() for path in (PROJECT / "src" / "kairyluu" / "wiring").rglob("*.py"))
    named = set(re.findall(r"\"(KAIRYLUU_[A-Z_]+|DATABASE_URL|PORT)\"", " ".join(code)))
    silent = {
        n
        for n in named
        if n not in listed and n.rpartition("_")[2] not in ("PORT", "USER", "PASSWORD", "PLAIN")
    }

    assert not silent - INTERNAL, f"docs/operations.md does not name {sorted(silent - INTERNAL)}"
