"""The paper that goes to law enforcement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kairyluu.gateways.documents.papers import Paper


@dataclass(frozen=True, kw_only=True)
class ReferralPaper(Paper):
    """`applicant` is empty where no name was given; `sender` is name and post."""

    template: ClassVar[str] = "referral"
    body: str
    contacts: str
    number: str
    sent: str
    receiver: str
    address: str
    matter: str
    tense: str
    paragraphs: tuple[str, ...]
    applicant: str
    sender_name: str
    sender_post: str
