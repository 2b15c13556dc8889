"""An analysis drawn from what was frozen."""

from __future__ import annotations

from typing import Any

from kairyluu.data.analyses.models import Analysis
from kairyluu.rules.analysis import telling
from kairyluu.rules.analysis.document import digest, from_json
from kairyluu.rules.analysis.drawing import Drawn, draw
from kairyluu.rules.analysis.keeping import DRAFT
from kairyluu.rules.analysis.overlap import Told, columns_of
from kairyluu.rules.analysis.writing import LANGUAGES


def told_already(book: str, year: int) -> tuple[Told, ...]:
    """What the approved analyses of a book tell of the year and those beside it."""
    years = (year - 1, year, year + 1)
    found = Analysis.objects.filter(book=book, first_on__year__in=years).exclude(state=DRAFT)
    return tuple(one for row in found.order_by("approved_at") for one in columns_of(from_json(row.data)))


def drawn(analysis: Analysis, language: str, *, for_writing: bool = False) -> Drawn:
    texts = analysis.texts.get(language, {})
    return draw(from_json(analysis.data), language, texts, for_writing=for_writing)


def whole_texts(data: dict[str, Any], texts: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    """Every paragraph in every language, as it stands: what is approved no longer depends on the program's sentences."""
    document = from_json(data)
    return {language: telling.tell(document, language) | texts.get(language, {}) for language in LANGUAGES}


def digest_of(data: dict[str, Any], texts: dict[str, dict[str, str]]) -> str:
    return digest(data, texts)


def is_untouched(analysis: Analysis) -> bool:
    """Whether the approved words and numbers still have the checksum that was printed."""
    return analysis.digest == digest_of(analysis.data, analysis.texts)


def as_json(analysis: Analysis) -> dict[str, Any]:
    """For machines: everything that was approved, with its number and checksum."""
    return {
        "id": str(analysis.pk),
        "number": analysis.number,
        "body": analysis.book,
        "period": analysis.period,
        "state": analysis.state,
        "approved_at": analysis.approved_at.isoformat() if analysis.approved_at else None,
        "published_at": analysis.published_at.isoformat() if analysis.published_at else None,
        "digest": analysis.digest,
        "figures": analysis.data,
        "texts": analysis.texts,
    }
