"""Receivers in law enforcement with invented addresses, and referrals made by the real act."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import uuid4

from kairyluu.data.reference.models import LawReceiver
from kairyluu.data.referrals.models import Referral
from kairyluu.usecases.referrals.refer import ReferToLaw, Spoken, refer_to_law_enforcement
from tests.cast import NOW, Member, Town

EMAIL = "duty@law.example"
TOLD = {
    "receiver": "alai-interior",
    "matter": "property",
    "tense": "prepared",
    "text": "Түнкүсүн складды тоноого даярданып жатышат.",
}


def with_addresses() -> None:
    """The district's receiver as an installation would have it."""
    LawReceiver.objects.filter(code="alai-interior").update(
        channels="exchange|email|telephone|letter", email=EMAIL, telephone="+996 700 000 102"
    )


def referred(town: Town, *, by: Member | None = None, now: datetime = NOW, **changes: Any) -> Referral:
    with_addresses()
    asked = TOLD | {"channel": "email", "body": town.body.code} | changes
    command = ReferToLaw(sending_key=asked.pop("sending_key", uuid4()), **asked)
    return refer_to_law_enforcement(command, actor=(by or town.operator).actor_on(now.date()), now=now)


__all__ = ["EMAIL", "TOLD", "Spoken", "referred", "with_addresses"]
