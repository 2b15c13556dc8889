"""By which door a program sent an appeal, and whose program it was."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.exchange.models import Entered
from kairyluu.data.reference.models import Channel
from kairyluu.queries.directory import Directory
from kairyluu.rules.channels import API, PORTAL


@dataclass(frozen=True, kw_only=True)
class Door:
    """`program_id` of a body's program, None where anybody's own program sends. `is_listed`: the sender agreed that state,
    topic, body and days are named to everybody."""

    program_id: UUID | None = None
    is_listed: bool = False


def channel_of(door: Door | None, known: Directory) -> Channel:
    """An installation whose lists were not loaded anew has no row for programs yet."""
    programs = known.channels.get(API) if door else None
    return programs or known.channel(PORTAL)


def note_entered(appeal: Appeal, door: Door | None) -> None:
    if door and door.program_id:
        Entered.objects.create(appeal=appeal, program_id=door.program_id, is_listed=door.is_listed)
