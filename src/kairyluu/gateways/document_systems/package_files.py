"""A body without such a system gets numbered packages in a folder: one zip each with `message.json`, the documents and
`SHA256SUMS`, and the digest of the zip beside it. What answers are files too: see `receipts`."""

from __future__ import annotations

import hashlib
import io
import json
import os
import tempfile
import zipfile
from pathlib import Path
from uuid import UUID

from kairyluu.gateways.document_systems.contract import Message, Registered, SystemAway

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the same message is the same file, whenever it is written


class FolderSystem:
    """`folder` is the body's: packages lie in `out`, receipts are put into `in`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def ask(self, key: UUID) -> Registered | None:
        """A folder answers by receipts alone: writing the same package again changes nothing."""
        raise LookupError(key)

    def hand_over(self, message: Message) -> Registered | None:
        content = packed(message)
        name = f"{self.folder.name}-{message.package:06}.zip"
        digest = hashlib.sha256(content).hexdigest()
        try:
            out = self.folder / "out"
            for folder in (out, self.folder / "in"):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _write(out / name, content)
            _write(out / f"{name}.sha256", f"{digest}  {name}\n".encode())
        except OSError as away:
            raise SystemAway(type(away).__name__) from away
        return None


def packed(message: Message) -> bytes:
    files = {"message.json": json.dumps(message.metadata, ensure_ascii=False, indent=1).encode()}
    files |= {f"documents/{document.name}": document.content for document in message.documents}
    sums = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items())
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packet:
        for name, content in (files | {"SHA256SUMS": sums.encode()}).items():
            packet.writestr(zipfile.ZipInfo(name, _FIRST_DAY), content, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _write(place: Path, content: bytes) -> None:
    """Whole or not at all: a reader never meets half a package."""
    handle, beside = tempfile.mkstemp(dir=place.parent, prefix=".")
    with os.fdopen(handle, "wb") as written:
        written.write(content)
        written.flush()
        os.fsync(written.fileno())
    os.replace(beside, place)
    folder = os.open(place.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
