"""The analysis of a period on paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from kairyluu.gateways.documents.papers import Paper


@dataclass(frozen=True, kw_only=True)
class PaperTable:
    """Every cell is text; `total` may be empty. `bars` in per cent, one for each row or none at all."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    bars: tuple[float | None, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PaperPart:
    code: str
    title: str
    paragraphs: tuple[str, ...]
    table: PaperTable | None = None


@dataclass(frozen=True, kw_only=True)
class PaperTrend:
    """Columns by month: label, height from 0 to 100 (None: nothing to draw), what stands above it."""

    title: str
    text: str
    months: tuple[tuple[str, float | None, str], ...]


@dataclass(frozen=True, kw_only=True)
class AnalysisPaper(Paper):
    """`approved` is a day and who; `draft` is the word printed across what is not approved, else empty. `labels` are
    words in the paper's language."""

    template: ClassVar[str] = "analysis"
    title: str
    body: str
    period: str
    number: str
    approved: str
    digest: str
    draft: str
    parts: tuple[PaperPart, ...]
    labels: Mapping[str, str]
    trends: tuple[PaperTrend, ...] = ()
