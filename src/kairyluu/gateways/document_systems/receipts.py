"""Receipts put into `in`: `{"format": "kairyluu-receipt/1", "key": "…", "number": "…", "registered_on": "2026-03-10"}`, one
JSON file each, named as they like; of a later message the key alone. And the receipts we write for packages of theirs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from kairyluu.gateways.document_systems.contract import Registered, SystemAway, registered_from
from kairyluu.gateways.document_systems.places import Place

FORMAT = "kairyluu-receipt/1"
MOST_BYTES = 65_536
NOT_RECEIPTS = ("register.json",)


@dataclass(frozen=True, kw_only=True)
class ReceiptFile:
    """`key` is None where the file cannot be read as a receipt; `registered` where it brings no number."""

    name: str
    key: UUID | None = None
    registered: Registered | None = None


def list_receipts(place: Place) -> list[ReceiptFile]:
    """Of a body, in the order of their names. Raises `SystemAway`."""
    names = [name for name in place.list("in") if name.endswith(".json") and name not in NOT_RECEIPTS]
    return [_read(place, name) for name in names]


def put_aside(place: Place, name: str, *, is_taken: bool) -> None:
    """Into `taken`, or `wrong` for a person to look at."""
    place.move(f"in/{name}", f"in/{'taken' if is_taken else 'wrong'}/{name}")


def write_receipt(place: Place, key: UUID, said: Mapping[str, object]) -> None:
    """Ours, of a package of theirs; written again it says what is true now."""
    content = json.dumps({"format": FORMAT, "key": str(key), **said}, ensure_ascii=False, indent=1)
    place.write(f"out/receipts/{key}.json", content.encode())


def _read(place: Place, name: str) -> ReceiptFile:
    try:
        said = json.loads(place.read(f"in/{name}", MOST_BYTES))
        if not isinstance(said, dict) or said.get("format") != FORMAT:
            return ReceiptFile(name=name)
        registered = registered_from(said) if said.keys() & {"number", "registered_on"} else None
        return ReceiptFile(name=name, key=UUID(str(said.get("key"))), registered=registered)
    except (SystemAway, ValueError, RecursionError):
        return ReceiptFile(name=name)
