"""Pages for what went wrong, each with a sentence and a way on."""

from __future__ import annotations

from http import HTTPStatus

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

TOO_LARGE = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def too_large(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(
        request,
        413,
        _("Too much was sent at once"),
        _("A form carries up to 5 files of 10 MB. Go back, take the large files out and send again."),
    )


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Also for more fields, files or words than any form has."""
    if isinstance(exception, TOO_LARGE):
        return too_large(request, exception)
    return _page(request, 400, _("The request could not be read"), _("Go back and try once more."))


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(
        request,
        403,
        _("This page is not open to you"),
        _("Sign in with another account, or go to the first page."),
    )


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The token against forged forms was missing or old."""
    return _page(
        request,
        403,
        _("The form has expired"),
        _("Go back, reload the page and send again. Cookies must be allowed for this site."),
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(
        request, 404, _("There is no such page"), _("The address may be mistyped, or the page was moved.")
    )


def broken(request: HttpRequest) -> HttpResponse:
    return _page(
        request,
        500,
        _("Something broke on our side"),
        _("What you sent may not have arrived. Wait a minute and try again, nothing is sent twice."),
    )


def _page(request: HttpRequest, status: int, title: str, sentence: str) -> HttpResponse:
    """Drawn without the directory, which may be what is broken."""
    context = {"title": title, "sentence": sentence, "ways": _ways_back(request, status)}
    return HttpResponse(render_to_string("portal/error.html", context, request), status=status)


def _ways_back(request: HttpRequest, status: int) -> list[tuple[str, str]]:
    """Address and words: one's own place of work if it is known, and the first page."""
    first_page = ("/", _("To the first page"))
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:  # the database may be what is broken: nothing is asked
        account = getattr(request, "_cached_user", None)
    else:
        account = getattr(request, "user", None)
    if getattr(account, "is_staff", False):
        return [("/sysadmin/", _("System administration")), first_page]
    is_known = getattr(account, "is_authenticated", False)
    if getattr(account, "official_id", None) or (not is_known and request.path.startswith("/desk/")):
        return [("/desk/", _("To the desk")), first_page]
    return [("/cabinet/", _("My cabinet")), first_page] if is_known else [first_page]
