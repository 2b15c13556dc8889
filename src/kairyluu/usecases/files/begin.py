"""A file that will come in pieces is announced: what the form would refuse is refused before its first byte."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.conf import settings
from django.db import connection
from django.db.models import Sum

from kairyluu.data.appeals.models import PartialUpload
from kairyluu.gateways import files
from kairyluu.queries.directory import directory
from kairyluu.queries.uploads import UNFINISHED_FOR, Coming, coming_of, hash_of
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.act import act
from kairyluu.usecases.files.upload import TooManyFiles, count_waiting, queue_up

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class BeginUpload:
    """`length` in bytes; `holder` is the secret of the browser, `address` its network address."""

    submission_key: UUID
    name: str
    length: int
    holder: str
    address: str


class NoRoomLeft(Refused):
    """Unfinished files of this network address take all the room it gets; facts: most (megabytes)."""


@act
def begin_upload(command: BeginUpload, *, actor: Actor, now: datetime) -> Coming:
    """Raises `FileEmpty`, `FileTooBig`, `TooManyFiles`, `NoRoomLeft`; the same limits hold again when it is whole."""
    known = directory()
    most_bytes, most_files = known.number("file_size_mb") * MEBIBYTE, known.number("file_count")
    if command.length < 1:
        raise files.FileEmpty({"name": command.name})
    if command.length > most_bytes:
        raise files.FileTooBig({"name": command.name, "most": most_bytes})
    unfinished = PartialUpload.objects.filter(became__isnull=True, touched_at__gt=now - UNFINISHED_FOR)
    queue_up(command.submission_key)
    n_coming = unfinished.filter(submission_key=command.submission_key).count()
    if count_waiting(command.submission_key) + n_coming >= most_files:
        raise TooManyFiles({"most": most_files})
    address = _keyed(command.address)
    _queue_up_at(address)
    taken = unfinished.filter(address_hash=address).aggregate(all=Sum("length"))["all"] or 0
    room = known.number("unfinished_upload_mb")
    if taken + command.length > room * MEBIBYTE:
        raise NoRoomLeft({"most": room})
    row = PartialUpload.objects.create(
        id=uuid4(),
        submission_key=command.submission_key,
        holder_hash=hash_of(command.holder),
        address_hash=address,
        name=command.name,
        length=command.length,
        begun_at=now,
        touched_at=now,
    )
    return coming_of(row)


def _queue_up_at(address_hash: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [int(address_hash[:15], 16)])


def _keyed(address: str) -> str:
    return hmac.new(settings.SECRET_KEY.encode(), b"room " + address.encode(), hashlib.sha256).hexdigest()
