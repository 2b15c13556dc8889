"""What a letter about an appeal may say, read when it is delivered so that it tells the present state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from uuid import UUID

from kairyluu.data.appeals.models import Answer, Appeal, Attachment, Refusal
from kairyluu.rules.workdays import date_in_bishkek

Known = Mapping[UUID, tuple[Appeal, str]]


def gather(appeal_ids: Iterable[UUID]) -> Known:
    """The appeals with the number of what was sent, for many letters at once: three queries whatever their number."""
    appeals = Appeal.objects.select_related("body").defer("search", "text").in_bulk(set(appeal_ids))
    refused = Refusal.objects.filter(appeal_id__in=appeals).values_list("appeal_id", "outgoing_number")
    answered = Answer.objects.filter(appeal_id__in=appeals).exclude(outgoing_number="")
    numbers = dict(refused) | dict(answered.values_list("appeal_id", "outgoing_number"))
    return {pk: (appeal, numbers.get(pk, "")) for pk, appeal in appeals.items()}


def facts_of(appeal_id: UUID, language: str, site: str, known: Known | None = None) -> dict[str, str]:
    """The values every letter template may use; an unknown day is an empty string. `known` from `gather`."""
    appeal, outgoing_number = (known or gather([appeal_id]))[appeal_id]
    return {
        "body": appeal.body.name(language),
        "tracking_number": appeal.tracking_number,
        "number": appeal.number,
        "received_on": _day(appeal.received_at),
        "registered_on": _day(appeal.registered_on),
        "registration_due_on": _day(appeal.registration_due_on),
        "consideration_due_on": _day(appeal.consideration_due_on),
        "outgoing_number": outgoing_number,
        "outgoing_on": _day(appeal.closed_on),
        "track_url": f"{site}/track/",
        "desk_url": f"{site}/desk/appeals/{appeal.pk}/",
        "site": site,
    }


def letter_of(appeal_id: UUID) -> Attachment | None:
    """The filed letter of an answered or refused appeal."""
    return Attachment.objects.filter(appeal_id=appeal_id, purpose="letter").first()


def _day(value: date | datetime | None) -> str:
    if value is None:
        return ""
    day = date_in_bishkek(value) if isinstance(value, datetime) else value
    return day.strftime("%d.%m.%Y")
