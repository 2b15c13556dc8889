"""The papers of an appeal: files, the letter as the applicant will see it, the sheet with his address."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import FileResponse, Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kairyluu.faces.desk.gate import DeskRequest, at_desk
from kairyluu.faces.desk.page import draw
from kairyluu.faces.desk.views.case import looked_at
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.answers.print_papers import (
    PreviewLetter,
    PrintAddressSheet,
    preview_letter,
    print_address_sheet,
)
from kairyluu.usecases.files.open_file import OpenedFile, OpenFile, open_file

# What a browser may show by itself; everything else is only saved.
SHOWN = frozenset({"application/pdf", "image/jpeg", "image/png"})
SANDBOX = "sandbox; default-src 'none'"


@require_safe
@at_desk
def file(request: DeskRequest, appeal_id: UUID, file_id: UUID) -> Any:
    command = OpenFile(appeal_id=appeal_id, file_id=file_id)
    try:
        opened = open_file(command, actor=request.actor, now=request.now)
    except Refused:
        raise Http404 from None
    return sent(opened, as_attachment="show" not in request.GET)


def sent(opened: OpenedFile, *, as_attachment: bool) -> FileResponse:
    """Nothing inside the file can run or fetch, whatever it claims to be."""
    is_shown = not as_attachment and opened.media_type in SHOWN
    response = FileResponse(opened.content, content_type=opened.media_type)
    response["Content-Length"] = str(opened.size)
    response["Content-Disposition"] = content_disposition_header(not is_shown, opened.name) or "attachment"
    response["Content-Security-Policy"] = SANDBOX
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_safe
@at_desk
def letter(request: DeskRequest, appeal_id: UUID) -> HttpResponse:
    """The answer on a page of its own, as the applicant will read it."""
    case = looked_at(request, appeal_id, "letter")
    if case.answer is None and case.refusal is None:
        raise Http404
    return draw(request, "desk/case_letter.html", {"case": case, "appeal": case.appeal})


@require_safe
@at_desk
def letter_pdf(request: DeskRequest, appeal_id: UUID) -> HttpResponse:
    """The same on paper, with a warning across it that it is not a letter yet."""
    warning = _("Draft: not signed and not sent")
    command = PreviewLetter(appeal_id=appeal_id, warning=warning)
    return _printed(preview_letter, command, request, "preview.pdf")


@require_safe
@at_desk
def address_sheet(request: DeskRequest, appeal_id: UUID) -> HttpResponse:
    command = PrintAddressSheet(appeal_id=appeal_id)
    return _printed(print_address_sheet, command, request, "address.pdf")


def _printed(make: Callable[..., bytes], command: object, request: DeskRequest, name: str) -> HttpResponse:
    """A PDF made now, shown in a sandbox; where there is nothing to print there is no such page."""
    try:
        content = make(command, actor=request.actor, now=request.now)
    except Refused:
        raise Http404 from None
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}"'
    response["Content-Security-Policy"] = SANDBOX
    response["X-Content-Type-Options"] = "nosniff"
    return response
