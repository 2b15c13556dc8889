"""Where one program in the reader's name is told of events: addresses, their state, what was not heard."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from kairyluu.faces.desk.gate import DeskRequest, at_desk
from kairyluu.faces.desk.page import draw
from kairyluu.queries.exchange.programs import NoSuchProgram
from kairyluu.queries.exchange.webhooks import find_webhook, list_webhooks, program_of
from kairyluu.rules.exchange.webhooks import EVENTS
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.webhooks.keeping import Steer, steer
from kairyluu.usecases.webhooks.subscribing import Subscribe, subscribe

WORDS: dict[str, Any] = {
    "appeal.received": gettext_lazy("An appeal came"),
    "appeal.registered": gettext_lazy("An appeal was registered"),
    "appeal.resolved": gettext_lazy("A resolution was given"),
    "appeal.answered": gettext_lazy("An answer was sent"),
    "appeal.refused": gettext_lazy("An appeal was refused"),
    "appeal.forwarded": gettext_lazy("An appeal was forwarded"),
    "appeal.part_forwarded": gettext_lazy("A part was forwarded"),
    "appeal.withdrawn": gettext_lazy("An appeal was withdrawn"),
    "appeal.merged": gettext_lazy("An appeal goes on in another one"),
    "appeal.deadline_moved": gettext_lazy("The last day moved"),
    "appeal.clock_stopped": gettext_lazy("The applicant was asked, the term stands still"),
    "appeal.clock_resumed": gettext_lazy("The term runs again"),
    "appeal.review_asked": gettext_lazy("The applicant disagrees with the answer"),
    "appeal.rated": gettext_lazy("The applicant rated the answer"),
}
WHY: dict[str, Any] = {
    "not_https": gettext_lazy("The address begins with https://."),
    "no_host": gettext_lazy("Write the whole address, like https://edo.example.kg/appeals."),
    "private_address": gettext_lazy(
        "The address lies inside a network of its own; it cannot be reached from here."
    ),
}
FAULTS: dict[str, Any] = {
    "away": gettext_lazy("does not answer"),
    "too_slow": gettext_lazy("answers too slowly"),
    "certificate": gettext_lazy("its certificate is not valid"),
    "no_such_name": gettext_lazy("there is no such name"),
    "private_address": gettext_lazy("it leads into an inner network"),
}
DONE: dict[str, Any] = {
    "test": gettext_lazy("A test event is on its way; look here again in a minute."),
    "resume": gettext_lazy("It goes on: what waited is sent now."),
    "again": gettext_lazy("What was given up is sent again."),
    "end": gettext_lazy("This address is told nothing any more."),
}


class WebhookForm(forms.Form):
    use_required_attribute = False

    address = forms.CharField(
        label=gettext_lazy("Address"),
        max_length=500,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Write the address.")},
    )
    events = forms.MultipleChoiceField(
        label=gettext_lazy("Events"),
        choices=[(code, WORDS[code]) for code in EVENTS],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose one at least.")},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def webhooks(request: DeskRequest, program_id: UUID) -> HttpResponse:
    """The answer to the POST that made a secret shows it; no other page does."""
    try:
        program = program_of(request.actor, program_id)
    except NoSuchProgram:
        raise Http404 from None
    form = WebhookForm(request.POST if request.POST.get("do") == "add" else None)
    made = _done(request, program_id, form) if request.method == "POST" else ""
    if made is None:
        return redirect("desk:program-webhooks", program_id)
    context = {
        "program": program,
        "form": WebhookForm() if made else form,  # added: the next address begins empty
        "made": made,
        "hooks": [(one, [WORDS[event] for event in one.row.events]) for one in list_webhooks(program_id)],
        "words": WORDS,
        "faults": FAULTS,
    }
    status = 422 if form.errors else 200
    return draw(request, "desk/steering/webhooks.html", context, current="programs", status=status)


def _done(request: DeskRequest, program_id: UUID, form: WebhookForm) -> str | None:
    """A secret to show, empty where the form is shown again, None where it is done."""
    do = request.POST.get("do", "")
    if do == "add":
        return _added(request, program_id, form) if form.is_valid() else ""
    try:
        hook = find_webhook(program_id, UUID(request.POST.get("webhook", "")))
        _row, secret = steer(Steer(webhook_id=hook.row.pk, do=do), actor=request.actor, now=request.now)
    except (ValueError, KeyError, Refused):
        raise Http404 from None
    if not secret:
        messages.success(request, str(DONE[do]))
    return secret or None


def _added(request: DeskRequest, program_id: UUID, form: WebhookForm) -> str:
    values = form.cleaned_data
    command = Subscribe(program_id=program_id, address=values["address"], events=tuple(values["events"]))
    try:
        return subscribe(command, actor=request.actor, now=request.now).secret
    except Refused as refused:
        why = WHY.get(str(refused.facts.get("why", "")), _("A program has five addresses at most."))
        form.add_error("address", str(why))
        return ""
