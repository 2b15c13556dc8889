"""The acts on an appeal: each a POST to its own address, answered by the case page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kairyluu.faces.desk.case_forms import form_for
from kairyluu.faces.desk.case_words import Failed
from kairyluu.faces.desk.forms.case import ActForm
from kairyluu.faces.desk.forms.case_inserting import with_more_rows, with_phrase, with_template
from kairyluu.faces.desk.forms.case_resolve import ResolveForm
from kairyluu.faces.desk.gate import DeskRequest, at_desk
from kairyluu.faces.desk.sentences import sentence
from kairyluu.faces.desk.views.case import draw_case, looked_at
from kairyluu.queries.cases.case import Case
from kairyluu.rules import policies
from kairyluu.rules.policies import NotAllowed
from kairyluu.rules.refusals import Refused
from kairyluu.rules.states import NotPossibleNow
from kairyluu.usecases.act import ChangedMeanwhile
from kairyluu.usecases.answers.draft_answer import draft_answer
from kairyluu.usecases.answers.return_answer import return_answer
from kairyluu.usecases.answers.send_answer import send_answer
from kairyluu.usecases.answers.sign_answer import sign_answer
from kairyluu.usecases.answers.submit_answer import SubmitAnswer, submit_answer
from kairyluu.usecases.appeals.add_note import add_note
from kairyluu.usecases.appeals.contribute import contribute
from kairyluu.usecases.appeals.opening import AppealNotFound
from kairyluu.usecases.appeals.register import register_appeal
from kairyluu.usecases.appeals.resolve import resolve_appeal
from kairyluu.usecases.files.upload import attach_to_work
from kairyluu.usecases.quality.list_questions import list_questions

Act = Callable[..., Any]
Change = Callable[[DeskRequest, Case], Any]


def _view(verb: str, perform: Act, said: str | Promise, change: Change | None = None) -> Any:
    """The view of one act. `change` answers a round trip that only changes the form, or None."""

    @at_desk
    def view(request: DeskRequest, appeal_id: UUID) -> HttpResponse:
        if request.method != "POST":
            return redirect("desk:case", appeal_id)
        case = looked_at(request, appeal_id)
        changed = change(request, case) if change and verb in case.verbs else None
        if changed is not None:
            return draw_case(request, case, failed=Failed(form_for(verb, case, changed).unchecked()))
        return carry_out(request, case, verb, perform, said)

    view.__name__ = verb
    return view


def carry_out(request: DeskRequest, case: Case, verb: str, perform: Act, said: str | Promise) -> HttpResponse:
    """Does the act and goes back to the page; refused, the page is drawn with everything that was typed."""
    form = form_for(verb, case, request.POST, request.FILES)
    verdict = policies.VERBS[verb](request.actor, case.facts)
    if not verdict:
        told, _field = sentence(NotAllowed({"verb": verb, "because": verdict.because}))
        return draw_case(request, case, failed=Failed(form, told), status=_status(verdict.because))
    if not form.is_valid():
        return draw_case(request, case, failed=Failed(form), status=422)
    try:
        perform(form.to_command(case.appeal.pk), actor=request.actor, now=request.now)  # type: ignore[attr-defined]
    except AppealNotFound:
        raise Http404 from None
    except Refused as refused:
        return _refused(request, case, form, refused)
    messages.success(request, str(said))
    return redirect("desk:case", case.appeal.pk)


def _refused(request: DeskRequest, case: Case, form: ActForm, refused: Refused) -> HttpResponse:
    """The page as it is now: somebody may have acted."""
    told, field = sentence(refused)
    form.refuse(refused, told, field)
    has_moved = isinstance(refused, (ChangedMeanwhile, NotAllowed, NotPossibleNow))
    now = looked_at(request, case.appeal.pk)
    return draw_case(request, now, failed=Failed(form, told), status=409 if has_moved else 422)


def _status(because: str) -> int:
    return 409 if because == "not_possible_now" else 403


def _resolve_change(request: DeskRequest, case: Case) -> Any:
    if "insert" in request.POST:
        return with_phrase(request.POST)
    if "more" in request.POST:
        form = form_for("resolve", case, request.POST)
        return with_more_rows(request.POST, form.n_rows) if isinstance(form, ResolveForm) else None
    return None


def _draft_change(request: DeskRequest, case: Case) -> Any:
    return with_template(request.POST, case) if "insert" in request.POST else None


def _save_and_submit(command: Any, *, actor: Any, now: Any) -> None:
    """Saves the draft as it stands in the form, then puts just that before the head."""
    draft_answer(command, actor=actor, now=now)
    saved = command.seen_version + 1
    submit_answer(SubmitAnswer(appeal_id=command.appeal_id, seen_version=saved), actor=actor, now=now)


register = _view("register", register_appeal, _("The appeal is registered."))
questions = _view("list_questions", list_questions, _("The questions are listed."))
resolve = _view("resolve", resolve_appeal, _("The resolution is given."), _resolve_change)
_draft = _view("draft_answer", draft_answer, _("The draft is saved."), _draft_change)
submit = _view("submit_answer", _save_and_submit, _("The answer is put before the head."))
return_ = _view("return_answer", return_answer, _("The draft is returned with remarks."))
sign = _view("sign_answer", sign_answer, _("The answer is signed."))
send = _view("send_answer", send_answer, _("The answer is sent; the appeal is closed."))
note = _view("add_note", add_note, _("The note is added."))
contribution = _view("contribute", contribute, _("Your part is handed in."))
attach = _view("attach_file", attach_to_work, _("The file is attached."))


def draft(request: DeskRequest, appeal_id: UUID) -> HttpResponse:
    """Saved, the draft is shown again or, if asked for, beside what it repeats."""
    response: HttpResponse = _draft(request, appeal_id)
    if response.status_code == 302 and "compare" in request.POST:
        return redirect("desk:case-copies", appeal_id)
    return response
