"""Letters to the applicant, in the language the reply was asked in."""

from __future__ import annotations

from kairyluu.notices.catalogue.entry import SAMPLE, NoticeKind

KINDS = (
    NoticeKind(code="appeal_received", addressee="applicant", occasion="submit", sample=SAMPLE),
    NoticeKind(code="appeal_registered", addressee="applicant", occasion="register", sample=SAMPLE),
    NoticeKind(code="appeal_merged", addressee="applicant", occasion="merge", sample=SAMPLE),
    NoticeKind(
        code="appeal_refused", addressee="applicant", occasion="refuse", brings_letter=True, sample=SAMPLE
    ),
    NoticeKind(
        code="answer_ready", addressee="applicant", occasion="send_answer", brings_letter=True, sample=SAMPLE
    ),
)
