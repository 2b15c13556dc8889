"""Anybody who holds a letter or a proof file may ask whether it is genuine."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kairyluu.faces.portal.page import draw
from kairyluu.faces.portal.private import private
from kairyluu.queries.proof.taken import NoSuchProof, check_code
from kairyluu.queries.tracking import NoSuchAppeal, find_letter
from kairyluu.rules.spelling import clean_line


@require_safe
@private
def check(request: HttpRequest, verification_code: str) -> HttpResponse:
    """Of a letter the number, the date and the body; of a proof file its digest beside the one of the journal now.
    Nothing of the appeal itself."""
    code = clean_line(verification_code[:100]).upper()
    try:
        return draw(request, "portal/check.html", {"code": code, "letter": find_letter(code)})
    except NoSuchAppeal:
        return _proof(request, code)


def _proof(request: HttpRequest, code: str) -> HttpResponse:
    try:
        return draw(request, "portal/check_proof.html", {"checked": check_code(code)})
    except NoSuchProof:
        return draw(request, "portal/check.html", {"code": code}, status=404)
