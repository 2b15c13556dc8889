"""How a proof file says things: days, yes and no, and the plain values of a journal entry, in its reader's language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from kairyluu.data.reference.provenance import Named
from kairyluu.gateways import documents
from kairyluu.queries.directory import directory
from kairyluu.rules.workdays import BISHKEK

# Facts that only a program needs; the digest covers them all the same.
TECHNICAL = frozenset(
    (
        "other_id",
        "other_ids",
        "successor",
        "request",
        *("referral", "receiver", "way", "anonymous", "call"),
        "version",
        "position",
        "serial",
        "moved",
        "name_ru",
        "name_en",
    )
)
_LAW_67 = "Law of 4 May 2007 No. 67"
_ARTICLE = re.compile(r"Article ([\d-]*\d)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*")


@dataclass(frozen=True)
class Tongue:
    """`words` are those of the screens (`act.register`, `state.answered`, `kind.complaint`); the paper's own come with
    the paper."""

    language: str
    words: Mapping[str, str]
    template: str = "proof"

    def label(self, code: str) -> str:
        return documents.words_of(self.template, self.language).get(code, code)

    def said(self, code: str, **values: object) -> str:
        """A sentence of the paper with its values."""
        return self.label(code).format(**values)

    def word(self, table: str, code: str) -> str:
        """Of a screen's table, else of the paper, else the code itself."""
        return self.words.get(f"{table}.{code}") or self._own(f"v_{code}") or code

    def yes(self, value: bool | None) -> str:
        return "" if value is None else self.label("yes" if value else "no")

    def name(self, row: Named | None) -> str:
        return row.name(self.language) if row is not None else ""

    def title(self, post: Any) -> str:
        return str(post.title(self.language)) if post is not None else ""

    def law(self, basis: str) -> str:
        """The law a term or a ground stands on; the source names it in English."""
        if self.language == "en" or _LAW_67 not in basis:
            return basis
        article = _ARTICLE.search(basis)
        return (
            self.said("article", law=self.label("law_67"), n=article[1]) if article else self.label("law_67")
        )

    def day(self, value: date | datetime | None) -> str:
        if isinstance(value, datetime):
            value = value.astimezone(BISHKEK).date()
        return value.strftime("%d.%m.%Y") if value else ""

    def moment(self, value: datetime | None) -> str:
        return value.astimezone(BISHKEK).strftime("%d.%m.%Y %H:%M") if value else ""

    def facts(self, facts: Mapping[str, Any]) -> str:
        """Each fact of an entry with its word; what is empty or technical is left out."""
        told = {
            key: value for key, value in facts.items() if key not in TECHNICAL and value not in ("", None)
        }
        lines = ((self._own(f"f_{key}") or key, self.value(key, value)) for key, value in told.items())
        return "; ".join(f"{label}: {value}" for label, value in lines if value)

    def value(self, key: str, value: Any) -> str:
        if isinstance(value, bool):
            return self.yes(value)
        if isinstance(value, list):
            return ", ".join(self.value(key, part) for part in value)
        if isinstance(value, dict):
            return self.facts(value)
        return self._text(key, str(value)) if isinstance(value, str) else str(value)

    def _text(self, key: str, value: str) -> str:
        if _DAY.fullmatch(value):
            return self.day(date.fromisoformat(value))
        if _MOMENT.fullmatch(value):
            return self.moment(datetime.fromisoformat(value))
        known = directory()
        rows: dict[str, Mapping[str, Named]] = {
            "outcome": known.outcomes,
            "ground": known.grounds,
            "channel": known.channels,
            "topic": known.topics,
        }
        if value in rows.get(key, {}):
            return self.name(rows[key][value])
        return self.word(key, value)

    def _own(self, code: str) -> str:
        return documents.words_of(self.template, self.language).get(code, "")


def people(*parts: str) -> str:
    """Name and post."""
    return ", ".join(part for part in parts if part)
