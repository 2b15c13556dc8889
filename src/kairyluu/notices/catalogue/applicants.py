"""Letters to the applicant, in the language the reply was asked in."""

from __future__ import annotations

from kairyluu.notices.catalogue.entry import SAMPLE, NoticeKind

HANDED = SAMPLE | {
    "to_name": "Сары-Таш айыл өкмөтү",
    "reason": "Маселе айыл өкмөтүнүн ыйгарымына кирет.",
    "part": "Айыл ичиндеги көчөнү жарыктандыруу.",
    "new_number": "26-318-472-911-4",
}
MOVED = SAMPLE | {
    "old_due_on": "01.04.2026",
    "new_due_on": "04.05.2026",
    "reason": "Жер кадастрынан маалымат күтүлүүдө, ал 20-апрелде келет.",
}
ASKED = SAMPLE | {
    "question": "Кайсы көчөдө суу жок экенин тактап жазыңыз.",
    "reply_by": "20.03.2026",
    "stops_clock": "",
}
REPLY_MOVED = SAMPLE | {
    "day": "17.03.2026",
    "name": "Орозо айт",
    "question": "Кайсы көчөдө суу жок экенин тактап жазыңыз.",
    "old_reply_by": "20.03.2026",
    "reply_by": "23.03.2026",
}
PROMISED = SAMPLE | {
    "promise": "Насос алмаштырылат.",
    "note": "Насос 28-мартта алмаштырылды, суу берилди.",
}

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
    NoticeKind(code="appeal_forwarded", addressee="applicant", occasion="forward", sample=HANDED),
    NoticeKind(code="appeal_climbed", addressee="applicant", occasion="forward", sample=HANDED),
    NoticeKind(code="part_forwarded", addressee="applicant", occasion="forward_part", sample=HANDED),
    NoticeKind(code="term_extended", addressee="applicant", occasion="extend", sample=MOVED),
    NoticeKind(code="applicant_asked", addressee="applicant", occasion="ask_applicant", sample=ASKED),
    NoticeKind(code="reply_day_moved", addressee="applicant", occasion="change_calendar", sample=REPLY_MOVED),
    NoticeKind(code="appeal_withdrawn", addressee="applicant", occasion="withdraw", sample=SAMPLE),
    NoticeKind(code="promise_confirmed", addressee="applicant", occasion="confirm_promise", sample=PROMISED),
    NoticeKind(code="review_opened", addressee="applicant", occasion="ask_review", sample=SAMPLE),
)
