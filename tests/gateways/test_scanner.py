"""The scanner's wire, held against the real daemon; and what is said when it is not there."""

from __future__ import annotations

import io
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kairyluu.gateways import antivirus
from tests.gateways.scanner import EICAR


def test_the_daemon_tells_a_virus_from_a_letter(clamd: str, settings: Any) -> None:
    settings.SCANNER = clamd

    assert antivirus.lacks() == ""
    assert antivirus.scan(io.BytesIO(b"%PDF-1.4 " + b"x" * 700_000)) == antivirus.Verdict(is_clean=True)
    found = antivirus.scan(io.BytesIO(b"x" * 1000 + EICAR))
    assert (found.is_clean, found.signature) == (False, "Own.Test.UNOFFICIAL")


def test_a_scanner_that_is_away_says_nothing_about_a_file(settings: Any, tmp_path: Path) -> None:
    settings.SCANNER = f"unix:{tmp_path}/nobody"

    assert antivirus.lacks().startswith("FileNotFoundError")
    with pytest.raises(antivirus.ScannerDown):
        antivirus.scan(io.BytesIO(b"x"))


@pytest.fixture
def babbling() -> Iterator[str]:
    """Takes a connection, says that the file is too large, as the daemon does past StreamMaxLength, and hangs up."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def speak() -> None:
            wire, _ = server.accept()
            with wire:
                wire.recv(10)
                wire.sendall(b"INSTREAM size limit exceeded. ERROR\0")
                while wire.recv(65536):
                    pass

        speaking = threading.Thread(target=speak)
        speaking.start()
        yield f"tcp:127.0.0.1:{server.getsockname()[1]}"
        speaking.join()


def test_a_fault_of_the_scanner_is_no_verdict(babbling: str, settings: Any) -> None:
    settings.SCANNER = babbling

    with pytest.raises(antivirus.ScannerDown, match="size limit"):
        antivirus.scan(io.BytesIO(b"x" * 100))
