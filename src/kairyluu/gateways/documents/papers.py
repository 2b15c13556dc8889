"""What each paper says: plain words, already in the paper's language; the labels around them are the paper's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar


@dataclass(frozen=True)
class DueDay:
    """What is due, by which day in words, and why that day."""

    what: str
    day: str
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class Paper:
    """`made_at` is printed nowhere but dates the file: the same paper gives the same bytes."""

    template: ClassVar[str]
    language: str
    made_at: datetime


@dataclass(frozen=True, kw_only=True)
class ReceiptPaper(Paper):
    template: ClassVar[str] = "receipt"
    body: str
    tracking_number: str
    secret: str
    received: str
    kind: str
    subject: str
    applicant: str
    due_days: tuple[DueDay, ...]
    next_steps: tuple[str, ...]
    track_url: str
    qr_url: str
    support: str


@dataclass(frozen=True)
class LetterPoint:
    """One question and its answer; `by` is a day."""

    number: int
    question: str
    answer: str
    norm: str
    measure: str
    by: str


@dataclass(frozen=True, kw_only=True)
class LetterPaper(Paper):
    """An answer, or a refusal with its `ground` and the law it stands on. `second_name` is the body's name in the
    other state language; `above` is the body that would look again, asked until `review_until` at `track_url`; empty where
    none stands above. `warning` is printed across a preview."""

    template: ClassVar[str] = "letter"
    body: str
    second_name: str
    contacts: str
    outgoing_number: str
    outgoing_on: str
    appeal_number: str
    appeal_on: str
    applicant: str
    address: str
    subject: str
    paragraphs: tuple[str, ...]
    points: tuple[LetterPoint, ...] = ()
    above: str = ""
    review_until: str = ""
    track_url: str = ""
    tracking_number: str = ""
    signer_title: str
    signer_name: str
    ground: str = ""
    ground_law: str = ""
    can_repair: bool = False
    measures: str = ""
    outcome: str = ""
    executor: str = ""
    verification_code: str = ""
    check_url: str = ""
    warning: str = ""


@dataclass(frozen=True, kw_only=True)
class AddressSheet(Paper):
    template: ClassVar[str] = "address"
    addressee: str
    address: str
    sender: str
    sender_address: str
    number: str


@dataclass(frozen=True)
class RegisterRow:
    """`score` is what the applicant gave the answer, 1 to 5, or 0 for nothing said."""

    number: str
    received: str
    registered: str
    applicant: str
    content: str
    executor: str
    due: str
    result: str
    score: int = 0
    is_resolved: bool = False


@dataclass(frozen=True, kw_only=True)
class RegisterSheet(Paper):
    template: ClassVar[str] = "register"
    body: str
    period: str
    rows: tuple[RegisterRow, ...]
    printed: str


@dataclass(frozen=True)
class SheetTable:
    """`code` and `columns` are words of the paper; every cell is text."""

    code: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class SheetPart:
    """One numbered part: `facts` (a word of the paper and its value), long `texts` with their titles, `tables`. What
    is empty is said to be empty. `note` stands under the title."""

    code: str
    facts: tuple[tuple[str, str], ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    tables: tuple[SheetTable, ...] = ()
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class ProofPaper(Paper):
    """`heads` are the first lines; `code` is what the paper is checked by."""

    template: ClassVar[str] = "proof"
    body: str
    number: str
    subject: str
    heads: tuple[tuple[str, str], ...]
    parts: tuple[SheetPart, ...]
    code: str
    check_url: str


@dataclass(frozen=True, kw_only=True)
class PreventionPaper(Paper):
    """The report on corruption and other offences; titles and columns of `parts` are words already."""

    template: ClassVar[str] = "prevention"
    body: str
    period: str
    parts: tuple[SheetPart, ...]
    printed: str


@dataclass(frozen=True, kw_only=True)
class RecordPaper(Paper):
    """The record of a body's heads; titles and labels of `parts` are words already."""

    template: ClassVar[str] = "record"
    body: str
    period: str
    parts: tuple[SheetPart, ...]
    printed: str
