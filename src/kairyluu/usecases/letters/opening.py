"""Fetching a letter for an act: locked, and only for who may read it. A step of the acts on letters."""

from __future__ import annotations

from uuid import UUID

from kairyluu.data.letters.models import InboundLetter
from kairyluu.queries.letters.reading import open_to
from kairyluu.rules.facts import Actor
from kairyluu.rules.letters.access import may_read_letters
from kairyluu.rules.refusals import Refused


class LetterNotFound(Refused):
    """There is no such letter for this actor: absent and hidden look alike."""


class LetterSettled(Refused):
    """It was decided already; facts: state."""


def open_letter_for(letter_id: UUID, *, actor: Actor) -> InboundLetter:
    letters = open_to(actor).select_for_update(of=("self",)).select_related("body")
    letter = letters.filter(pk=letter_id).first()
    if letter is None or not may_read_letters(actor, letter.body_id):
        raise LetterNotFound()
    return letter
