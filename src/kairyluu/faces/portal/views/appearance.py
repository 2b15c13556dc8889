"""The version for the visually impaired: the choices are kept in a cookie for a year."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_safe

from kairyluu.design.appearance import COOKIE, to_cookie

YEAR = 365 * 24 * 60 * 60


@require_safe
def appearance(request: HttpRequest) -> HttpResponse:
    """Back to the page it was chosen on; only to one of our own."""
    back = request.GET.get("next", "/")
    is_ours = back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    response = HttpResponseRedirect(back if is_ours else "/")
    response.set_cookie(
        COOKIE,
        to_cookie(request.GET.dict()),
        max_age=YEAR,
        samesite="Lax",
        httponly=True,
        secure=request.is_secure(),
    )
    return response
