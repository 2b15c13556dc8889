"""The pages of the form: the form itself, with or without errors, and the review before sending."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse

from kairyluu.faces.portal.forms import listing
from kairyluu.faces.portal.forms.appeal import AppealForm
from kairyluu.faces.portal.forms.naming import body_code, territory_code
from kairyluu.faces.portal.forms.reviewing import chapters, considered_elsewhere, warnings
from kairyluu.faces.portal.forms.sentences import Trouble
from kairyluu.faces.portal.page import draw, language_now
from kairyluu.queries.directory import Directory, directory
from kairyluu.queries.uploads import Upload, list_uploads


def draw_form(
    request: HttpRequest,
    form: AppealForm,
    *,
    today: date,
    troubles: tuple[Trouble, ...] = (),
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    """With the errors of a bound form and further troubles in one summary, each linked to its field."""
    known, language = directory(), language_now()
    uploads = list_uploads(form.key)
    chosen = body_code(str(form["body"].value() or ""), known)
    problems = _problems(form, troubles)
    context = {
        "form": form,
        "key": form.key,
        "signed_in": request.user.is_authenticated,
        "problems": problems,
        "failed": bool(problems),
        "file_errors": [t.sentence for t in troubles if t.field == "file"],
        "bodies": listing.bodies(str(form["search"].value() or ""), chosen, language),
        "officials": listing.officials(chosen, language, today),
        "targets": listing.targets(chosen, language, today),
        "body_chosen": chosen,
        "territories": listing.territories(language),
        "territory_chosen": territory_code(str(form["territory"].value() or ""), known),
        "shows_more": form.shows_more(),
        "topics": listing.topics(language),
        **_files(uploads, known),
        "text_limit": known.number("text_limit"),
        "trust_phone": _trust_phone(known, chosen),
    }
    return draw(request, "portal/submit.html", context | more, current="submit", status=status)


def draw_review(
    request: HttpRequest, form: AppealForm, uploads: tuple[Upload, ...], *, today: date
) -> HttpResponse:
    """Only for a valid form."""
    context = {
        "form": form,
        "key": form.key,
        "hidden": form.typed() | {"submission_key": str(form.key)},
        "uploads": uploads,
        "chapters": chapters(form, uploads, language_now(), today),
        "warnings": warnings(form),
        "elsewhere": considered_elsewhere(form, language_now(), today),
    }
    return draw(request, "portal/review.html", context, current="submit")


def _problems(form: AppealForm, troubles: tuple[Trouble, ...]) -> list[Trouble]:
    """In the order of the page: the whole form, its fields, its files."""
    whole = [t for t in troubles if not t.field]
    fields = [Trouble(name, str(sentences[0])) for name, sentences in form.errors.items()]
    return [*whole, *fields, *(t for t in troubles if t.field)]


def _files(uploads: tuple[Upload, ...], known: Directory) -> dict[str, Any]:
    most = known.number("file_count")
    return {
        "uploads": uploads,
        "n_more_files": max(0, most - len(uploads)),
        "most_files": most,
        "file_mb": known.number("file_size_mb"),
    }


def _trust_phone(known: Directory, chosen: str) -> dict[str, str]:
    """The telephone of the chosen body, for whom writing is hard."""
    body = known.bodies.get(chosen)
    if body is None or not body.trust_phone or not body.trust_phone_e164:
        return {}
    return {"name": body.short(language_now()), "shown": body.trust_phone, "dialled": body.trust_phone_e164}
