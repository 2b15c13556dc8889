"""The papers of the trust telephone: its journal, and what is submitted to the head."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kairyluu.gateways.documents.papers import Paper


@dataclass(frozen=True)
class JournalRow:
    """The five columns of the trust telephone's journal."""

    serial: str
    received: str
    applicant: str
    content: str
    mark: str


@dataclass(frozen=True, kw_only=True)
class JournalPage:
    """`is_closed`: nothing more is entered on it."""

    number: int
    is_closed: bool
    rows: tuple[JournalRow, ...]


@dataclass(frozen=True, kw_only=True)
class JournalSheet(Paper):
    """Each page of the journal is one sheet, whatever is written on it; a closing sheet counts them."""

    template: ClassVar[str] = "journal"
    body: str
    line: str
    year: int
    is_apart: bool
    pages: tuple[JournalPage, ...]
    n_entries: int
    n_all_pages: int
    printed: str


@dataclass(frozen=True, kw_only=True)
class SubmittedSheet(Paper):
    """What the trust telephone submits to the head on one day."""

    template: ClassVar[str] = "submitted"
    body: str
    day: str
    rows: tuple[JournalRow, ...]
    printed: str


@dataclass(frozen=True, kw_only=True)
class CardPaper(Paper):
    """An appeal for the document system of its body; of a complaint kept apart neither applicant nor words."""

    template: ClassVar[str] = "card"
    body: str
    journal: str
    number: str
    tracking_number: str
    received: str
    due: str
    is_apart: bool
    applicant: str
    text: str
