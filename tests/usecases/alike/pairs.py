"""Pairs of appeals for the tests of this folder: the same person again, a neighbour with the same cause."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from kairyluu.data.appeals.models import Appeal
from kairyluu.usecases.appeals.register import RegisterAppeal, register_appeal
from tests.cast import NOW, Town
from tests.factories import appeals
from tests.factories.appeals import SENDER

LATER = NOW + timedelta(days=2)
NEIGHBOUR = replace(
    SENDER,
    surname="Асанов",
    given_name="Бакыт",
    patronymic="",
    phone="+996555111222",
    email="bakyt@example.org",
    home_address="Ленин көчөсү, 7",
)


def again(town: Town, **changes: Any) -> Appeal:
    """The sender of the first appeal writes once more, from another address."""
    writer = replace(SENDER, email="other@example.org")
    return appeals.received(town, now=LATER, **({"applicant": writer} | changes))


def from_neighbour(town: Town, language: str = "ky") -> Appeal:
    return appeals.received(town, now=LATER, applicant=NEIGHBOUR, reply_language=language)


def entered(town: Town, appeal: Appeal) -> Appeal:
    return register_appeal(RegisterAppeal(appeal_id=appeal.pk), actor=town.registrar.actor, now=LATER)
