"""Following an appeal by its number and secret code. The secret never stays in the address."""

from __future__ import annotations

from datetime import date, timedelta
from urllib.parse import urlencode
from uuid import UUID

from django.core.signing import BadSignature
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from kairyluu.faces.portal import gate
from kairyluu.faces.portal.page import draw
from kairyluu.faces.portal.private import private, uncached
from kairyluu.faces.portal.public import shown
from kairyluu.queries.following import find_followed_view
from kairyluu.queries.hands.chain import leg_with_file, running_leg
from kairyluu.queries.hands.letters import find_told_chain
from kairyluu.queries.hands.parts import list_given_parts
from kairyluu.queries.tracking import NoSuchAppeal, find_owned
from kairyluu.queries.voice.objections import find_voice
from kairyluu.rules.numbering import TrackingNumberMistyped, tracking_number_typed
from kairyluu.usecases.people.throttle import TooManyAttempts
from kairyluu.usecases.tracking.hand_out import FileNotYours, HandOut, hand_out
from kairyluu.usecases.tracking.track import NumberOrSecretWrong, Track, Tracked, track_appeal

COOKIE = "tracked"
SALT = "kairyluu.tracked"
LASTS = timedelta(minutes=30)


@require_http_methods(["GET", "HEAD", "POST"])
@uncached
def track(request: HttpRequest) -> HttpResponse:
    """The form; a right number and secret lead to the appeal's page."""
    if request.method != "POST":
        return _form(request, request.GET.get("number", "")[:40])
    return _try(request, request.POST.get("number", ""), request.POST.get("secret", ""))


@require_safe
@uncached
def scan(request: HttpRequest, number: str, secret: str) -> HttpResponse:
    """Where the QR code leads; goes on at once to an address without the secret."""
    return _try(request, number, secret)


@require_safe
@private
def show(request: HttpRequest, number: str) -> HttpResponse:
    """For who came by number and secret within half an hour, and for the owner who is signed in."""
    today = timezone.localdate(timezone.now())
    try:
        appeal_id = whose(request, number, today)
        view = find_followed_view(appeal_id, today=today)
    except NoSuchAppeal:
        return HttpResponseRedirect(f"{reverse('portal:track')}?{urlencode({'number': number[:40]})}")
    chain, legs = find_told_chain(appeal_id, view.runs.pk, today)
    spoken_of = running_leg(appeal_id)
    context = shown(view, today) | {
        "voice": find_voice(spoken_of, today=today),
        "chain": chain,
        "legs": legs,
        "given": list_given_parts(view.runs.pk) if chain else [],
    }
    return draw(request, "portal/track_show.html", context, current="track")


@require_safe
@private
def file(request: HttpRequest, number: str, file_id: UUID) -> HttpResponseBase:
    """One file of the appeal's page, always to be kept, never shown inside the site."""
    today = timezone.localdate(timezone.now())
    try:
        appeal_id = whose(request, number, today)
        leg_id = leg_with_file(appeal_id, file_id)
        handed = hand_out(HandOut(appeal_id=leg_id, attachment_id=file_id))
    except (NoSuchAppeal, FileNotYours):
        raise Http404 from None
    return gate.as_download(handed.content, handed.name, handed.media_type)


def _try(request: HttpRequest, number: str, secret: str) -> HttpResponse:
    command = Track(number=number, secret=secret, address=gate.address_of(request))
    try:
        tracked = track_appeal(command, now=timezone.now())
    except NumberOrSecretWrong:
        return _form(request, number[:40], problem="wrong")
    except TooManyAttempts as refused:
        return _form(request, number[:40], problem="often", minutes=refused.facts["minutes"], status=429)
    return _open(request, tracked)


def _form(request: HttpRequest, number: str, *, status: int = 200, **more: object) -> HttpResponse:
    context = {"number": number, "failed": "problem" in more} | more
    return draw(request, "portal/track.html", context, current="track", status=status)


def _open(request: HttpRequest, tracked: Tracked) -> HttpResponse:
    """The cookie goes to this appeal's pages only."""
    path = reverse("portal:track-show", args=[tracked.tracking_number])
    response = redirect(path)
    response["Referrer-Policy"] = "no-referrer"
    response.set_signed_cookie(
        COOKIE,
        f"{tracked.tracking_number} {tracked.appeal_id}",
        salt=SALT,
        max_age=int(LASTS.total_seconds()),
        path=path,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )
    return response


def whose(request: HttpRequest, number: str, today: date) -> UUID:
    """Opened by number and secret, or owned; raises NoSuchAppeal."""
    try:
        meant = tracking_number_typed(number)
    except TrackingNumberMistyped:
        raise NoSuchAppeal() from None
    return _opened(request, meant) or find_owned(gate.actor_at(request, today), meant)


def _opened(request: HttpRequest, number: str) -> UUID | None:
    try:
        value = request.get_signed_cookie(COOKIE, salt=SALT, max_age=LASTS)
        opened, appeal_id = str(value).split(" ")
        return UUID(appeal_id) if opened == number else None
    except (KeyError, BadSignature, ValueError):
        return None
