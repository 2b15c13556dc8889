"""My appeals: the list, and adding one sent before there was an account. One appeal is shown by the portal's page."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from kairyluu.faces.cabinet.doors import at_home
from kairyluu.faces.cabinet.forms.cabinet import AdoptForm
from kairyluu.faces.cabinet.frame import draw, language_now
from kairyluu.queries.cabinet import list_my_appeals
from kairyluu.rules.facts import Actor
from kairyluu.usecases.people.adopt_appeal import NoSuchAppeal, adopt_appeal
from kairyluu.usecases.people.throttle import TooManyAttempts


@at_home
def appeals(request: HttpRequest, actor: Actor) -> HttpResponse:
    wanted = request.GET.get("page", "1")[:6]
    page = list_my_appeals(actor, wanted, today=timezone.localdate(), language=language_now())
    return draw(request, "cabinet/appeals.html", {"page": page})


@at_home
def adopt(request: HttpRequest, actor: Actor) -> HttpResponse:
    form = AdoptForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            added = adopt_appeal(form.to_command(), actor=actor, now=timezone.now())
        except NoSuchAppeal:
            form.add_error(None, _("There is no appeal with this number and this secret code together."))
        except TooManyAttempts:
            form.add_error(None, _("Too many attempts. Please try again in an hour."))
        else:
            messages.success(request, _("The appeal is in your cabinet now."))
            return redirect("portal:track-show", added.tracking_number)
    return draw(request, "cabinet/adopt.html", {"form": form}, status=422 if form.errors else 200)
