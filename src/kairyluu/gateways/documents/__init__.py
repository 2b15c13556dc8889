"""PDF/A documents."""

from kairyluu.gateways.documents.papers import (
    AddressSheet,
    DueDay,
    LetterPaper,
    ReceiptPaper,
    RegisterRow,
    RegisterSheet,
)
from kairyluu.gateways.documents.rendering import render

__all__ = ["AddressSheet", "DueDay", "LetterPaper", "ReceiptPaper", "RegisterRow", "RegisterSheet", "render"]
