"""Document systems that call us through X-Road: whose they are, and what each may ask."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.exchange.models import DocumentSystem, IncomingMessage, SecondEntry
from kairyluu.rules.exchange import second_entries as known
from kairyluu.rules.exchange import xroad
from kairyluu.rules.refusals import Refused


class NotAPartner(Refused):
    """No body has this subsystem as its document system."""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """`appeal`: our numbers of the appeal that a message became."""

    key: UUID
    state: str
    why: str
    appeal: dict[str, str]


def systems_of_partner(client: str) -> tuple[int, ...]:
    """The rows whose service that subsystem offers: one system may serve many bodies. Raises `NotAPartner`."""
    try:
        wanted = xroad.written(xroad.parts_of(client, xroad.CLIENT_PARTS))
    except xroad.NotAnXRoadName:
        raise NotAPartner() from None
    rows = DocumentSystem.objects.filter(kind=known.XROAD).values_list("pk", "service").order_by("pk")
    found = tuple(pk for pk, service in rows if _partner(service) == wanted)
    if not found:
        raise NotAPartner()
    return found


def find_incoming(system_ids: tuple[int, ...], key: UUID) -> Outcome:
    """Raises `LookupError`."""
    row = IncomingMessage.objects.filter(system_id__in=system_ids, key=key).order_by("received_at").first()
    if row is None:
        raise LookupError(key)
    return Outcome(key=row.key, state=row.state, why=row.last_error, appeal=_became(row))


def find_registration(system_ids: tuple[int, ...], key: UUID) -> dict[str, object]:
    """Numbers, days and codes, never the words of an appeal. Raises `LookupError`."""
    row = SecondEntry.objects.filter(system_id__in=system_ids, pk=key).select_related("appeal").first()
    if row is None:
        raise LookupError(key)
    appeal = row.appeal
    return {
        "key": str(row.pk),
        "number": row.number,
        "registered_on": row.registered_on.isoformat() if row.registered_on else None,
        "ours": {
            "number": appeal.number,
            "registered_on": appeal.registered_on.isoformat() if appeal.registered_on else None,
            "kind": appeal.kind,
            "state": appeal.state,
            "due_on": appeal.consideration_due_on.isoformat() if appeal.consideration_due_on else None,
        },
    }


def _became(row: IncomingMessage) -> dict[str, str]:
    found = Appeal.objects.filter(submission_key=row.submission_key).first() if row.submission_key else None
    return {"number": found.number, "tracking_number": found.tracking_number} if found else {}


def _partner(service: str) -> str:
    try:
        return xroad.partner_of(service)
    except xroad.NotAnXRoadName:
        return ""
