"""A complaint goes to another body than it was addressed to, because of whom it is about."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from kairyluu.data.agencies.models import Body, Post
from kairyluu.data.appeals.lodging import Target
from kairyluu.data.appeals.models import Appeal
from kairyluu.queries.conflicts.receivers import Considered, find_receiver, named_in
from kairyluu.rules.workdays import date_in_bishkek


def considered_by(addressed: Body, targets: Iterable[Target], now: datetime) -> Considered:
    return find_receiver(addressed, named_in(targets), date_in_bishkek(now))


def whereto(considered: Considered, post: Post | None = None) -> dict[str, Any]:
    """Fields of the appeal: the body that considers it, and where it was addressed and why it is elsewhere. The post
    it was addressed to is of the other body. Nobody above: the body keeps it, without those named."""
    if considered.body.pk == considered.addressed.pk:
        return {"body": considered.body, "addressee_post": post}
    return {
        "body": considered.body,
        "addressed_body": considered.addressed,
        "came_because": considered.because,
    }


def rerouted_facts(appeal: Appeal) -> dict[str, str]:
    """For the journal; empty when the addressed body considers it."""
    if appeal.addressed_body is None:
        return {}
    return {"addressed_to": appeal.addressed_body.name_ky, "because": appeal.came_because}
