"""Each morning the figures under watch are looked at; whoever's crossed its limit since gets one letter."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings

from kairyluu.data.figures.models import SavedView
from kairyluu.data.journal.recording import record
from kairyluu.notices import outbox
from kairyluu.queries.actors import official_actor
from kairyluu.queries.directory import directory
from kairyluu.queries.figures.definitions import definition_of
from kairyluu.queries.oversight import may_count
from kairyluu.queries.staff import address_of
from kairyluu.queries.watching.views import list_watched, value_of
from kairyluu.rules.analysis.writing import figure, plain_decimal, with_sign
from kairyluu.rules.facts import SYSTEM, Actor
from kairyluu.rules.figures.catalogue import CATALOGUE, SHARE
from kairyluu.rules.figures.comparison import Value
from kairyluu.rules.figures.crossing import judge
from kairyluu.rules.figures.periods import Period
from kairyluu.rules.figures.rolling import period_of
from kairyluu.rules.policies import NotAllowed
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act

log = logging.getLogger("kairyluu.watching")


@dataclass(frozen=True, kw_only=True)
class LookAtViews:
    """All that are watched."""


@dataclass(frozen=True, kw_only=True)
class LookAtView:
    view: SavedView


def look_at_views(command: LookAtViews, *, actor: Actor, now: datetime) -> int:
    """How many letters were written; none on a day off. Each view is a transaction of its own: one that fails holds up no other.
    Raises `NotAllowed`."""
    if actor.kind != SYSTEM:
        raise NotAllowed({"verb": "look_at_view", "because": "system_only"})
    if not directory().calendar.is_working(date_in_bishkek(now)):
        return 0
    told = 0
    for view in list_watched():
        try:
            told += look_at_view(LookAtView(view=view), actor=actor, now=now)
        except Refused as refused:  # its period or a figure is no more
            log.warning("saved view %s cannot be counted: %s", view.pk, refused.code)
    return told


@act
def look_at_view(command: LookAtView, *, actor: Actor, now: datetime) -> int:
    """1 where a letter was written. Raises `NoPeriod`, `UnknownFigure`."""
    view, today = command.view, date_in_bishkek(now)
    owner = official_actor(view.owner_id, view.owner.full_name, today)
    if not may_count(owner) or view.limit is None:
        return 0
    value = value_of(view, owner, today)
    crossing = judge(view.is_beyond, value, view.direction, view.limit)
    if crossing.is_beyond != view.is_beyond:
        view.is_beyond = crossing.is_beyond
        view.told_at = now if crossing.is_told else view.told_at
        view.save(update_fields=["is_beyond", "told_at"])
    return _tell(view, value, actor, now) if crossing.is_told else 0


def _tell(view: SavedView, value: Value, actor: Actor, now: datetime) -> int:
    address, language = address_of(view.owner_id)
    if address:
        outbox.put_for_official(
            "figure_crossed",
            notice_id=uuid5(NAMESPACE_URL, f"saved view {view.pk} {now.isoformat()}"),
            address=address,
            language=language,
            now=now,
            facts={
                "name": view.name,
                "figure": definition_of(view.figure, language).name,
                "value": in_a_letter(view.figure, value, language),
                "limit": in_a_letter(view.figure, view.limit, language),
                "direction": view.direction,
                "period": _days(period_of(view.asked["period"], date_in_bishkek(now))),
                "page": f"{settings.BASE_URL}/watch/views/{view.pk}/",
            },
        )
    facts = {"view": str(view.pk), "figure": view.figure, "value": str(value), "limit": str(view.limit)}
    record("tell_view_crossed", actor=actor, now=now, facts=facts)
    return int(bool(address))


def _days(period: Period) -> str:
    return "–".join(f"{day:%d.%m.%Y}" for day in (period.first, period.last))


def in_a_letter(code: str, value: Value, language: str) -> str:
    """As the language of the letter writes it; a share with its sign."""
    if value is None:
        return ""
    written = figure(int(value), language) if value == int(value) else plain_decimal(Decimal(value), language)
    return with_sign(written, language) if CATALOGUE[code].unit == SHARE else written
