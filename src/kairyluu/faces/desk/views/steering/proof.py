"""The proof file of one appeal: what it is, who took one before, and taking it."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import override
from django.views.decorators.http import require_http_methods

from kairyluu.design import wording
from kairyluu.faces.desk.gate import DeskRequest, at_desk
from kairyluu.faces.desk.page import draw, language_now
from kairyluu.faces.desk.views.case import looked_at
from kairyluu.queries.proof.taken import list_taken
from kairyluu.rules import policies
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.proof.take import TakeProof, take_proof

LANGUAGES = {"ky": "Кыргызча", "ru": "Русский", "en": "English"}
TABLES = {"act": wording.ACTS, "state": wording.STATES, "kind": wording.KINDS, "score": wording.SCORES}


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def proof(request: DeskRequest, appeal_id: UUID) -> HttpResponse:
    if request.method == "POST":
        return _taken(request, appeal_id)
    case = looked_at(request, appeal_id)
    if not policies.may_take_proof(request.actor, case.facts):
        raise Http404
    context = {
        "case": case,
        "appeal": case.appeal,
        "languages": LANGUAGES.items(),
        "chosen": language_now(),
        "taken": list_taken(appeal_id),
    }
    return draw(request, "desk/steering/proof.html", context)


def screen_words(language: str) -> dict[str, str]:
    """The words of the screens in one language, by table and code: `act.register`."""
    with override(language):
        return {
            f"{name}.{code}": str(word.text) for name, table in TABLES.items() for code, word in table.items()
        }


def _taken(request: DeskRequest, appeal_id: UUID) -> HttpResponse:
    asked = request.POST.get("language", "")
    language = asked if asked in LANGUAGES else language_now()
    command = TakeProof(appeal_id=appeal_id, language=language, words=screen_words(language))
    try:
        content = take_proof(command, actor=request.actor, now=request.now)
    except Refused:
        raise Http404 from None
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="proof-{appeal_id}.pdf"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
