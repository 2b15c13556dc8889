"""Letters to officials: a number and a link, never the content of an appeal."""

from __future__ import annotations

from kairyluu.notices.catalogue.entry import SAMPLE, NoticeKind

KINDS = (
    NoticeKind(code="work_assigned", addressee="executor", occasion="resolve", sample=SAMPLE),
    NoticeKind(code="contribution_asked", addressee="co_executor", occasion="add_note", sample=SAMPLE),
    NoticeKind(code="answer_returned", addressee="executor", occasion="return_answer", sample=SAMPLE),
)
