"""The carrier of the demonstration: each message is a line of a file, none leaves the machine."""

from __future__ import annotations

import fcntl
import json
import os
from pathlib import Path

from kairyluu.gateways.reach.contract import ON_ITS_WAY, Fate, ReachDeferred, Receipt, demand_sendable


class LogCarrier:
    """`file` holds one JSON object a line: key, to, text. Nobody reads it, so nothing is ever said to be delivered."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def send(self, to: str, text: str, key: str) -> Receipt:
        demand_sendable(to, text)
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(self.file, os.O_CREAT | os.O_RDWR | os.O_APPEND, 0o600)
            with os.fdopen(handle, "r+", encoding="utf-8") as lines:
                fcntl.flock(lines, fcntl.LOCK_EX)
                if not any(json.loads(line)["key"] == key for line in lines):
                    lines.write(json.dumps({"key": key, "to": to, "text": text}, ensure_ascii=False) + "\n")
        except OSError as away:
            raise ReachDeferred(type(away).__name__) from away
        return Receipt(reference=f"log-{key}")

    def fate(self, reference: str) -> Fate:
        return Fate(state=ON_ITS_WAY)
