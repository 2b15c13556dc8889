"""One call: the script is the form, every button saves what is typed, one of them ends the call."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kairyluu.design.wording import KINDS
from kairyluu.faces.console.forms import read_json, seen_version, typed, uuid_or_none
from kairyluu.faces.console.gate import ConsoleRequest, at_console
from kairyluu.faces.console.line_part import line_part
from kairyluu.faces.console.page import draw, language_now
from kairyluu.faces.console.sentences import sentence
from kairyluu.faces.console.views.home import DONE
from kairyluu.faces.console.views.urgent import raise_typed, urgent_of, urgent_part
from kairyluu.queries.calls.calls import find_call
from kairyluu.queries.calls.lines import card_of
from kairyluu.queries.calls.referral import search_referrals
from kairyluu.queries.directory import directory
from kairyluu.queries.staff import list_colleagues
from kairyluu.queries.tracking import find_public_view
from kairyluu.rules.calls import outcomes
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.calls.decide_suggestion import DecideSuggestion, decide_suggestion
from kairyluu.usecases.calls.ending import Ending
from kairyluu.usecases.calls.explain import ExplainCall, explain_call
from kairyluu.usecases.calls.note import NoteNoAppeal, note_no_appeal
from kairyluu.usecases.calls.read_history import ReadHistory, read_history
from kairyluu.usecases.calls.register import RegisterCall, register_call
from kairyluu.usecases.calls.save import SaveCall, save_call
from kairyluu.usecases.tracking.track import Track, track_appeal

if TYPE_CHECKING:
    from kairyluu.data.calls.models import Call


@require_http_methods(["GET", "HEAD", "POST"])
@at_console
def call(request: ConsoleRequest, call_id: UUID) -> HttpResponse:
    found = find_call(request.actor, call_id)
    if request.method != "POST":
        return (
            redrawn(request, found, found.fields, None) if found.state == outcomes.OPEN else _ended(request)
        )
    act = ACTS.get(request.POST.get("do", "").partition(":")[0], _save)
    try:
        return act(request, found)
    except Refused as refused:
        return redrawn(request, find_call(request.actor, call_id), typed(request.POST), refused)


@require_POST
@at_console
def autosave(request: ConsoleRequest, call_id: UUID) -> HttpResponse:
    """For the script: the new version, or why it was not saved."""
    sent = read_json(request)
    command = SaveCall(
        call_id=call_id,
        fields=typed(sent),
        seen_version=seen_version(sent.get("seen_version")),
        save_key=uuid_or_none(sent.get("save_key")),
    )
    find_call(request.actor, call_id)
    try:
        saved = save_call(command, actor=request.actor, now=request.now)
    except Refused as refused:
        return JsonResponse({"code": refused.code, "told": sentence(refused)[0]}, status=409)
    return JsonResponse({"version": saved.version, "urgent": urgent_part(saved.fields)})


@require_safe
@at_console
def referral(request: ConsoleRequest) -> HttpResponse:
    """The rows of the search alone, for the script."""
    found = search_referrals(request.GET.get("q", "")[:100], request.lines[0].body, language_now())
    return render(request, "console/referral.html", {"found": found, "fields": {}})


def _save(request: ConsoleRequest, found: Call) -> HttpResponse:
    command = SaveCall(**_ending(request, found))
    save_call(command, actor=request.actor, now=request.now)
    if request.POST.get("do") == "refer":  # begun from what was typed; the call goes on
        return redirect(f"{reverse('law:new')}?call={found.pk}")
    return redirect(f"{reverse('console:call', args=[found.pk])}#where")


def _register(request: ConsoleRequest, found: Call) -> HttpResponse:
    done = register_call(RegisterCall(**_ending(request, found)), actor=request.actor, now=request.now)
    request.session[DONE] = {
        "number": done.number,
        "tracking_number": done.tracking_number,
        "secret": done.secret,
    }
    return redirect(f"{reverse('console:home')}?done=1")


def _explain(request: ConsoleRequest, found: Call) -> HttpResponse:
    explain_call(ExplainCall(**_ending(request, found)), actor=request.actor, now=request.now)
    messages.success(request, _("The explanation is in the journal."))
    return redirect("console:home")


def _note(request: ConsoleRequest, found: Call) -> HttpResponse:
    command = NoteNoAppeal(**_ending(request, found), why=request.POST.get("why", ""))
    note_no_appeal(command, actor=request.actor, now=request.now)
    messages.success(request, _("Noted: no appeal."))
    return redirect("console:home")


def _decide(request: ConsoleRequest, found: Call) -> HttpResponse:
    """A suggested class: taken up, which raises the alarm, or put aside."""
    verb, _, code = request.POST.get("do", "").partition(":")
    if verb == "urgent":
        raise_typed(request, found.pk, code)
    command = DecideSuggestion(**_ending(request, found), code=code, is_taken_up=verb == "urgent")
    decide_suggestion(command, actor=request.actor, now=request.now)
    return redirect(f"{reverse('console:call', args=[found.pk])}#urgent")


def _find(request: ConsoleRequest, found: Call) -> HttpResponse:
    """What the applicant reads on the tracking page, for the operator to say: number and code open it, not his post."""
    command = Track(
        number=request.POST.get("earlier_number", "")[:40],
        secret=request.POST.get("earlier_code", "")[:40],
        address=f"console:{request.actor.account_id}",
    )
    tracked = track_appeal(command, now=request.now)
    by_code = find_public_view(tracked.appeal_id, today=request.today)
    return redrawn(request, found, typed(request.POST), None, by_code=by_code)


ACTS: dict[str, Callable[[ConsoleRequest, Call], HttpResponse]] = {
    "register": _register,
    "explain": _explain,
    "note": _note,
    "urgent": _decide,
    "aside": _decide,
    "find": _find,
}


def _ending(request: ConsoleRequest, found: Call) -> dict[str, Any]:
    """The fields of `Ending`, which are also those of a save."""
    shape = Ending(
        call_id=found.pk,
        seen_version=seen_version(request.POST.get("seen_version")),
        fields=typed(request.POST),
        save_key=uuid_or_none(request.POST.get("save_key")),
    )
    return dict(vars(shape))


def _ended(request: ConsoleRequest) -> HttpResponse:
    messages.info(request, _("This call has ended already: what is wrong in it is corrected in the journal."))
    return redirect("console:home")


def redrawn(
    request: ConsoleRequest, found: Call, fields: dict[str, str], refused: Refused | None, **more: Any
) -> HttpResponse:
    problem, where = sentence(refused) if refused else ("", "")
    context = {
        "problem": problem,
        "where": where,
        **more,
        "history": read_history(ReadHistory(call_id=found.pk), actor=request.actor, now=request.now),
    }
    status = 422 if refused else 200
    return draw(
        request, "console/call.html", form_of(request, found, fields) | context, current="home", status=status
    )


def form_of(request: ConsoleRequest, found: Call, fields: dict[str, str]) -> dict[str, Any]:
    language, known, body = language_now(), directory(), found.line.body
    return {
        "call": found,
        "card": card_of(found.line, request.now),
        "fields": {"who": outcomes.PERSON, "concern": outcomes.NOBODY, "reply_language": language} | fields,
        "version": found.version,
        "save_key": uuid4(),
        "post": next((p.title(language) for p in request.actor.posts if p.role == "hotline_operator"), ""),
        "kinds": [(code, word.text) for code, word in KINDS.items()],
        "colleagues": list_colleagues(body.pk, request.today),
        "bodies": [b for b in known.bodies.values() if b.path.startswith(body.path)],
        "told_bodies": sorted(known.bodies.values(), key=lambda b: b.name(language)),
        "found": search_referrals(fields.get("referral", ""), body, language),
        **urgent_of(request, found, fields),
        **line_part(found.line, fields),
    }
