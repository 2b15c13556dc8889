"""My other sign-ins: which providers know this cabinet."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from kairyluu.faces.cabinet.doors import at_home
from kairyluu.faces.cabinet.frame import draw
from kairyluu.faces.cabinet.identity.offering import named
from kairyluu.faces.cabinet.identity.sentences import PARTED, said_of
from kairyluu.queries.people.providers import list_my_identities, list_providers_for_citizens
from kairyluu.rules.facts import CITIZEN, Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.people.identity.connect import PartIdentity, part_identity


@at_home
def identities(request: HttpRequest, actor: Actor) -> HttpResponse:
    if request.method == "POST":
        _part(request, actor)
        return redirect("cabinet:identities")
    mine = {one.provider.code: one for one in list_my_identities(actor)}
    providers = [named(one) | {"mine": mine.get(one.code)} for one in list_providers_for_citizens()]
    context = {"providers": providers, "is_citizen": actor.kind == CITIZEN}
    return draw(request, "cabinet/identities.html", context)


def _part(request: HttpRequest, actor: Actor) -> None:
    try:
        part_identity(
            PartIdentity(provider=request.POST.get("provider", "")), actor=actor, now=timezone.now()
        )
    except Refused as refused:
        messages.error(request, str(said_of(refused)))
        return
    messages.success(request, str(PARTED))
