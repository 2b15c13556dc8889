"""My data: what fills the form of an appeal in beforehand."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from kairyluu.faces.cabinet.doors import at_home
from kairyluu.faces.cabinet.forms.cabinet import ProfileForm
from kairyluu.faces.cabinet.frame import draw
from kairyluu.queries.cabinet import find_my_account
from kairyluu.rules.facts import Actor
from kairyluu.usecases.people.update_profile import update_profile


@at_home
def profile(request: HttpRequest, actor: Actor) -> HttpResponse:
    account = find_my_account(actor)
    form = ProfileForm(request.POST or None, initial=ProfileForm.values_of(account))
    if request.method == "POST" and form.is_valid():
        update_profile(form.to_command(), actor=actor, now=timezone.now())
        messages.success(request, _("Your data are saved."))
        return redirect("cabinet:profile")
    return draw(
        request,
        "cabinet/profile.html",
        {"form": form, "account": account},
        status=422 if form.errors else 200,
    )
