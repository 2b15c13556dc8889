"""Once a day both registers are compared: what differs is listed with the act that cures it, and who looks after the
exchange of the body is told of what is new (H19)."""

from __future__ import annotations

import logging
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from kairyluu.data.appeals.identity import new_id
from kairyluu.data.exchange.models import Difference, DocumentSystem
from kairyluu.data.journal.recording import record
from kairyluu.gateways.document_systems import SystemAway, SystemRefused, TheirLine, system_at
from kairyluu.rules import policies
from kairyluu.rules.exchange import second_entries as known
from kairyluu.rules.exchange.access import may_send_again
from kairyluu.rules.facts import SYSTEM, Actor
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.documents.connecting import connection_of
from kairyluu.usecases.documents.differing import Comparison, find_differences
from kairyluu.usecases.documents.telling import tell_keepers

BACK = timedelta(days=62)  # how far both registers are compared
MOST = 2000  # differences of one body

log = logging.getLogger("kairyluu.exchange")


@dataclass(frozen=True, kw_only=True)
class CompareRegisters:
    """`system_id`: one alone, as a person asks for it; 0 all."""

    system_id: int = 0


def compare_registers(command: CompareRegisters, *, actor: Actor, now: datetime) -> int:
    """How many differences are open now. A system that is away is compared by what we know ourselves."""
    if actor.kind != SYSTEM:
        body_id = DocumentSystem.objects.values_list("body_id", flat=True).get(pk=command.system_id)
        policies.demand(may_send_again(actor, body_id), "compare_registers")
    systems = DocumentSystem.objects.exclude(kind=known.NONE).select_related("body").order_by("pk")
    since = date_in_bishkek(now) - BACK
    n = 0
    for system in systems.filter(pk=command.system_id) if command.system_id else systems:
        comparison = Comparison(system=system, lines=_lines(system, since), since=since)
        n += _note(comparison, actor=actor, now=now)
    return n


def _lines(system: DocumentSystem, since: date) -> dict[UUID, TheirLine] | None:
    try:
        found = system_at(connection_of(system)).list_registered(since)
    except (SystemAway, SystemRefused) as away:
        log.warning("the register of %s could not be read: %s", system.body.code, away)
        return None
    return None if found is None else {line.key: line for line in found}


@act
def _note(command: Comparison, *, actor: Actor, now: datetime) -> int:
    """The open differences become those found; how many."""
    found = {(one.key, one.code): one for one in find_differences(command, now)[:MOST]}
    today = date_in_bishkek(now)
    listed = Difference.objects.filter(system=command.system, gone_on=None)
    there = {(row.key, row.code): row for row in listed}
    gone = [row.pk for name, row in there.items() if name not in found]
    Difference.objects.filter(pk__in=gone).update(gone_on=today)
    fresh = [one for name, one in found.items() if name not in there]
    Difference.objects.bulk_create(
        Difference(id=new_id(now), system=command.system, found_on=today, **asdict(one)) for one in fresh
    )
    DocumentSystem.objects.filter(pk=command.system.pk).update(compared_at=now)
    facts = {"n": len(found), "n_new": len(fresh), "was_shown": command.lines is not None}
    record("registers_compared", actor=actor, now=now, body_code=command.system.body.code, facts=facts)
    if fresh:
        tell_keepers(command.system.body, n=len(found), n_new=len(fresh), now=now)
    return len(found)
