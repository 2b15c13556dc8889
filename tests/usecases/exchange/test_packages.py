"""A body without a network gets numbered packages in a folder, and answers with files. H19."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from kairyluu.rules.exchange import second_entries as second
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.usecases.exchange.read_receipts import ReadReceipts, read_receipts
from kairyluu.usecases.exchange.send_again import SendAgain, send_again
from tests.cast import NOW, Town
from tests.factories import calls, exchange
from tests.gateways.message_schema import faults_of


@pytest.fixture
def folder(town: Town, tmp_path: Path, settings: Any) -> Path:
    settings.DOCUMENT_FOLDER = str(tmp_path)
    exchange.system(town, "files", "")
    return tmp_path / town.body.code


def receipts() -> int:
    return read_receipts(ReadReceipts(), actor=SYSTEM_ACTOR, now=NOW)


def test_packages_are_numbered_checked_and_complete(town: Town, folder: Path) -> None:
    first, other = exchange.waiting(town), exchange.waiting(town, text="Суу жок.")
    assert [exchange.tried(row) for row in (first, other)] == [second.HANDED] * 2

    names = sorted(path.name for path in (folder / "out").glob("*.zip"))
    assert names == ["da-o-alai-000001.zip", "da-o-alai-000002.zip"]
    packed = (folder / "out" / names[1]).read_bytes()
    assert (folder / "out" / f"{names[1]}.sha256").read_text().split()[0] == hashlib.sha256(
        packed
    ).hexdigest()
    with zipfile.ZipFile(io.BytesIO(packed)) as packet:
        message = json.loads(packet.read("message.json"))
        sums = dict(line.split("  ")[::-1] for line in packet.read("SHA256SUMS").decode().splitlines())
        for name in set(packet.namelist()) - {"SHA256SUMS"}:
            assert hashlib.sha256(packet.read(name)).hexdigest() == sums[name]
        card = PdfReader(io.BytesIO(packet.read("documents/card.pdf")))
    assert faults_of(message) == []
    assert (message["package"], message["key"], message["text"]) == (2, str(other.pk), "Суу жок.")
    assert other.appeal.tracking_number in card.pages[0].extract_text()


def test_a_package_written_again_is_the_same_file(town: Town, folder: Path) -> None:
    row = exchange.waiting(town)
    exchange.tried(row)
    (written,) = (folder / "out").glob("*.zip")
    before = written.read_bytes()

    send_again(SendAgain(entry_id=row.pk), actor=town.registrar.actor, now=NOW)
    exchange.tried(row)

    assert [path.read_bytes() for path in (folder / "out").glob("*.zip")] == [before]


def test_a_receipt_settles_its_own_registration_once(town: Town, folder: Path) -> None:
    row, other = exchange.waiting(town), exchange.waiting(town)
    exchange.tried(row)
    exchange.tried(other)
    good = {
        "format": "kairyluu-receipt/1",
        "key": str(row.pk),
        "number": "12/4",
        "registered_on": "2026-03-10",
    }
    wrong: dict[str, Any] = {
        "b-same-number": good | {"key": str(other.pk)},
        "c-unknown": good | {"key": "00000000-0000-0000-0000-000000000000"},
        "d-no-day": good | {"registered_on": "март"},
        "e-other-format": good | {"format": "x"},
    }
    for name, said in ({"a-good": good, "a-repeated": good} | wrong).items():
        (folder / "in" / f"{name}.json").write_text(json.dumps(said))
    (folder / "in" / "f-broken.json").write_bytes(b"{\xff")

    assert receipts() == 2  # the repeated one says the same

    row.refresh_from_db()
    other.refresh_from_db()
    assert (row.state, row.number) == (second.REGISTERED, "12/4")
    assert (other.state, other.number) == (second.HANDED, "")
    assert len(list((folder / "in" / "wrong").iterdir())) == 5
    assert receipts() == 0


def test_a_body_without_a_system_registers_in_the_journal_alone(town: Town) -> None:
    exchange.system(town, "none", "")

    assert calls.registered(town).number
    assert not second_entries()


def second_entries() -> int:
    from kairyluu.data.exchange.models import SecondEntry

    return SecondEntry.objects.count()
