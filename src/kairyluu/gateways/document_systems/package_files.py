"""A body whose system is not on a network gets numbered packages: one zip each with `message.json`, the documents and
`SHA256SUMS`, and the digest of the zip beside it. What answers are files too: `receipts` and `incoming_packages`."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from datetime import date
from uuid import UUID, uuid4

from kairyluu.gateways.document_systems.contract import (
    Message,
    Reply,
    SystemAway,
    TheirLine,
    line_from,
)
from kairyluu.gateways.document_systems.places import Place

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the same message is the same file, whenever it is written
REGISTER = "in/register.json"
MOST_REGISTER = 20_000_000


class PackageSystem:
    """`place` is the body's: packages lie in `out`, what answers is put into `in`."""

    def __init__(self, place: Place, body: str) -> None:
        self.place, self.body = place, body

    def ask(self, key: UUID, *, awaits_number: bool = True) -> Reply:
        """Files answer by receipts alone: writing the same package again changes nothing."""
        raise LookupError(key)

    def hand_over(self, message: Message) -> Reply:
        content = packed(message)
        name = f"{self.body}-{message.package:06}.zip"
        digest = hashlib.sha256(content).hexdigest()
        self.place.list("in")
        self.place.write(f"out/{name}", content)
        self.place.write(f"out/{name}.sha256", f"{digest}  {name}\n".encode())
        return None

    def list_registered(self, since: date) -> list[TheirLine] | None:
        """`in/register.json`, whenever somebody puts a new one: `{"registrations": [...]}` as over HTTP."""
        if "register.json" not in self.place.list("in"):
            return None
        try:
            said = json.loads(self.place.read(REGISTER, MOST_REGISTER))
            lines = [line_from(line) for line in said["registrations"]]
        except (ValueError, TypeError, LookupError, RecursionError) as unreadable:
            raise SystemAway("not_json") from unreadable
        return [line for line in lines if line.on >= since]

    def probe(self) -> None:
        name = f"out/.probe-{uuid4()}"
        self.place.write(name, b"probe")
        self.place.remove(name)
        self.place.list("in")


def packed(message: Message) -> bytes:
    files = {"message.json": json.dumps(message.metadata, ensure_ascii=False, indent=1).encode()}
    files |= {f"documents/{document.name}": document.content for document in message.documents}
    sums = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items())
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packet:
        for name, content in (files | {"SHA256SUMS": sums.encode()}).items():
            packet.writestr(zipfile.ZipInfo(name, _FIRST_DAY), content, zipfile.ZIP_DEFLATED)
    return written.getvalue()
