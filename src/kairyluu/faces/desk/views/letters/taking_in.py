"""One letter, with the form that makes it an appeal: filled from the letter, so that one key is enough where the sender wrote
his name."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kairyluu.faces.desk.forms.take_in import SUBJECT, TEXT, TakeInForm
from kairyluu.faces.desk.gate import DeskRequest, at_desk
from kairyluu.faces.desk.page import draw, language_now
from kairyluu.faces.desk.sentences import sentence
from kairyluu.faces.desk.views.letters.words import KINDS, LEFT_OUT, REASONS, TROUBLES
from kairyluu.queries.directory import directory
from kairyluu.queries.letters.reading import files_of_letter
from kairyluu.queries.staff import list_colleagues
from kairyluu.rules.letters import belonging, kinds
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.appeals.take_in import TakenIn
from kairyluu.usecases.letters.look import LookAtLetter, look_at_letter
from kairyluu.usecases.letters.take_in import CHANNEL, TakeLetterIn, take_letter_in

KYRGYZ = frozenset("өүңӨҮҢ")
# Of a Kyrgyz letter every third or fourth word has one of its letters; a Russian one has them in names of places.
KYRGYZ_FROM = 0.15


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def letter(request: DeskRequest, letter_id: UUID) -> HttpResponse:
    try:
        found = look_at_letter(LookAtLetter(letter_id=letter_id), actor=request.actor, now=request.now)
    except Refused:
        raise Http404 from None
    if found.body_id != request.sight.body.pk:
        raise Http404
    form = _form(request, found) if found.state == kinds.WAITING or request.method == "POST" else None
    is_sent = form is not None and request.method == "POST" and form.is_valid()
    if is_sent and form is not None and (done := _taken_in(request, form, found.pk)):
        return _answer(request, done)
    context = {
        "letter": found,
        "form": form,
        "is_untold": "untold" in request.GET,
        "files": files_of_letter(found.pk),
        "kind": KINDS.get(found.kind, ""),
        "reasons": list(REASONS.items()),
        "reason": REASONS.get(found.reason, ""),
        "troubles": [TROUBLES[code] for code in found.troubles if code in TROUBLES],
        "left_out": [(row["name"], LEFT_OUT.get(row["why"], row["why"])) for row in found.left_out],
    }
    status = 422 if form is not None and form.is_bound else 200
    return draw(request, "desk/letters/letter.html", context, current="mail", status=status)


def _form(request: DeskRequest, found: Any) -> TakeInForm:
    day = found.received_at.strftime("%d.%m.%Y")
    data = None
    if request.method == "POST":
        data = request.POST.copy()
        data["submission_key"], data["channel"], data["received_on"] = str(found.pk), CHANNEL, day
    form = TakeInForm(
        data,
        known=directory(),
        colleagues=list_colleagues(request.sight.body.pk, request.today),
        language=language_now(),
        initial=_told_by(found),
    )
    form.fields["surname"].widget.attrs.pop("autofocus", None)
    return form


def _told_by(found: Any) -> dict[str, str]:
    """What the letter says; what it does not, the registrar writes."""
    surname, given_name, patronymic = belonging.names_in(found.sender_name)
    text = found.text[:TEXT]
    return {
        "kind": "application",
        "surname": surname,
        "given_name": given_name,
        "patronymic": patronymic,
        "email": found.sender_address,
        "subject": belonging.subject_of(found.subject, text)[:SUBJECT],
        "text": text,
        "reply_language": _language_of(text),
    }


def _language_of(text: str) -> str:
    words = text.split()
    n_kyrgyz = sum(not KYRGYZ.isdisjoint(word) for word in words)
    return "ky" if n_kyrgyz >= KYRGYZ_FROM * len(words) and n_kyrgyz else "ru"


def _taken_in(request: DeskRequest, form: TakeInForm, letter_id: UUID) -> TakenIn | None:
    """None when it was refused: the sentence is then on the form."""
    command = TakeLetterIn(letter_id=letter_id, command=form.to_command(request.sight, (), request.now))
    try:
        return take_letter_in(command, actor=request.actor, now=request.now)
    except Refused as refused:
        if refused.code == "letter_settled":
            form.add_error(None, _("This letter was decided already. Open it again."))
        else:
            form.add_error(None, sentence(refused)[0])
    return None


def _answer(request: DeskRequest, done: TakenIn) -> HttpResponse:
    if done.number:
        messages.success(request, _("Registered: No. %(number)s") % {"number": done.number})
    else:
        messages.success(
            request, _("Taken in. Tracking number: %(number)s") % {"number": done.tracking_number}
        )
    return redirect(reverse("desk:mail"))
