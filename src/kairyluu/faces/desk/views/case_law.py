"""What stands beside a case about law enforcement: what was referred, and what its words suggest before it is
registered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kairyluu.faces.desk.page import language_now
from kairyluu.queries.calls.urgency import suggest_urgent
from kairyluu.queries.referrals.seeing import list_of_appeal
from kairyluu.rules.calls.alarms import About
from kairyluu.rules.calls.referrals import may_refer

if TYPE_CHECKING:
    from kairyluu.faces.desk.gate import DeskRequest
    from kairyluu.queries.cases.case import Case

MOST = 2


def law_beside(request: DeskRequest, case: Case) -> dict[str, Any]:
    """For `desk/case_law.html`; whoever sees the case is not the one it is about."""
    appeal = case.appeal
    is_new = "register" in case.verbs
    words = f"{appeal.subject}\n{appeal.text}"
    return {
        "referrals": list_of_appeal(request.actor, appeal.pk, now=request.now, today=request.today),
        "suggested": suggest_urgent(words, language_now())[:MOST] if is_new else [],
        "may_refer": bool(may_refer(request.actor, appeal.body_id, About())),
    }
