"""What differs between the register of a body and that of its document system, line by line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.exchange.models import DocumentSystem, IncomingMessage, LaterMessage, SecondEntry
from kairyluu.gateways.document_systems import TheirLine
from kairyluu.rules.exchange import reconciling
from kairyluu.rules.exchange import second_entries as known
from kairyluu.rules.exchange.reconciling import Ours, Theirs, difference
from kairyluu.usecases.exchange.message import digest_told

MOST = 2000
GRACE = timedelta(hours=1)  # what was registered just now is on its way


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """`lines` None where the other side does not show its register."""

    system: DocumentSystem
    lines: dict[UUID, TheirLine] | None
    since: date


@dataclass(frozen=True, kw_only=True)
class Found:
    key: str
    code: str
    second_id: UUID | None = None
    appeal_id: UUID | None = None
    ours: dict[str, str]
    theirs: dict[str, str]


def find_differences(command: Comparison, now: datetime) -> list[Found]:
    lines = command.lines or {}
    rows = SecondEntry.objects.filter(system=command.system, appeal__received_at__date__gte=command.since)
    rows = (
        rows.select_related("appeal", "entry")
        .prefetch_related("entry__corrections")
        .order_by("made_at", "id")
    )
    busy = set(
        LaterMessage.objects.filter(second__system=command.system)
        .exclude(state=known.DONE)
        .values_list("second_id", flat=True)
    )
    found, keys = [], set()
    for row in rows:
        keys.add(row.pk)
        ours = _ours(row, is_busy=row.pk in busy)
        theirs = _theirs(lines.get(row.pk))
        if code := difference(ours, theirs, is_told=command.lines is not None, now=now):
            found.append(_line(row, code, theirs))
    return [
        *found,
        *(
            _unknown(line)
            for key, line in sorted(lines.items())
            if key not in keys and not _is_ours(key, command)
        ),
        *_not_sent(command, now),
        *_gaps(command),
    ]


def _ours(row: SecondEntry, *, is_busy: bool) -> Ours:
    is_stale = bool(row.told_digest) and not is_busy and row.told_digest != digest_told(row)
    return Ours(
        state=row.state,
        number=row.number,
        on=row.registered_on,
        kind=row.appeal.kind,
        made_at=row.made_at,
        is_stale=is_stale,
    )


def _theirs(line: TheirLine | None) -> Theirs | None:
    return Theirs(number=line.number, on=line.on, kind=line.kind) if line else None


def _line(row: SecondEntry, code: str, theirs: Theirs | None) -> Found:
    on = row.registered_on.isoformat() if row.registered_on else ""
    return Found(
        key=str(row.pk),
        code=code,
        second_id=row.pk,
        appeal_id=row.appeal_id,
        ours={"number": row.number, "on": on, "kind": row.appeal.kind},
        theirs=_shown(theirs),
    )


def _shown(theirs: Theirs | TheirLine | None) -> dict[str, str]:
    return (
        {} if theirs is None else {"number": theirs.number, "on": theirs.on.isoformat(), "kind": theirs.kind}
    )


def _unknown(line: TheirLine) -> Found:
    return Found(key=str(line.key), code=reconciling.UNKNOWN_HERE, ours={}, theirs=_shown(line))


def _is_ours(key: UUID, command: Comparison) -> bool:
    """Older than what is compared."""
    return SecondEntry.objects.filter(pk=key, system=command.system).exists()


def _not_sent(command: Comparison, now: datetime) -> list[Found]:
    """Registered here since the body has had its first second registration, and never told."""
    first = (
        SecondEntry.objects.filter(system=command.system)
        .order_by("made_at")
        .values_list("made_at", flat=True)
    )
    begun = first.first()
    if begun is None:
        return []
    rows = Appeal.objects.filter(
        body_id=command.system.body_id,
        registered_at__gte=begun,
        registered_at__lt=now - GRACE,
        registered_on__gte=command.since,
        second_entry=None,
    )
    return [
        Found(key=str(pk), code=reconciling.NOT_SENT, appeal_id=pk, ours={"number": number}, theirs={})
        for pk, number in rows.order_by("registered_at", "pk").values_list("pk", "number")[:MOST]
    ]


def _gaps(command: Comparison) -> list[Found]:
    """Numbers of packages of theirs that never came."""
    last = command.system.last_incoming
    if command.system.kind not in known.BY_PACKAGES or not last:
        return []
    rows = IncomingMessage.objects.filter(system=command.system, number__isnull=False)
    taken = dict.fromkeys(rows.values_list("number", flat=True))
    numbers = reconciling.gaps({n: None for n in taken if n is not None}, last)
    return [
        Found(key=f"package-{n}", code=reconciling.GAP, ours={}, theirs={"number": str(n)}) for n in numbers
    ]
