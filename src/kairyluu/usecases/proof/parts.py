"""The parts of a proof file in the order a reader asks: the four grounds first, the hashes last."""

from __future__ import annotations

from datetime import date

from kairyluu.gateways.documents import SheetPart
from kairyluu.queries.proof.dossier import Dossier
from kairyluu.usecases.proof.asked import asked, hands
from kairyluu.usecases.proof.clock import clock
from kairyluu.usecases.proof.decided import answer, journal, resolutions
from kairyluu.usecases.proof.grounds import four_grounds
from kairyluu.usecases.proof.hashes import hashes
from kairyluu.usecases.proof.restored import restored
from kairyluu.usecases.proof.told import control, letters
from kairyluu.usecases.proof.tongue import Tongue


def parts_of(dossier: Dossier, tongue: Tongue, code: str, today: date) -> list[SheetPart]:
    """`code` is what the paper is checked by."""
    return [
        four_grounds(dossier, tongue, today),
        asked(dossier, tongue),
        hands(dossier, tongue),
        *clock(dossier, tongue, today),
        journal(dossier, tongue),
        resolutions(dossier, tongue),
        answer(dossier, tongue),
        letters(dossier, tongue),
        control(dossier, tongue),
        restored(dossier, tongue),
        hashes(dossier, tongue, code),
    ]
