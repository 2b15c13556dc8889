"""Reading the screen of control; which appeals were shown to whom is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kairyluu.data.journal.recording import record_look
from kairyluu.queries.oversight import may_read_below
from kairyluu.queries.sight import NotYourBody, find_sight
from kairyluu.queries.steering.board import SECTIONS, Base, Section, of_body, of_subtree, read_board
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act

BODY_ROLES = ("head", "deputy", "controller")


@dataclass(frozen=True, kw_only=True)
class ReadControl:
    """`body` is its code, empty for everything the reader stands above; `only` one section with all its lines."""

    body: str = ""
    language: str = "ky"
    only: str = ""


class NoSuchSection(Refused):
    """The screen has no section of this name."""


@act
def read_control(command: ReadControl, *, actor: Actor, now: datetime) -> list[Section]:
    """Raises `NotYourBody`, also for those of the body who do not control it."""
    if command.only and command.only not in SECTIONS:
        raise NoSuchSection()
    base = _base(command, actor)
    sections = read_board(base, date_in_bishkek(now), command.language, command.only)
    shown = dict.fromkeys(line.row.id for section in sections for line in section.lines)
    record_look(
        "control",
        actor=actor,
        now=now,
        appeal_ids=list(shown),
        body_code=command.body,
        only=command.only,
    )
    return sections


def _base(command: ReadControl, actor: Actor) -> Base:
    if not command.body:
        if not may_read_below(actor):
            raise NotYourBody()
        return of_subtree(actor)
    sight = find_sight(actor, command.body)
    if not (sight.has_role(*BODY_ROLES) or (sight.sees_all and not sight.works_here)):
        raise NotYourBody()
    return of_body(sight)
