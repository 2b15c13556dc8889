"""What is known of a stored content: noted when it comes, looked into and scanned by the worker, asked before anybody gets
the file. Steps of uploading, checking and opening."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from procrastinate.contrib.django import app

from kairyluu.data.appeals.models import Attachment, FileCheck
from kairyluu.gateways import antivirus, files, looking

CHECK = "check_file"
PICTURES = ("image/jpeg", "image/png")
MOST_SHOWN = 200 * 1024 * 1024  # bytes of a picture written anew


@dataclass(frozen=True, kw_only=True)
class Content:
    """`read` is open for reading: whoever asked closes it. `size` is in bytes."""

    read: BinaryIO
    size: int


class FileHeld(Exception):
    """It waits for the scanner, or carries a virus."""


def note(stored: files.StoredFile, media_type: str, now: datetime) -> FileCheck:
    """The row of this content, and a task for the worker where it is new or a scanner came since."""
    state = "waiting" if antivirus.is_configured() else "open"
    check, is_new = FileCheck.objects.get_or_create(
        sha256=stored.sha256, defaults={"media_type": media_type, "state": state, "noted_at": now}
    )
    if check.state == "open" and state == "waiting":
        check.state, check.noted_at, is_new = state, now, True
        check.save(update_fields=["state", "noted_at"])
    if is_new:
        queue(check)
    return check


def queue(check: FileCheck) -> None:
    """A task in the present transaction; a content queued twice is looked at once more and no harm done."""
    app.configure_task(CHECK, allow_unknown=True).defer(sha256=check.sha256)


def look_into(check: FileCheck, now: datetime) -> None:
    """Sets flags and the copy that is shown, and does not save. Raises `files.FileMissing`."""
    with files.open(check.sha256) as content:
        check.looked_at = now
        if check.media_type not in PICTURES:
            check.flags = list(looking.acting_parts(content, check.media_type))
            return
        try:
            anew = looking.written_anew(content, check.media_type)
        except looking.PictureUnreadable:
            check.flags = [looking.UNREADABLE]
            return
        stored = files.store(anew, limit=MOST_SHOWN)
        check.shown_sha256, check.shown_size = stored.sha256, stored.size


def content_of(file: Attachment) -> Content:
    """Raises `FileHeld` and `files.FileMissing`. A picture nobody has looked into yet is written anew on the spot."""
    check = file.checked
    if file.held:
        raise FileHeld(file.held)
    if check is None or (check.looked_at and not check.shown_sha256):
        return Content(read=files.open(file.sha256), size=file.size)
    if check.shown_sha256:
        return Content(read=files.open(check.shown_sha256), size=file.shown_size)
    opened = files.open(file.sha256)
    if check.media_type not in PICTURES:
        return Content(read=opened, size=file.size)
    try:
        with opened:
            anew = looking.written_anew(opened, check.media_type)
    except looking.PictureUnreadable:
        return Content(read=files.open(file.sha256), size=file.size)
    return Content(read=anew, size=_size(anew))


def _size(content: BinaryIO) -> int:
    size = content.seek(0, io.SEEK_END)
    content.seek(0)
    return size
