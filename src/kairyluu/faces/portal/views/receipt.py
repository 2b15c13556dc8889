"""The receipt: the number, the secret code, the days by law, what happens next. On screen and as a document."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from kairyluu.design.dates import clock
from kairyluu.design.qr import qr_svg
from kairyluu.faces.portal.page import draw
from kairyluu.faces.portal.private import private
from kairyluu.faces.portal.public import shown
from kairyluu.faces.portal.receipts import Held, held
from kairyluu.queries.tracking import NoSuchAppeal, find_public_view


@require_safe
@private
def receipt(request: HttpRequest) -> HttpResponse:
    mine = held(request)
    if mine is None:
        return _gone(request)
    today = timezone.localdate(timezone.now())
    try:
        view = find_public_view(mine.appeal_id, today=today)
    except NoSuchAppeal:
        return _gone(request)
    path = scan_path(view.appeal.tracking_number, mine)
    context = shown(view, today) | {
        "secret": mine.secret,
        "path": path,
        "received_clock": clock(view.appeal.received_at),
        "qr": qr_svg(public_address(request, path), gettext("QR code of the tracking page")),
    }
    return draw(request, "portal/receipt.html", context, current="submit")


def scan_path(number: str, mine: Held) -> str:
    return reverse("portal:track-scan", args=[number, mine.secret.replace(" ", "")])


def public_address(request: HttpRequest, path: str) -> str:
    """The public address of the site, not the one this request happened to come by."""
    base = settings.BASE_URL or request.build_absolute_uri("/")
    return str(base).rstrip("/") + path


def _gone(request: HttpRequest) -> HttpResponse:
    """Two hours have passed, or nothing was sent from this browser."""
    return draw(request, "portal/receipt_gone.html", {}, current="submit", status=404)
