"""PDF/A documents."""

from kairyluu.gateways.documents import workbook
from kairyluu.gateways.documents.analysis_papers import AnalysisPaper, PaperPart, PaperTable, PaperTrend
from kairyluu.gateways.documents.journal_papers import (
    CardPaper,
    JournalPage,
    JournalRow,
    JournalSheet,
    SubmittedSheet,
)
from kairyluu.gateways.documents.law_papers import ReferralPaper
from kairyluu.gateways.documents.papers import (
    AddressSheet,
    DueDay,
    LetterPaper,
    LetterPoint,
    PreventionPaper,
    ProofPaper,
    ReceiptPaper,
    RecordPaper,
    RegisterRow,
    RegisterSheet,
    SheetPart,
    SheetTable,
)
from kairyluu.gateways.documents.rendering import render, words_of

__all__ = [
    "AddressSheet",
    "AnalysisPaper",
    "CardPaper",
    "DueDay",
    "JournalPage",
    "JournalRow",
    "JournalSheet",
    "LetterPaper",
    "LetterPoint",
    "PaperPart",
    "PaperTable",
    "PaperTrend",
    "PreventionPaper",
    "ProofPaper",
    "ReceiptPaper",
    "RecordPaper",
    "ReferralPaper",
    "RegisterRow",
    "RegisterSheet",
    "SheetPart",
    "SheetTable",
    "SubmittedSheet",
    "render",
    "words_of",
    "workbook",
]
