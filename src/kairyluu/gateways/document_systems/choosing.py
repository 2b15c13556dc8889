"""Which adapter serves a body: its row says the kind and where; the folder, the tokens and the certificates of X-Road
are settings."""

from __future__ import annotations

import re
from pathlib import Path

from django.conf import settings

from kairyluu.gateways.document_systems.contract import Connection, DocumentSystem, SystemRefused
from kairyluu.gateways.document_systems.http import HttpSystem
from kairyluu.gateways.document_systems.package_files import PackageSystem
from kairyluu.gateways.document_systems.places import Bucket, Folder, Place
from kairyluu.gateways.document_systems.xroad import XRoadSystem

_PLAIN = re.compile(r"[A-Za-z0-9_-]{1,80}")


def system_at(connection: Connection) -> DocumentSystem:
    """Raises `SystemRefused` for a kind that sends nothing, `SystemAway` where certificates are missing."""
    if connection.kind == "http":
        return HttpSystem(connection.address, settings.DOCUMENT_TOKENS.get(connection.body, ""))
    if connection.kind == "xroad":
        return XRoadSystem(connection, Path(settings.XROAD_TLS))
    return PackageSystem(place_of(connection), connection.body)


def place_of(connection: Connection) -> Place:
    """Where the packages of a body lie. Raises `SystemRefused` for one that has none."""
    if not _PLAIN.fullmatch(connection.body):
        raise SystemRefused("no_folder")
    if connection.kind == "files":
        return Folder(Path(settings.DOCUMENT_FOLDER) / connection.body)
    if connection.kind == "bucket" and connection.bucket:
        return Bucket(connection)
    raise SystemRefused("no_system")
