"""Around each address of GeoReport: the caller's language, what was counted, refusals in the asked form."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Any, Concatenate, ParamSpec

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from kairyluu.faces.api import limits
from kairyluu.faces.api.georeport.sending import wrong_of
from kairyluu.faces.api.georeport.writing import Wrong, failed
from kairyluu.faces.api.language import language_now, wanted
from kairyluu.faces.api.problems import Trouble

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]
NOT_ALLOWED = 405


def door(*methods: str) -> Callable[[View[...]], View[...]]:
    """`methods` are those by which the address is asked."""

    def around(view: View[...]) -> View[...]:
        @functools.wraps(view)
        def asked(request: HttpRequest, *args: Any, form: str, **kwargs: Any) -> HttpResponse:
            with translation.override(wanted(request)):
                response = _tried(lambda: view(request, *args, form=form, **kwargs), request, methods, form)
                response.headers["Content-Language"] = language_now()
            for name, value in limits.headers_of(request).items():
                response.headers[name] = value
            return response

        return csrf_exempt(asked)

    return around


def _tried(
    ask: Callable[[], HttpResponse], request: HttpRequest, methods: tuple[str, ...], form: str
) -> HttpResponse:
    try:
        if request.method not in methods:
            raise Wrong(NOT_ALLOWED, (_("This address is not asked like that."),))
        limits.count_request(request, timezone.now())
        return ask()
    except Trouble as trouble:
        return _with(failed(wrong_of(trouble), form), trouble.headers)
    except (Wrong, RequestDataTooBig, SuspiciousOperation, UnicodeError) as error:
        wrong = error if isinstance(error, Wrong) else _unreadable(error)
        allowed = {"Allow": ", ".join(methods)} if wrong.status == NOT_ALLOWED else {}
        return _with(failed(wrong, form), allowed)


def _unreadable(error: Exception) -> Wrong:
    if isinstance(error, RequestDataTooBig):
        return Wrong(413, (_("Send less at once."),))
    return Wrong(400, (_("The request could not be read."),))


def _with(response: HttpResponse, headers: Mapping[str, str]) -> HttpResponse:
    for name, value in headers.items():
        response.headers[name] = value
    return response
