"""Receipts that people put into the folder of a body: `{"format": "kairyluu-receipt/1", "key": "…", "number": "…",
"registered_on": "2026-03-10"}`, one JSON file each, named as they like."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from kairyluu.gateways.document_systems.contract import Registered, registered_from

FORMAT = "kairyluu-receipt/1"
MOST_FILES, MOST_BYTES = 500, 65_536


@dataclass(frozen=True, kw_only=True)
class ReceiptFile:
    """`registered` and `key` are None where the file cannot be read as a receipt."""

    place: Path
    key: UUID | None = None
    registered: Registered | None = None


def list_receipts(folder: Path) -> list[ReceiptFile]:
    """Of a body's folder, in the order of their names."""
    places = sorted(place for place in (folder / "in").glob("*.json") if place.is_file())
    return [_read(place) for place in places[:MOST_FILES] if not place.is_symlink()]


def put_aside(file: ReceiptFile, *, is_taken: bool) -> None:
    """Into `taken`, or `wrong` for a person to look at."""
    aside = file.place.parent / ("taken" if is_taken else "wrong")
    aside.mkdir(mode=0o700, exist_ok=True)
    file.place.replace(aside / file.place.name)


def _read(place: Path) -> ReceiptFile:
    try:
        with place.open("rb") as content:
            said = json.loads(content.read(MOST_BYTES))
        if not isinstance(said, dict) or said.get("format") != FORMAT:
            return ReceiptFile(place=place)
        return ReceiptFile(place=place, key=UUID(str(said.get("key"))), registered=registered_from(said))
    except (OSError, ValueError, RecursionError):
        return ReceiptFile(place=place)
