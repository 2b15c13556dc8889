"""The files of the form: taken in one by one, so that a wrong one gets its sentence and the rest are kept."""

from __future__ import annotations

from datetime import datetime
from typing import BinaryIO, cast
from uuid import UUID

from django.http import HttpRequest

from kairyluu.faces.portal.forms.sentences import Trouble, about_file
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.files.upload import RemoveFromForm, UploadToForm, remove_from_form, upload_to_form


def take_in(request: HttpRequest, key: UUID, *, actor: Actor, now: datetime) -> list[Trouble]:
    """Keeps the files of this request under the form's key; returns a sentence for each that is refused."""
    troubles: list[Trouble] = []
    for file in request.FILES.getlist("file"):
        command = UploadToForm(submission_key=key, name=file.name or "", content=cast(BinaryIO, file))
        try:
            upload_to_form(command, actor=actor, now=now)
        except Refused as refused:
            troubles.append(about_file(refused, file.name or ""))
    return troubles


def take_out(request: HttpRequest, key: UUID, *, actor: Actor, now: datetime) -> None:
    """The file whose button was pressed; one that is already gone is fine."""
    for attachment_id in read_ids(request.POST.getlist("remove")):
        remove_from_form(
            RemoveFromForm(submission_key=key, attachment_id=attachment_id), actor=actor, now=now
        )


def read_ids(values: list[str]) -> tuple[UUID, ...]:
    """What is no identifier is left out."""
    return tuple(found for value in values[:20] if (found := _uuid(value)))


def _uuid(value: str) -> UUID | None:
    try:
        return UUID(value)
    except ValueError:
        return None
