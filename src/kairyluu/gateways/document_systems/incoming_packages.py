"""Packages of the other side in `in`: `<any name>.zip` with `message.json` as `incoming.schema.json` describes it,
`documents/` and `SHA256SUMS`, and its digest beside it in `<name>.zip.sha256`, written last: a package without it is not
finished yet."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from dataclasses import dataclass, field
from typing import Any

from kairyluu.gateways.document_systems.contract import Document, SystemAway
from kairyluu.gateways.document_systems.places import Place

MOST_BYTES = 60 * 1024 * 1024  # of a package, and of what is in it
MOST_ENTRIES = 40


@dataclass(frozen=True, kw_only=True)
class IncomingPackage:
    """`fault` is a code where it cannot be believed."""

    name: str
    message: dict[str, Any] = field(default_factory=dict)
    documents: tuple[Document, ...] = ()
    fault: str = ""


def list_packages(place: Place) -> list[IncomingPackage]:
    """Finished ones, in the order of their own numbers, so that what is about one appeal is taken as it happened."""
    names = place.list("in")
    finished = [name for name in names if name.endswith(".zip") and f"{name}.sha256" in names]
    found = [_read(place, name) for name in finished]
    return sorted(found, key=lambda one: (_number(one.message), one.name))


def _number(message: dict[str, Any]) -> int:
    number = message.get("package")
    return number if isinstance(number, int) else 2**31


def _read(place: Place, name: str) -> IncomingPackage:
    try:
        content = place.read(f"in/{name}", MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            return IncomingPackage(name=name, fault="too_large")
        told = place.read(f"in/{name}.sha256", 1000).split()
        if not told or told[0].decode("ascii", "replace").lower() != hashlib.sha256(content).hexdigest():
            return IncomingPackage(name=name, fault="sum_differs")
        return _opened(name, content)
    except (SystemAway, ValueError, KeyError, zipfile.BadZipFile, NotImplementedError, RecursionError):
        return IncomingPackage(name=name, fault="unreadable")


def _opened(name: str, content: bytes) -> IncomingPackage:
    with zipfile.ZipFile(io.BytesIO(content)) as packet:
        entries = [entry for entry in packet.infolist() if not entry.is_dir()]
        if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_BYTES:
            return IncomingPackage(name=name, fault="too_large")
        files = {entry.filename: packet.read(entry) for entry in entries}
    lines = files.pop("SHA256SUMS").decode().splitlines()
    sums = {part[1].lstrip("*"): part[0].lower() for line in lines if len(part := line.split(None, 1)) == 2}
    if {one: hashlib.sha256(read).hexdigest() for one, read in files.items()} != sums:
        return IncomingPackage(name=name, fault="sum_differs")
    message = json.loads(files["message.json"])
    if not isinstance(message, dict):
        return IncomingPackage(name=name, fault="unreadable")
    return IncomingPackage(name=name, message=message, documents=tuple(_documents(message, files)))


def _documents(message: dict[str, Any], files: dict[str, bytes]) -> list[Document]:
    """Those the message names; raises KeyError for one that is not there."""
    return [
        Document(
            name=str(told["name"]),
            media_type=str(told.get("media_type", "")),
            content=files[f"documents/{told['name']}"],
        )
        for told in message.get("documents") or ()
    ]
