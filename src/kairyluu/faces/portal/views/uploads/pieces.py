"""The addresses of tus: a file is begun, asked after, sent piece by piece, given up. What it becomes lies with the files
of the form, which are seen and taken out there."""

from __future__ import annotations

import contextlib
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kairyluu.faces.portal import gate
from kairyluu.faces.portal.forms import uploading
from kairyluu.faces.portal.forms.sentences import about_file, too_often
from kairyluu.faces.portal.views.uploads import holder, tus
from kairyluu.queries.directory import directory
from kairyluu.queries.uploads import find_coming
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.files import pieces
from kairyluu.usecases.files.begin import MEBIBYTE, BeginUpload, begin_upload
from kairyluu.usecases.files.pieces import GiveUp, TakePiece

_LONGEST_NAME = 500
# What a refusal means to a client of the protocol; all others are told with their sentence and end the upload.
STATUSES = {"upload_gone": 404, "upload_busy": 423, "wrong_offset": 409, "piece_too_long": 400}


@require_http_methods(["GET", "HEAD", "OPTIONS", "POST"])
def uploads(request: HttpRequest) -> HttpResponse:
    """A GET has nothing to do with the protocol: the part of the page that shows how far a file is, with its words."""
    if request.method in ("GET", "HEAD"):
        return render(request, "portal/parts/uploading.html")
    return _begun(request)


@require_http_methods(["HEAD", "OPTIONS", "PATCH", "DELETE"])
@tus.speaks
def upload(request: HttpRequest, upload_id: UUID) -> HttpResponse:
    if request.method == "OPTIONS":
        return tus.options(_most_bytes())
    if request.method == "HEAD":
        return _standing(request, upload_id)
    try:
        return _piece(request, upload_id) if request.method == "PATCH" else _given_up(request, upload_id)
    except Refused as refused:
        if status := STATUSES.get(refused.code):
            return tus.told(status)
        return _turned_away(request, upload_id, refused)
    except OSError:  # the disk is full or away; the piece was not noted, and may come again
        return tus.told(503, **{"Retry-After": "60"})


@tus.speaks
def _begun(request: HttpRequest) -> HttpResponse:
    if request.method == "OPTIONS":
        return tus.options(_most_bytes())
    now, said = timezone.now(), tus.metadata_of(request)
    key = next(iter(uploading.read_ids([said.get("key", "")])), None)
    name = said.get("filename", "")
    if key is None or not name or len(name) > _LONGEST_NAME or "\x00" in name:
        raise tus.Unclear("Upload-Metadata: the key of the form and the filename, please")
    length = tus.number_in(request, "Upload-Length")
    if not gate.may_begin_upload(request, directory(), now=now):
        return tus.told(429, too_often("file").sentence)
    secret = holder.held_or_new(request)
    command = BeginUpload(
        submission_key=key, name=name, length=length, holder=secret, address=gate.address_of(request)
    )
    try:
        coming = begin_upload(command, actor=gate.actor_at(request, timezone.localdate(now)), now=now)
    except Refused as refused:
        return _refusal(refused, name)
    place = reverse("portal:upload", args=[coming.id])
    response = tus.told(201, **tus.standing(coming), Location=place)
    holder.remember(response, secret, is_secure=request.is_secure())
    return response


def _standing(request: HttpRequest, upload_id: UUID) -> HttpResponse:
    coming = find_coming(upload_id, holder.held(request), now=timezone.now())
    if coming is None:
        return tus.told(404)
    said = tus.as_metadata(filename=coming.name, key=str(coming.submission_key))
    headers = tus.standing(coming) | {"Upload-Length": str(coming.length), "Upload-Metadata": said}
    return tus.told(200, **headers)


def _piece(request: HttpRequest, upload_id: UUID) -> HttpResponse:
    if request.content_type != tus.PIECE_TYPE:
        return tus.told(415)
    if int(request.META.get("CONTENT_LENGTH") or 0) > tus.MOST_PIECE:  # that it is a number was asked before
        return tus.told(413)
    offset, content = tus.number_in(request, "Upload-Offset"), tus.piece_of(request)
    if not tus.is_as_promised(content, request.headers.get("Upload-Checksum", "")):
        return tus.told(tus.MISMATCH)
    now = timezone.now()
    command = TakePiece(upload_id=upload_id, holder=holder.held(request), offset=offset, content=content)
    coming = pieces.take_piece(command, actor=gate.actor_at(request, timezone.localdate(now)), now=now)
    is_noted = coming.received == offset + len(content)
    return tus.told(204 if is_noted else 409, **tus.standing(coming))


def _given_up(request: HttpRequest, upload_id: UUID) -> HttpResponse:
    now = timezone.now()
    command = GiveUp(upload_id=upload_id, holder=holder.held(request))
    pieces.give_up(command, actor=gate.actor_at(request, timezone.localdate(now)), now=now)
    return tus.told(204)


def _turned_away(request: HttpRequest, upload_id: UUID, refused: Refused) -> HttpResponse:
    """It came whole and is not what a form takes: nothing of it is kept."""
    name = str(refused.facts.get("name", ""))
    coming = find_coming(upload_id, holder.held(request), now=timezone.now())
    with contextlib.suppress(Refused):
        _given_up(request, upload_id)
    return _refusal(refused, coming.name if coming else name)


def _refusal(refused: Refused, name: str) -> HttpResponse:
    """With the sentence that the plain form would show beside its field."""
    if refused.code == "no_room_left":
        sentence = _("Too many files from your network address are still on their way. Try again later.")
        return tus.told(429, sentence)
    return tus.told(413 if refused.code == "file_too_big" else 422, about_file(refused, name).sentence)


def _most_bytes() -> int:
    return directory().number("file_size_mb") * MEBIBYTE
