"""Which adapter serves a body: its row says the kind and the address; the folder and the tokens are settings."""

from __future__ import annotations

import re
from pathlib import Path

from django.conf import settings

from kairyluu.gateways.document_systems.contract import DocumentSystem, SystemRefused
from kairyluu.gateways.document_systems.http import HttpSystem
from kairyluu.gateways.document_systems.package_files import FolderSystem

_PLAIN = re.compile(r"[A-Za-z0-9_-]{1,80}")


def system_at(kind: str, *, body: str, address: str) -> DocumentSystem:
    """`kind` files or http, `body` its code. Raises `SystemRefused` for anything else."""
    if kind == "http":
        return HttpSystem(address, settings.DOCUMENT_TOKENS.get(body, ""))
    if kind == "files":
        return FolderSystem(folder_of(body))
    raise SystemRefused("no_system")


def folder_of(body: str) -> Path:
    if not _PLAIN.fullmatch(body):
        raise SystemRefused("no_folder")
    return Path(settings.DOCUMENT_FOLDER) / body
