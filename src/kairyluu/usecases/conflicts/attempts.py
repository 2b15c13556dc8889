"""Turning away whoever is kept from an appeal: for him it does not exist, for the journal he has tried."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from kairyluu.data.appeals.models import Appeal
from kairyluu.rules import conflicts
from kairyluu.rules.facts import Actor, AppealFacts
from kairyluu.rules.refusals import Refused


@dataclass(frozen=True, kw_only=True)
class Attempt:
    """What is journalled after the refused act was undone: `verb` is what was tried, `because` why it was refused."""

    appeal_id: UUID
    body_code: str
    verb: str
    because: str
    official: str = ""


R = TypeVar("R", bound=Refused)


def turned_away(refused: R, verb: str, *, actor: Actor, appeal: Appeal, facts: AppealFacts) -> R:
    """The refusal, carrying the attempt when a conflict of interest is the reason; a mere stranger leaves nothing."""
    because = conflicts.kept_away(actor, facts)
    return tried(refused, verb, appeal, because) if because else refused


def tried(refused: R, verb: str, appeal: Appeal, because: str = conflicts.COMPLAINED_ABOUT) -> R:
    """The same where the reason is known; `official` among its facts is who or what should have been given the work."""
    refused.attempt = Attempt(
        appeal_id=appeal.pk,
        body_code=appeal.body.code,
        verb=verb,
        because=because,
        official=str(refused.facts.get("official") or refused.facts.get("body") or ""),
    )
    return refused
