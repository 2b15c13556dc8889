"""What a letter about an appeal may say, read when it is delivered so that it tells the present state."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from kairyluu.data.appeals.models import Answer, Appeal, Attachment, Refusal
from kairyluu.rules.workdays import date_in_bishkek


def facts_of(appeal_id: UUID, language: str, site: str) -> dict[str, str]:
    """The values every letter template may use; an unknown day is an empty string."""
    appeal = Appeal.objects.select_related("body").get(pk=appeal_id)
    outgoing: Answer | Refusal | None = (
        Answer.objects.filter(appeal=appeal).exclude(outgoing_number="").first()
        or Refusal.objects.filter(appeal=appeal).first()
    )
    return {
        "body": appeal.body.name(language),
        "tracking_number": appeal.tracking_number,
        "number": appeal.number,
        "received_on": _day(appeal.received_at),
        "registered_on": _day(appeal.registered_on),
        "registration_due_on": _day(appeal.registration_due_on),
        "consideration_due_on": _day(appeal.consideration_due_on),
        "outgoing_number": outgoing.outgoing_number if outgoing else "",
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
