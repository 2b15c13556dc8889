"""The chain with what each body wrote to the applicant, for the applicant's page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kairyluu.data.appeals.models import Appeal
from kairyluu.queries.hands.chain import Chain, Leg, find_chain
from kairyluu.queries.hands.replies import PublicFile
from kairyluu.queries.tracking import TO_APPLICANT, Letter, files_of, letter_of


@dataclass(frozen=True, kw_only=True)
class ToldLeg:
    """One leg with its sent letter; `is_here` marks the appeal whose page it is or that the page shows."""

    leg: Leg
    letter: Letter | None
    files: tuple[PublicFile, ...]
    is_here: bool


def find_told_chain(appeal_id: UUID, here: UUID, today: date) -> tuple[Chain, tuple[ToldLeg, ...]]:
    """Every leg of the appeal, the first first; `here` is the one whose letter the page shows by itself."""
    chain = find_chain(Appeal.objects.only("id", "origin_id").get(pk=appeal_id), today)
    return chain, tuple(_told(leg, here) for leg in chain.legs)


def _told(leg: Leg, here: UUID) -> ToldLeg:
    is_here = leg.appeal.pk == here
    letter = None if is_here else letter_of(leg.appeal)
    files = [file for file in files_of(leg.appeal) if file.purpose in TO_APPLICANT] if letter else []
    return ToldLeg(leg=leg, letter=letter, files=tuple(files), is_here=is_here)
