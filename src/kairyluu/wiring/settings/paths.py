"""Where things lie, and how yes is said in an environment variable."""

from __future__ import annotations

import os
from pathlib import Path

from kairyluu.wiring.runtime.places import PROJECT, places

PACKAGE = Path(__file__).resolve().parents[2]
PLACES = places()
REFERENCE_DATA = PROJECT / "data"


def switched_on(variable: str) -> bool:
    return os.environ.get(variable, "").strip().lower() in {"1", "yes", "true", "on"}
