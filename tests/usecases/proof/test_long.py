"""A case with a long history still makes its paper while somebody waits."""

from __future__ import annotations

import io
import resource
from datetime import timedelta

from pypdf import PdfReader

from kairyluu.data.journal.models import TakenProof
from kairyluu.data.journal.recording import record
from kairyluu.queries.proof.taken import check_code
from kairyluu.usecases.proof.take import TakeProof, take_proof
from tests.cast import NOW, Town
from tests.factories import appeals

N = 500
LIMIT = 10.0  # seconds of a processor, ours and the press's: how busy the machine is beside does not count
LONG = "Кошумча маалымат суралды, жоопту тактоо зарыл. " * 6


def _spent() -> float:
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def test_five_hundred_entries_make_a_paper_in_ten_seconds(town: Town) -> None:
    appeal = appeals.answered(town)
    for n in range(N):
        record(
            "add_note",
            actor=town.executor.actor,
            now=NOW + timedelta(minutes=n),
            appeal_id=appeal.pk,
            body_code=town.body.code,
            facts={"asks": "Үлгүбаев Н."},
            reason=LONG,
        )

    began = _spent()
    pdf = take_proof(
        TakeProof(appeal_id=appeal.pk, language="ky"),
        actor=town.akim.actor,
        now=NOW + timedelta(days=5),
    )
    spent = _spent() - began

    pages = PdfReader(io.BytesIO(pdf)).pages
    proof = TakenProof.objects.get()
    assert spent < LIMIT
    assert len(proof.entry_ids) > N
    assert pages[-1].extract_text().count(f"{len(pages)}/{len(pages)}") == 1
    assert check_code(proof.code).agrees
