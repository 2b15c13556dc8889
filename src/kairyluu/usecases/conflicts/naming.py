"""Storing whom a complaint is about; words that may mean an official keep him away until a person has decided."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from kairyluu.data.appeals.lodging import Target, add_targets
from kairyluu.data.appeals.models import Appeal
from kairyluu.queries.conflicts.suspects import find_suspects
from kairyluu.queries.directory import directory
from kairyluu.rules.workdays import date_in_bishkek


def name_targets(appeal: Appeal, targets: Iterable[Target], now: datetime) -> None:
    """Raises KeyError for an unknown body and `Official.DoesNotExist` for an unknown official."""
    add_targets(appeal, targets, directory().bodies)
    written_to = appeal.addressed_body or appeal.body
    for target in appeal.targets.select_related("body").exclude(description=""):
        if target.official_id is None:
            found = find_suspects(target.description, written_to, target.body, date_in_bishkek(now))
            target.suspect_ids = found
            target.save(update_fields=["suspect_ids"])
