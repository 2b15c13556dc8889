"""Anybody who holds a letter may ask whether the body issued it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kairyluu.faces.portal.page import draw
from kairyluu.faces.portal.private import private
from kairyluu.queries.tracking import NoSuchAppeal, find_letter
from kairyluu.rules.spelling import clean_line


@require_safe
@private
def check(request: HttpRequest, verification_code: str) -> HttpResponse:
    """The number, the date and the body; nothing of the appeal itself."""
    code = clean_line(verification_code[:100]).upper()
    try:
        letter = find_letter(code)
    except NoSuchAppeal:
        return draw(request, "portal/check.html", {"code": code}, status=404)
    return draw(request, "portal/check.html", {"code": code, "letter": letter})
