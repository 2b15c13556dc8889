"""PDF/A documents."""

from kairyluu.gateways.documents.papers import (
    AddressSheet,
    DueDay,
    LetterPaper,
    LetterPoint,
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
    "DueDay",
    "LetterPaper",
    "LetterPoint",
    "ProofPaper",
    "ReceiptPaper",
    "RecordPaper",
    "RegisterRow",
    "RegisterSheet",
    "SheetPart",
    "SheetTable",
    "render",
    "words_of",
]
