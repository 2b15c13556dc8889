"""One appeal of the invented country."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from kairyluu.rules import states
from kairyluu.usecases.generating.country import Place, Tale


@dataclass(slots=True, kw_only=True)
class Life:
    """Days are of Bishkek. `happened` are what other tables hold of it: code -> what belongs to it."""

    id: str
    place: Place
    tale: Tale
    text: str
    channel: str
    received: dt.datetime
    registered: dt.date | None = None
    registration_due: dt.date
    due: dt.date | None = None
    state: str = states.RECEIVED
    closed: dt.date | None = None
    outcome: str = ""
    serial: int = 0
    number: str = ""
    tracking: str = ""
    origin: str = ""
    hops: int = 0
    merged_into: str = ""
    territory: str = ""
    person: tuple[str, str, str] = ("", "", "")
    organisation: str = ""
    n_cosigners: int = 0
    is_confidential: bool = False
    is_controlled: bool = False
    happened: dict[str, Any] = field(default_factory=dict)
