"""Lines that reports gather: written and oral channels, branches of power."""

from __future__ import annotations

from collections.abc import Mapping

from kairyluu.queries.directory import directory
from kairyluu.rules.analysis.words import BRANCH_OF_KIND


def written_or_oral(channel: str) -> str:
    known: Mapping[str, object] = directory().channels
    found = known.get(channel)
    return "oral" if found is not None and getattr(found, "block_a", "") == "oral" else "written"


def branch(body: str) -> str:
    found = directory().ever.get(body)
    return BRANCH_OF_KIND.get(found.kind, "executive") if found else ""
