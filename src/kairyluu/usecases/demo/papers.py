"""The letters of the closed demo appeals: real PDF files, set by as many processes as there are cores."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from uuid import uuid4

from kairyluu.data.appeals.models import Appeal, Attachment, Refusal
from kairyluu.gateways import files
from kairyluu.gateways.documents import LetterPaper, render
from kairyluu.usecases.answers.letters import answer_paper, refusal_paper
from kairyluu.usecases.demo.ledger import Case

MOST = 50 * 1024 * 1024
AT_ONCE = 8


def file_letters(cases: Iterable[Case], refusals: Iterable[Refusal]) -> dict[str, str]:
    """Like `letters.file_letter` for each closed appeal whose rows are written; the hash of each letter by the
    appeal's id."""
    refused = {refusal.appeal_id: refusal for refusal in refusals}
    closed = [case for case in cases if not case.appeal.is_open]
    papers = [_paper(case, refused.get(case.appeal.id)) for case in closed]
    context = get_context("spawn")  # a forked child would share this process's database connection
    with ProcessPoolExecutor(min(os.cpu_count() or 1, 4), mp_context=context) as pool:
        sheets = pool.map(render, papers, chunksize=AT_ONCE)
        letters = [_letter(c.appeal, p, sheet) for c, p, sheet in zip(closed, papers, sheets, strict=True)]
    Attachment.objects.bulk_create(letters, batch_size=500)
    return {str(letter.appeal_id): letter.sha256 for letter in letters}


def _paper(case: Case, refusal: Refusal | None) -> LetterPaper:
    if refusal is not None:
        return refusal_paper(case.appeal, refusal)
    assert case.answer is not None
    return answer_paper(case.appeal, case.answer)


def _letter(appeal: Appeal, paper: LetterPaper, sheet: bytes) -> Attachment:
    assert appeal.closed_at is not None
    stored = files.store(io.BytesIO(sheet), limit=MOST)
    return Attachment(
        id=uuid4(),
        appeal=appeal,
        purpose="letter",
        name=files.clean_name(f"{paper.outgoing_number}.pdf"),
        media_type="application/pdf",
        size=stored.size,
        sha256=stored.sha256,
        uploaded_at=appeal.closed_at,
    )
