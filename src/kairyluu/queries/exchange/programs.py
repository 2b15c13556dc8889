"""Programs of bodies: which one a secret belongs to, and as whom it acts."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from uuid import UUID

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.exchange.models import Entered, Program
from kairyluu.queries.actors import official_actor
from kairyluu.queries.sight import WORKERS
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused


class NoSuchProgram(Refused):
    """Unknown, ended, run out and never taken look alike."""


def digest_of(secret: str) -> str:
    return hashlib.sha256(secret.encode(errors="surrogatepass")).hexdigest()


def program_of_secret(secret: str, today: date) -> Program:
    """Raises `NoSuchProgram`."""
    return _in_force(Program.objects.filter(digest=digest_of(secret)).exclude(digest=""), today)


def find_program(program_id: UUID, today: date) -> Program:
    """In force today; raises `NoSuchProgram`."""
    return _in_force(Program.objects.filter(pk=program_id).exclude(digest=""), today)


def actor_of_program(program: Program, today: date) -> Actor:
    """The official, with nothing but the working posts held today in this body: what he sees of others from above is not
    the program's. Raises `NoSuchProgram` when he holds none any more."""
    official = program.official
    actor = official_actor(official.pk, f"{official.full_name} ({program.name})", today)
    posts = tuple(p for p in actor.posts if p.body_id == program.body_id and p.role in WORKERS)
    if not posts:
        raise NoSuchProgram()
    return replace(actor, posts=posts)


def is_of_body(appeal_id: UUID, body_id: int) -> bool:
    """Whether the appeal is at this body now. Whether it may be seen is asked of the official."""
    return Appeal.objects.filter(pk=appeal_id, body_id=body_id).exists()


def program_that_sent(appeal_id: UUID) -> str:
    """Its name; empty where the applicant's own program did."""
    found = Entered.objects.filter(appeal_id=appeal_id).values_list("program__name", flat=True).first()
    return found or ""


def list_programs_of(actor: Actor) -> list[Program]:
    """Those in the actor's name that were not ended, the newest first."""
    if actor.official_id is None:
        return []
    rows = Program.objects.filter(official_id=actor.official_id, ended_at__isnull=True)
    return list(rows.select_related("body"))


def _in_force(rows: object, today: date) -> Program:
    found = (
        rows.filter(ended_at__isnull=True, ends_on__gte=today)  # type: ignore[attr-defined]
        .select_related("body", "official")
        .first()
    )
    if found is None or not found.body.is_active:
        raise NoSuchProgram()
    program: Program = found
    return program
