"""What a list of requests was asked for, and what is told of one."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from kairyluu.design.wording import PUBLIC_STATES, word_for
from kairyluu.faces.api.georeport.writing import Wrong
from kairyluu.faces.api.language import language_now
from kairyluu.faces.api.v1.tracking import INSIDE
from kairyluu.queries.exchange.listed import Wanted
from kairyluu.rules.workdays import BISHKEK

SPAN = timedelta(days=90)  # of a list that names no days


def wanted_of(asked: QueryDict, program_id: UUID | None, now: datetime) -> Wanted:
    """Raises `Wrong`."""
    since, until = _moment(asked.get("start_date", "")), _moment(asked.get("end_date", ""))
    numbers = _several(asked.get("service_request_id", ""))
    if since is None and not numbers:
        since = (until or now) - SPAN
    return Wanted(
        program_id=program_id,
        body=asked.get("jurisdiction_id", ""),
        numbers=numbers,
        topics=_several(asked.get("service_code", "")),
        is_open=_is_open(asked.get("status", "")),
        since=since,
        until=until,
    )


def told(one: Any) -> dict[str, Any]:
    """Never words, people or places: they are personal data (decision record on the two doors)."""
    appeal = one.appeal
    language = language_now()
    state = word_for(PUBLIC_STATES, INSIDE.get(appeal.state, appeal.state))
    changed = appeal.closed_at or appeal.received_at
    return {
        "service_request_id": appeal.tracking_number,
        "status": "open" if appeal.is_open else "closed",
        "status_notes": str(state.text),
        "service_name": appeal.topic.name(language) if appeal.topic else None,
        "service_code": appeal.topic.code if appeal.topic else None,
        "description": None,
        "agency_responsible": appeal.body.name(language),
        "service_notice": None,
        "requested_datetime": _written(appeal.received_at),
        "updated_datetime": _written(changed),
        "expected_datetime": f"{appeal.due_on.isoformat()}T23:59:59+06:00" if appeal.due_on else None,
        "address": None,
        "address_id": None,
        "zipcode": None,
        "lat": None,
        "long": None,
        "media_url": None,
    }


def _written(moment: datetime) -> str:
    return moment.astimezone(BISHKEK).isoformat(timespec="seconds")


def _several(said: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in said[:4000].split(",") if one.strip())[:50]


def _is_open(said: str) -> bool | None:
    asked = set(_several(said))
    if asked - {"open", "closed"}:
        raise Wrong(400, (_("status is open or closed."),))
    return None if len(asked) != 1 else asked == {"open"}


def _moment(said: str) -> datetime | None:
    if not said:
        return None
    try:
        found = parse_datetime(said[:40].replace(" ", "+"))
    except ValueError:
        found = None
    if found is None or not 2000 <= found.year <= 2099:
        raise Wrong(400, (_("Write moments like 2026-03-06T09:00:00+06:00."),))
    return found if found.tzinfo else found.replace(tzinfo=BISHKEK)
