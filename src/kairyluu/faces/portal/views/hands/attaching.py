"""Files of a form that is no appeal: taken in one by one under a key of the form, by the rules of the appeal's files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpRequest
from django.utils import timezone

from kairyluu.faces.portal import gate
from kairyluu.faces.portal.forms import uploading
from kairyluu.faces.portal.forms.sentences import Trouble, too_often
from kairyluu.queries.directory import directory
from kairyluu.queries.uploads import list_uploads


@dataclass(frozen=True, kw_only=True)
class Attached:
    """`is_round_trip`: a button was pressed that only draws the form again."""

    key: UUID
    troubles: tuple[Trouble, ...] = ()
    is_round_trip: bool = False

    def shown(self) -> dict[str, Any]:
        """What `portal/parts/part_files.html` needs, and the key for the form."""
        known, uploads = directory(), list_uploads(self.key)
        return {
            "key": self.key,
            "uploads": uploads,
            "n_more_files": max(0, known.number("file_count") - len(uploads)),
            "file_mb": known.number("file_size_mb"),
            "file_errors": [trouble.sentence for trouble in self.troubles],
        }


def attach(request: HttpRequest) -> Attached:
    """Keeps the files of this request, takes out the one whose button was pressed."""
    key = next(iter(uploading.read_ids(request.POST.getlist("submission_key"))), None) or uuid4()
    pressed = "upload" in request.POST or "remove" in request.POST
    return Attached(key=key, troubles=_files(request, key), is_round_trip=pressed)


def _files(request: HttpRequest, key: UUID) -> tuple[Trouble, ...]:
    now = timezone.now()
    actor = gate.actor_at(request, timezone.localdate(now))
    if "remove" in request.POST:
        uploading.take_out(request, key, actor=actor, now=now)
    if not request.FILES:
        return ()
    if not gate.may_upload(request, directory(), now=now):
        return (too_often("file"),)
    return tuple(uploading.take_in(request, key, actor=actor, now=now))
