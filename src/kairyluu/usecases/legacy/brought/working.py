"""The worker's part of a register that was brought by a page: checking, or loading."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from kairyluu.data.appeals.models import LegacyUpload
from kairyluu.gateways import files
from kairyluu.queries.actors import actor_of
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.legacy.batches import LoadedByAnother
from kairyluu.usecases.legacy.brought.uploads import UNDER_WAY
from kairyluu.usecases.legacy.load import ImportRegister, Loaded, import_register

FIRST = 20  # refused rows that the page shows
DONE = {"checking": "checked", "loading": "loaded"}


@dataclass(frozen=True)
class WorkUpload:
    upload_id: UUID


def work_upload(command: WorkUpload, *, now: datetime) -> str:
    """The stage it comes to. It acts as whoever brought the file, with the posts he holds today."""
    upload = LegacyUpload.objects.select_related("body", "account").filter(pk=command.upload_id).first()
    if upload is None or upload.stage not in UNDER_WAY:
        return "nothing to do"
    actor = actor_of(upload.account, date_in_bishkek(now))

    def tell(share: float, n_rows: int) -> None:
        note(upload, share=round(share * 100), n_read=n_rows, touched_at=now)

    try:
        with _at_hand(upload) as file:
            asked = ImportRegister(
                file=file,
                body=upload.body.code,
                is_dry_run=upload.stage == "checking",
                file_name=upload.file_name,
            )
            loaded = import_register(asked, actor=actor, now=now, tell=tell)
    except LoadedByAnother:
        return upload.stage
    except files.FileMissing:
        note(upload, stage="failed", findings={"problem": {"code": "file_gone"}})
    except Refused as refused:
        problem = {"code": refused.code} | dict(refused.facts)
        note(upload, stage="failed", findings={"problem": problem})
    else:
        _note_end(upload, loaded)
    return upload.stage


@act
def note(upload: LegacyUpload, **values: Any) -> None:
    for name, value in values.items():
        setattr(upload, name, value)
    upload.save(update_fields=list(values))


def _note_end(upload: LegacyUpload, loaded: Loaded) -> None:
    first = [[line, reasons, cells[:3]] for line, reasons, cells in loaded.refused[:FIRST]]
    note(
        upload,
        stage=DONE[upload.stage],
        share=100,
        n_good=loaded.n_loaded,
        n_refused=loaded.n_refused,
        batch_id=loaded.batch_id,
        findings={"header": list(loaded.header), "unknown": list(loaded.unknown), "first": first},
    )


@contextmanager
def _at_hand(upload: LegacyUpload) -> Iterator[Path]:
    """The content as a file of this machine, wherever it is kept. Raises `files.FileMissing`."""
    with TemporaryDirectory(prefix="register-") as folder:
        file = Path(folder) / f"register{PurePath(upload.file_name).suffix.lower()}"
        with files.open(upload.sha256) as content, file.open("wb") as copy:
            shutil.copyfileobj(content, copy)
        yield file
