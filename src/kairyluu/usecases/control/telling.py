"""Telling the body that it is controlled: its heads and the responsible executor, but not the person who acts."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from kairyluu.data.appeals.models import Appeal
from kairyluu.notices import outbox
from kairyluu.queries.steering.listeners import listeners_of
from kairyluu.rules.facts import Actor
from kairyluu.rules.workdays import date_in_bishkek


def tell_the_body(code: str, appeal: Appeal, *, actor: Actor, now: datetime, **facts: Any) -> None:
    for one in listeners_of(appeal, date_in_bishkek(now)):
        if one.official_id != actor.official_id:
            outbox.put(code, address=one.address, language=one.language, appeal=appeal, now=now, facts=facts)
