"""Whether files could be stored and scanned now: for the configuration check."""

from __future__ import annotations

from kairyluu.gateways import antivirus, files


def store_lacks() -> str:
    """Empty when the store of files answers, else what is wrong."""
    return files.lacks()


def scanner_lacks() -> str | None:
    """Empty when the scanner answers; None where there is none."""
    return antivirus.lacks() if antivirus.is_configured() else None
