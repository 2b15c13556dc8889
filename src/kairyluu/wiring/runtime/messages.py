"""Compiles the translations, without the gettext tools of the system."""

from __future__ import annotations

import os
from pathlib import Path

import polib

PACKAGE = Path(__file__).resolve().parents[2]


def compile_messages(root: Path = PACKAGE) -> list[Path]:
    """Compile every `.po` that is newer than its `.mo`; returns the sources compiled.

    Written beside and renamed, because a running server or a second set-up may read at that moment.
    """
    compiled = []
    for source in sorted(root.rglob("LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        beside = target.with_name(f"{target.name}.{os.getpid()}")
        polib.pofile(str(source)).save_as_mofile(str(beside))
        beside.replace(target)
        compiled.append(source)
    return compiled
