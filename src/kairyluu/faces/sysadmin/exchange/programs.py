"""Programs of a body: opened and ended here. The secret is taken by the official at his desk, so that who runs the system
reads nobody's letters by it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kairyluu.data.agencies.models import Body
from kairyluu.data.exchange.models import Program
from kairyluu.queries.actors import actor_of
from kairyluu.queries.staff import list_colleagues
from kairyluu.rules.exchange.programs import DRAFT, READ, REGISTER, RESOLVE, SEND, WEBHOOKS
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.programs.end import EndProgram, end_program
from kairyluu.usecases.programs.open import OpenProgram, open_program

if TYPE_CHECKING:
    from kairyluu.faces.sysadmin.directory import BodyAdmin

SCOPES: dict[str, Any] = {
    READ: _("reading"),
    REGISTER: _("registering"),
    RESOLVE: _("resolutions"),
    DRAFT: _("drafts of answers"),
    SEND: _("sending appeals of people"),
    WEBHOOKS: _("being told of events"),
}
BECAUSE: dict[str, Any] = {
    "not_allowed": _("Only the technical operator opens and ends programs."),
    "lasts_too_long": _("Choose a day from today on and within a year."),
}


class ProgramForm(forms.Form):
    name = forms.CharField(label=_("Name of the program"), max_length=80)
    official = forms.TypedChoiceField(label=_("In whose name"), coerce=int)
    scopes = forms.MultipleChoiceField(
        label=_("Scopes"), choices=list(SCOPES.items()), widget=forms.CheckboxSelectMultiple
    )
    ends_on = forms.DateField(
        label=_("Until"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, data: Any, body: Body) -> None:
        super().__init__(data)
        people = list_colleagues(body.pk, timezone.localdate())
        chosen: Any = self.fields["official"]
        chosen.choices = [(one.official_id, f"{one.name}, {one.title_ky}") for one in people]


def programs(admin: BodyAdmin, request: HttpRequest, body_id: int) -> HttpResponse:
    body = Body.objects.filter(pk=body_id, is_active=True).first()
    if body is None:
        raise Http404
    is_opening = request.method == "POST" and request.POST.get("do") == "open"
    form = ProgramForm(request.POST if is_opening else None, body)
    if request.method == "POST" and _done(request, body, form):
        return redirect("admin:agencies_body_programs", body.pk)
    context = admin.admin_site.each_context(request) | {
        "title": gettext("Programs of the body"),
        "subtitle": body.name_ky,
        "opts": Body._meta,
        "body": body,
        "form": form,
        "programs": Program.objects.filter(body=body).select_related("official"),
        "media": admin.media,
    }
    return TemplateResponse(request, "sysadmin/body_programs.html", context)


def _done(request: HttpRequest, body: Body, form: ProgramForm) -> bool:
    now = timezone.now()
    who: dict[str, Any] = {"actor": actor_of(request.user, timezone.localdate(now)), "now": now}
    try:
        if request.POST.get("do") == "end":
            end_program(EndProgram(program_id=UUID(request.POST.get("program", ""))), **who)
            return True
        if not form.is_valid():
            return False
        values = form.cleaned_data
        command = OpenProgram(
            name=values["name"],
            body=body.code,
            official_id=values["official"],
            scopes=tuple(values["scopes"]),
            ends_on=values["ends_on"],
        )
        open_program(command, **who)
    except (ValueError, Refused) as refused:
        code = getattr(refused, "code", "")
        messages.error(request, str(BECAUSE.get(code, gettext("This could not be done."))))
        return False
    messages.success(request, gettext("Opened. The official takes the secret at the desk."))
    return True
