"""Repeats, duplicates, look-alikes and signatures of one appeal: each decision a POST, and a page that compares two texts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from kairyluu.faces.desk.alike_words import marked
from kairyluu.faces.desk.case_words import Failed
from kairyluu.faces.desk.forms import alike as forms
from kairyluu.faces.desk.forms.case import ActForm
from kairyluu.faces.desk.gate import DeskRequest, at_desk
from kairyluu.faces.desk.page import draw
from kairyluu.faces.desk.sentences import sentence
from kairyluu.faces.desk.views.case import draw_case, looked_at
from kairyluu.rules.likeness import compare as compare_texts
from kairyluu.rules.likeness import shared_passages
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import ChangedMeanwhile
from kairyluu.usecases.alike.end_correspondence import end_correspondence
from kairyluu.usecases.alike.group import group_alike
from kairyluu.usecases.alike.leave_cause import leave_cause
from kairyluu.usecases.alike.liken import liken_appeals
from kairyluu.usecases.alike.mark_meeting import mark_meeting
from kairyluu.usecases.alike.merge import merge_appeal
from kairyluu.usecases.alike.set_signature import set_signature
from kairyluu.usecases.alike.translate_answer import translate_answer
from kairyluu.usecases.appeals.opening import AppealNotFound


def _view(form_class: type[ActForm], perform: Callable[..., Any], said: str | Promise, name: str) -> Any:
    """Does one act and goes back to the case; refused, it says why there. Where somebody else has acted since the page
    was drawn, what was typed is shown again."""

    @at_desk
    def view(request: DeskRequest, appeal_id: UUID) -> HttpResponse:
        if request.method == "POST":
            case = looked_at(request, appeal_id)
            form = form_class(request.POST, version=case.appeal.version)
            moved = _carry_out(request, appeal_id, form, perform, said)
            if moved is not None:
                told = Failed(form, sentence(moved)[0])
                return draw_case(request, looked_at(request, appeal_id), failed=told, status=409)
        return redirect("desk:case", appeal_id)

    view.__name__ = name
    return view


def _carry_out(
    request: DeskRequest, appeal_id: UUID, form: ActForm, perform: Callable[..., Any], said: str | Promise
) -> ChangedMeanwhile | None:
    if not form.is_valid():
        told = [str(problem) for problems in form.errors.values() for problem in problems]
        messages.warning(request, " ".join(dict.fromkeys(told)))
        return None
    try:
        perform(form.to_command(appeal_id), actor=request.actor, now=request.now)  # type: ignore[attr-defined]
    except AppealNotFound:
        raise Http404 from None
    except ChangedMeanwhile as moved:
        return moved
    except Refused as refused:
        messages.warning(request, sentence(refused)[0])
    else:
        messages.success(request, str(said))
    return None


@require_safe
@at_desk
def compare(request: DeskRequest, appeal_id: UUID, other_id: UUID) -> HttpResponse:
    """Two appeals side by side, what they share marked in both; both looks are recorded."""
    case, other = looked_at(request, appeal_id), looked_at(request, other_id)
    a, b = case.appeal.text, other.appeal.text
    passages = shared_passages(a, b)
    context = {
        "case": case,
        "other": other,
        "compared": compare_texts(a, b),
        "left": marked(a, [(p.start_a, p.end_a) for p in passages]),
        "right": marked(b, [(p.start_b, p.end_b) for p in passages]),
    }
    return draw(request, "desk/case_compare.html", context)


liken = _view(forms.LikenForm, liken_appeals, _("The decision is kept."), "liken")
merge = _view(forms.MergeForm, merge_appeal, _("The appeal goes on as the earlier one."), "merge")
join = _view(forms.JoinForm, group_alike, _("The appeal waits for the answer to the other one."), "join")
group = _view(forms.GroupForm, group_alike, _("The chosen appeals wait for the answer to this one."), "group")
leave = _view(
    forms.LeaveForm, leave_cause, _("The appeal is considered by itself; the head resolves it."), "leave"
)
translate = _view(
    forms.TranslateForm, translate_answer, _("The answer in this language is saved."), "translate"
)
end = _view(
    forms.EndForm, end_correspondence, _("The correspondence is ended; the applicant is told why."), "end"
)
signature = _view(forms.SignatureForm, set_signature, _("The signature is noted."), "signature")
meeting = _view(forms.MeetingForm, mark_meeting, _("The resolution of the meeting is marked."), "meeting")
