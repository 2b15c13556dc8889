"""The case page: everything about one appeal in the order of work, and the forms of the acts that are open."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from kairyluu.faces.desk.case_forms import forms_of
from kairyluu.faces.desk.case_words import Failed, history_of
from kairyluu.faces.desk.gate import DeskRequest, at_desk
from kairyluu.faces.desk.page import draw
from kairyluu.faces.desk.views.case_law import law_beside
from kairyluu.queries.alarms.seeing import list_of_appeal
from kairyluu.queries.alike.beside import find_beside
from kairyluu.queries.cases.case import Case, NoSuchCase, find_case
from kairyluu.queries.exchange.documents import has_system
from kairyluu.queries.exchange.programs import program_that_sent
from kairyluu.queries.exchange.second_entries import find_second
from kairyluu.queries.hands.chain import find_chain_for
from kairyluu.queries.hands.days import may_ask_again, may_be_extended
from kairyluu.queries.hands.parts import mark_given
from kairyluu.queries.letters.reading import letters_of_appeal
from kairyluu.queries.quality.near_copies import list_near_copies, list_near_copies_now
from kairyluu.rules import policies
from kairyluu.rules.calls.alarms import may_raise
from kairyluu.rules.channels import API
from kairyluu.usecases.alike.set_signature import SIGNATURES
from kairyluu.usecases.appeals.look import LookAt, look_at
from kairyluu.usecases.appeals.opening import AppealNotFound


@require_safe
@at_desk
def case(request: DeskRequest, appeal_id: UUID) -> HttpResponse:
    return draw_case(request, looked_at(request, appeal_id))


def looked_at(request: DeskRequest, appeal_id: UUID, what: str = "case") -> Case:
    """The case, the look at it recorded; for who may not see it there is no such page."""
    try:
        look_at(LookAt(appeal_id=appeal_id, what=what), actor=request.actor, now=request.now)
        return find_case(request.actor, appeal_id, today=request.today)
    except (AppealNotFound, NoSuchCase):
        raise Http404 from None


def draw_case(
    request: DeskRequest, case: Case, *, failed: Failed | None = None, status: int = 200
) -> HttpResponse:
    """`failed` is a form to show again with what was typed; where its act is no longer open, its words are shown."""
    forms: dict[str, Any] = forms_of(case)
    appeal = case.appeal
    if failed and failed.form.verb in forms:
        failed.form.redrawn_with(case.appeal.version)
        forms[failed.form.verb] = failed.form
    context = {
        "case": case,
        "appeal": appeal,
        "forms": forms,
        "failed": failed,
        "lost": failed if failed and failed.form.verb not in forms else None,
        "history": history_of(case),
        "alike": find_beside(request.actor, case.appeal, case.verbs),
        "signatures": SIGNATURES,
        "disputed": case.disputed,
        "chain": find_chain_for(request.actor, case.appeal, request.today),
        "listed": mark_given(appeal.pk, case.questions) if case.questions else (),
        "copies": copies_of(request, case),
        "today": request.today,
        "may_extend": "extend" in case.verbs and may_be_extended(case.appeal, request.today),
        "entered_by": program_that_sent(appeal.pk) if appeal.channel.code == API else "",
        "second": find_second(appeal.pk),
        "prints_card": bool(appeal.number) and not has_system(appeal.body_id),
        "may_ask": "ask_applicant" in case.verbs and (case.silent_since is None or may_ask_again()),
        "may_raise_alarm": bool(may_raise(request.actor, case.appeal.body_id)),
        "alarms": list_of_appeal(request.actor, case.appeal.pk, request.today),
        "law": law_beside(request, case),
        "letters": letters_of_appeal(appeal.pk),
        "takes_proof": bool(policies.may_take_proof(request.actor, case.facts)),
    }
    return draw(request, "desk/case.html", context, status=status)


def copies_of(request: DeskRequest, case: Case) -> list[Any]:
    """Earlier answers that the unsent one repeats; whoever may sign is shown what he would be asked about."""
    if case.answer is None or not case.appeal.is_open:
        return []
    if "sign_answer" in case.verbs:
        return list_near_copies_now(request.actor, case.appeal, case.answer)
    return list_near_copies(request.actor, case.appeal)
