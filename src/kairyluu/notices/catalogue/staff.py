"""Letters to officials: a number and a link, never the content of an appeal."""

from __future__ import annotations

from typing import Any

from kairyluu.notices.catalogue.entry import SAMPLE, NoticeKind

MOVED = {
    "day": "17.03.2026",
    "name": "Орозо айт",
    "list": "АЛ-2026-00042: 31.03.2026 → 01.04.2026",
    "questions": "АЛ-2026-00043: 20.03.2026 → 23.03.2026",
    "requests": "",
    "n": "1",
    "n_more": "",
}
LINES: dict[str, Any] = {
    "day": "25.03.2026",
    "groups": [
        {
            "code": "late",
            "n": 2,
            "more": 1,
            "lines": [
                {"id": "0", "number": "АЛ-2026-00042", "duty": "consideration", "due_on": "24.03.2026"}
            ],
        }
    ],
}
ALARM = SAMPLE | {
    "drill": "",
    "class_code": "B",
    "class_name": "Кызматкерлердин өмүрүнө жана ден соолугуна коркунуч",
    "covers": "Ошол органдардын кызматкерлеринин өмүрүнө коркунуч",
    "body_short": "Алай РМА",
    "line": "(03234) 5-11-84",
    "day": "10.03.2026",
    "time": "12:40:07",
    "step": "1",
    "again": "",
    "link": "https://kairyluu.example/alarms/link/0/0/",
    "page": "https://kairyluu.example/alarms/0/",
}
KINDS = (
    NoticeKind(code="alarm_raised", addressee="staff", occasion="raise_alarm", sample=ALARM),
    NoticeKind(code="alarm_short", addressee="staff", occasion="raise_alarm", sample=ALARM),
    NoticeKind(
        code="confidants_gone",
        addressee="staff",
        occasion="tell_forsaken",
        sample=SAMPLE | {"day": "10.03.2026"},
    ),
    NoticeKind(
        code="files_waiting",
        addressee="technical_operator",
        occasion="tell_files_waiting",
        sample=SAMPLE | {"day": "10.03.2026", "n": 3},
    ),
    NoticeKind(
        code="webhook_paused",
        addressee="staff",
        occasion="pause_webhook",
        sample=SAMPLE
        | {
            "program": "Иш кагаздары",
            "address": "https://edo.example/hook",
            "page": "https://kairyluu.example/desk/programs/",
        },
    ),
    NoticeKind(
        code="registers_differ",
        addressee="registrar",
        occasion="registers_compared",
        sample=SAMPLE | {"n": 4, "n_new": 2},
    ),
    NoticeKind(code="work_assigned", addressee="executor", occasion="resolve", sample=SAMPLE),
    NoticeKind(code="contribution_asked", addressee="co_executor", occasion="add_note", sample=SAMPLE),
    NoticeKind(code="answer_returned", addressee="executor", occasion="return_answer", sample=SAMPLE),
    NoticeKind(code="days_moved", addressee="executor", occasion="change_calendar", sample=SAMPLE | MOVED),
    NoticeKind(code="appeal_arrived", addressee="registrar", occasion="forward", sample=SAMPLE),
    NoticeKind(code="climbed_from_below", addressee="head", occasion="forward", sample=SAMPLE),
    NoticeKind(code="work_withdrawn", addressee="executor", occasion="withdraw", sample=SAMPLE),
    NoticeKind(code="left_group", addressee="registrar", occasion="leave_cause", sample=SAMPLE),
    NoticeKind(code="applicant_replied", addressee="executor", occasion="ask_applicant", sample=SAMPLE),
    NoticeKind(code="work_forwarded", addressee="executor", occasion="forward", sample=SAMPLE),
    NoticeKind(
        code="control_taken",
        addressee="head_and_executor",
        occasion="take_under_control",
        sample=SAMPLE | {"reason": "Кайталанган кайрылуу."},
    ),
    NoticeKind(
        code="control_lifted",
        addressee="head_and_executor",
        occasion="lift_control",
        sample=SAMPLE | {"reason": "Маселе чечилди."},
    ),
    NoticeKind(
        code="information_asked",
        addressee="head_and_executor",
        occasion="request_information",
        sample=SAMPLE | {"request_due_on": "27.03.2026"},
    ),
    NoticeKind(code="information_given", addressee="who_asked", occasion="answer_request", sample=SAMPLE),
    NoticeKind(
        code="digest", addressee="staff", occasion="remind", sample=SAMPLE | LINES | {"n_referrals": 1}
    ),
    NoticeKind(code="due_today", addressee="staff", occasion="remind", sample=SAMPLE | LINES),
)
