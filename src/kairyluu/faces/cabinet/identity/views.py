"""To the provider's page and back: `start`, `connect`, `back`; and the list of bodies that have their own sign-in."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.login import perform_login
from allauth.account.models import Login
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from kairyluu.faces.cabinet.doors import actor_behind, home_of
from kairyluu.faces.cabinet.frame import draw, language_now, too_many
from kairyluu.faces.cabinet.identity.kept import keep, take
from kairyluu.faces.cabinet.identity.offering import named
from kairyluu.faces.cabinet.identity.sentences import CONNECTED, STALE, STOPPED, said_of
from kairyluu.queries.actors import PROVEN
from kairyluu.queries.people.providers import list_providers_for_citizens, list_providers_of_bodies
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.people.identity.admit import AdmitByIdentity, admit_by_identity
from kairyluu.usecases.people.identity.asking import NotProven, ask_provider
from kairyluu.usecases.people.identity.connect import connect_identity
from kairyluu.usecases.people.throttle import count_attempt, network_of

MOST, MINUTE = 30, timedelta(minutes=1)


@never_cache
@require_GET
def start(request: HttpRequest, code: str) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect(home_of(request))
    return _gone_there(request, code, connects=None, on_refusal="account_login")


@never_cache
@require_GET
@reauthentication_required
def connect(request: HttpRequest, code: str) -> HttpResponse:
    """Only a citizen who has just proven himself connects his cabinet."""
    return _gone_there(request, code, connects=int(request.user.pk or 0), on_refusal="cabinet:identities")


@never_cache
@require_GET
def back(request: HttpRequest, code: str) -> HttpResponse:
    kept = take(request, code)
    if kept is None or (kept["connects"] or None) != (request.user.pk or None):
        messages.error(request, str(STALE))
        return redirect("account_login")
    page = "cabinet:identities" if kept["connects"] else "account_login"
    if "error" in request.GET or not request.GET.get("code"):
        was_stopped = request.GET.get("error") == "access_denied"
        messages.info(request, str(STOPPED if was_stopped else said_of(NotProven())))
        return redirect(page)
    command = AdmitByIdentity(
        provider=code, code=request.GET["code"][:2000], asked=kept["asked"], language=language_now()
    )
    try:
        return _connected(request, command) if kept["connects"] else _admitted(request, command, kept)
    except Refused as refused:
        messages.error(request, str(said_of(refused)))
        return redirect(page)


@require_GET
def bodies(request: HttpRequest) -> HttpResponse:
    shown = [
        named(one) | {"body": getattr(one.body, f"name_{language_now()}", "") or one.body.name_ky}
        for one in list_providers_of_bodies()
        if one.body
    ]
    return draw(request, "account/bodies.html", {"providers": sorted(shown, key=lambda one: one["body"])})


def _gone_there(request: HttpRequest, code: str, *, connects: int | None, on_refusal: str) -> HttpResponse:
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
    where = network_of(
        str(request.META.get("REMOTE_ADDR", "")), forwarded, settings.ALLAUTH_TRUSTED_PROXY_COUNT
    )
    if not count_attempt(f"identity:address:{where}", limit=MOST, period=MINUTE, now=timezone.now()):
        return too_many(request)
    try:
        asked = ask_provider(code, f"{settings.BASE_URL}{reverse('identity_back', args=[code])}")
    except Refused as refused:
        messages.error(request, str(said_of(refused)))
        return redirect(on_refusal)
    then = request.GET.get("next", "")
    keep(request, code, asked, connects=connects, then=then if get_adapter(request).is_safe_url(then) else "")
    return redirect(asked.where)


def _admitted(request: HttpRequest, command: AdmitByIdentity, kept: dict[str, Any]) -> HttpResponse:
    account = admit_by_identity(command, now=timezone.now())
    if any(one.code == command.provider for one in list_providers_for_citizens()):
        request.session[PROVEN] = {"account": account.pk, "provider": command.provider}
    login = Login(user=account, email_verification="none", redirect_url=kept["then"] or None)
    answer: HttpResponse = perform_login(request, login)
    return answer


def _connected(request: HttpRequest, command: AdmitByIdentity) -> HttpResponse:
    now = timezone.now()
    connect_identity(command, actor=actor_behind(request.user, now), now=now)
    request.session[PROVEN] = {"account": request.user.pk, "provider": command.provider}
    messages.success(request, str(CONNECTED))
    return redirect("cabinet:identities")
