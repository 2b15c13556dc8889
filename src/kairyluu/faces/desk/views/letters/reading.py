"""The queue of letters, and their files."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from kairyluu.faces.desk.gate import DeskRequest, at_desk
from kairyluu.faces.desk.page import draw
from kairyluu.faces.desk.views.case_papers import sent
from kairyluu.faces.desk.views.letters.words import LISTS
from kairyluu.rules.letters import kinds
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.letters.look import (
    LookAtLetters,
    OpenLetterFile,
    look_at_letters,
    open_letter_file,
)


@require_safe
@at_desk
def letters(request: DeskRequest) -> HttpResponse:
    state = request.GET.get("state", kinds.WAITING)
    number = request.GET.get("page", "1")
    if state not in LISTS:
        raise Http404
    page = int(number) if number.isascii() and number.isdigit() and len(number) < 7 else 1
    command = LookAtLetters(sight=request.sight, state=state, page=page)
    try:
        found = look_at_letters(command, actor=request.actor, now=request.now)
    except Refused:
        raise Http404 from None
    lists = [(code, word, code == state) for code, word in LISTS.items()]
    context = {"found": found, "state": state, "lists": lists}
    return draw(request, "desk/letters/list.html", context, current="mail")


@require_safe
@at_desk
def file(request: DeskRequest, letter_id: UUID, file_id: UUID | None = None) -> Any:
    """Always to be saved: who wrote it is not known yet."""
    command = OpenLetterFile(letter_id=letter_id, file_id=file_id)
    try:
        opened = open_letter_file(command, actor=request.actor, now=request.now)
    except Refused:
        raise Http404 from None
    return sent(opened, as_attachment=True)
