"""Which urgent class a text suggests, by the table of words as it stands: kept in memory, read anew after a change."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from functools import lru_cache

from kairyluu.data.reference.models import UrgentClass, UrgentWord
from kairyluu.queries.directory import directory
from kairyluu.rules.urgency.lexicon import Lexicon
from kairyluu.rules.urgency.lexicon import UrgentWord as Row
from kairyluu.rules.urgency.suggesting import suggestions

log = logging.getLogger("kairyluu.urgency")
SLOW = 0.05  # seconds


@dataclass(frozen=True, kw_only=True)
class Suggested:
    """A class a person may take up or put aside; `words` as typed."""

    code: str
    name: str
    words: str


def suggest_urgent(text: str, language: str, *, but: frozenset[str] = frozenset()) -> list[Suggested]:
    """The likeliest class first, without those put aside before; nothing while no table of words is loaded."""
    if not text.strip():
        return []
    began = time.perf_counter()
    edition = directory().edition
    names = _names(edition)
    found = [one for one in suggestions(text, _lexicon(edition)) if one.code in names and one.code not in but]
    took = time.perf_counter() - began
    if took > SLOW:
        log.info("urgent words of %d letters took %.0f ms", len(text), 1000 * took)
    return [
        Suggested(code=one.code, name=names[one.code].get(language) or names[one.code]["ky"], words=one.words)
        for one in found
    ]


def urgent_class(code: str, language: str) -> Suggested | None:
    """A class by its code, with no words; None where there is none."""
    names = _names(directory().edition).get(code) if code else None
    return Suggested(code=code, name=names.get(language) or names["ky"], words="") if names else None


@lru_cache(maxsize=2)
def _names(edition: tuple[int, str]) -> dict[str, dict[str, str]]:
    rows = UrgentClass.objects.filter(is_active=True)
    return {row.code: {"ky": row.name_ky, "ru": row.name_ru, "en": row.name_en} for row in rows}


@lru_cache(maxsize=2)
def _lexicon(edition: tuple[int, str]) -> Lexicon:
    rows = UrgentWord.objects.filter(is_active=True).order_by("pk")
    return Lexicon(
        Row(
            classes=frozenset(row.classes.split("|")),
            part=row.part,
            language=row.language,
            stem=row.stem,
            weight=row.weight,
        )
        for row in rows
    )
