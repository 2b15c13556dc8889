"""Prints docs/states.md from rules/states.py: the diagram and the table, so that they cannot disagree."""

from __future__ import annotations

import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT / "src"))

from kairyluu.rules import states  # noqa: E402


def text() -> str:
    moving = [m for m in states.MOVES if m.source != m.target]
    staying = [m for m in states.MOVES if m.source == m.target]
    lines = [
        "# The states of an appeal",
        "",
        "Printed from `rules/states.py` by `scripts/write_states.py`; a test compares the two.",
        "",
        "```mermaid",
        "stateDiagram-v2",
        f"    [*] --> {states.RECEIVED}: submit",
        *(f"    {m.source} --> {m.target}: {m.verb}" for m in moving),
        *(f"    {code} --> [*]" for code in sorted(states.FINAL)),
        "```",
        "",
        "| State | Whose turn | Final |",
        "|---|---|---|",
        *(f"| {s.code} | {s.turn or '—'} | {'yes' if s.is_final else ''} |" for s in states.STATES.values()),
        "",
        "| From | Verb | To | What must be present |",
        "|---|---|---|---|",
        *(f"| {m.source} | {m.verb} | {m.target} | {m.needs} |" for m in (*moving, *staying)),
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    (PROJECT / "docs" / "states.md").write_text(text(), encoding="utf-8")
