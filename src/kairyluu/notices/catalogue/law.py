"""Letters to law enforcement, and about what it has not acknowledged."""

from __future__ import annotations

from kairyluu.notices.catalogue.entry import SAMPLE, NoticeKind

REFERRAL = SAMPLE | {
    "referral_number": "260310-7F3A21",
    "referral_id": "0",
    "receiver": "Алай районунун ички иштер бөлүмү",
    "matter": "менчикке каршы кылмыш",
    "tense": "даярдалып жатат",
    "text": "Түнкүсүн складды тоноого даярданып жатышат.",
    "applicant": "",
    "sent": "10.03.2026 12:40",
    "due": "10.03.2026 12:55",
    "sender": "Үлгүбаева Бегимай, Ишеним телефонунун оператору",
    "reply_phone": "(03234) 5-11-84",
    "standing": "late",
}

KINDS = (
    NoticeKind(
        code="referred_to_law",
        addressee="law_enforcement",
        occasion="refer_to_law_enforcement",
        is_by_mail_only=True,
        sample=REFERRAL,
    ),
    NoticeKind(code="referral_waiting", addressee="staff", occasion="remind_of_referral", sample=REFERRAL),
)
