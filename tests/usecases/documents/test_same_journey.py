"""A body with X-Road, one with packages in a folder, one with packages in a bucket and one with nothing run the same journey:
registered, resolved, answered, and the state comes back."""

from __future__ import annotations

import hashlib
import io
import json
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from pypdf import PdfReader

from kairyluu.data.appeals.confiding import seal
from kairyluu.data.exchange.models import Difference, IncomingMessage, LaterMessage, SecondEntry
from kairyluu.gateways.document_systems import place_of
from kairyluu.rules.exchange import second_entries as known
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.usecases.documents.coming.carry_out import CarryOutMessage, carry_out_message
from kairyluu.usecases.documents.compare import CompareRegisters, compare_registers
from kairyluu.usecases.documents.connecting import connection_of
from kairyluu.usecases.documents.print_card import PrintCard, print_card
from kairyluu.usecases.exchange.read_receipts import ReadReceipts, read_receipts
from tests.cast import NOW, Town
from tests.factories import appeals, exchange
from tests.gateways.message_schema import LATER, faults_of
from tests.gateways.xroad_server import security_server


@pytest.fixture(scope="module")
def bucket() -> Iterator[str]:
    """An S3 on loopback with one bucket."""
    import boto3
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    _host, port = server.get_host_and_port()
    address = f"http://127.0.0.1:{port}"
    s3 = boto3.client(
        "s3", endpoint_url=address, aws_access_key_id="a", aws_secret_access_key="b", region_name="us-east-1"
    )
    s3.create_bucket(Bucket="kyzmat")
    yield address
    server.stop()


class Packages:
    """Somebody on the other side who reads the packages, answers with receipts and sends his own."""

    def __init__(self, town: Town, settings: Any, tmp_path: Path, address: str) -> None:
        settings.DOCUMENT_FOLDER = str(tmp_path)
        kind = "bucket" if address else "files"
        secret = seal().encrypt(b"b")
        self.system = exchange.system(
            town, kind, address, bucket="kyzmat" if address else "", access_key="a", sealed_secret=secret
        )
        self.place = place_of(connection_of(self.system))
        self.body = town.body.code

    def heard(self) -> list[dict[str, Any]]:
        found = []
        for name in self.place.list("out"):
            if name.endswith(".zip"):
                with zipfile.ZipFile(io.BytesIO(self.place.read(f"out/{name}", 10**8))) as packet:
                    found.append(json.loads(packet.read("message.json")))
        return found

    def registered(self, row: SecondEntry) -> None:
        said = {
            "format": "kairyluu-receipt/1",
            "key": str(row.pk),
            "number": "Э-001",
            "registered_on": "2026-03-10",
        }
        self.place.write("in/r1.json", json.dumps(said).encode())
        read_receipts(ReadReceipts(), actor=SYSTEM_ACTOR, now=NOW)

    def has_all(self, row: SecondEntry) -> None:
        for n, one in enumerate(exchange.later(row)):
            said = {"format": "kairyluu-receipt/1", "key": str(one.pk)}
            self.place.write(f"in/l{n}.json", json.dumps(said).encode())
        read_receipts(ReadReceipts(), actor=SYSTEM_ACTOR, now=NOW)

    def state(self, row: SecondEntry, words: str) -> None:
        said = {"format": "kairyluu-incoming/1", "key": str(uuid4()), "kind": "state", "about": str(row.pk)}
        self.send(said | {"made_at": NOW.isoformat(), "package": 1, "state": {"words": words}})

    def send(self, said: dict[str, Any], name: str = "their-000001.zip") -> None:
        content = json.dumps(said).encode()
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as packet:
            packet.writestr("message.json", content)
            packet.writestr("SHA256SUMS", f"{hashlib.sha256(content).hexdigest()}  message.json\n")
        self.place.write(f"in/{name}", packed.getvalue())
        self.place.write(f"in/{name}.sha256", hashlib.sha256(packed.getvalue()).hexdigest().encode())
        read_receipts(ReadReceipts(), actor=SYSTEM_ACTOR, now=NOW)


class Road:
    def __init__(self, town: Town, settings: Any, there: Any) -> None:
        settings.XROAD_TLS = str(there.tls)
        self.there = there
        self.system = exchange.by_xroad(town, there.address)

    def heard(self) -> list[dict[str, Any]]:
        return [row["sent"] for row in self.there.kept().values()]

    def registered(self, row: SecondEntry) -> None:
        """It answered at once."""

    def has_all(self, row: SecondEntry) -> None:
        """It answered each at once."""

    def state(self, row: SecondEntry, words: str) -> None:
        exchange.came(self.system, {"kind": "state", "about": str(row.pk), "state": {"words": words}})


class Paper:
    """Nobody on the other side: the clerk prints the sheet when something happened."""

    system = None


@pytest.fixture(params=["xroad", "files", "bucket", "none"])
def other(request: pytest.FixtureRequest, town: Town, settings: Any, tmp_path: Path) -> Iterator[Any]:
    if request.param == "xroad":
        with security_server(tmp_path / "xroad") as there:
            yield Road(town, settings, there)
    elif request.param == "none":
        yield Paper()
    else:
        address = request.getfixturevalue("bucket") if request.param == "bucket" else ""
        yield Packages(town, settings, tmp_path, address)


def test_registered_resolved_answered_and_the_state_comes_back(town: Town, other: Any) -> None:
    appeal = appeals.answered(town)
    if other.system is None:
        printed = PdfReader(
            io.BytesIO(print_card(PrintCard(appeal_id=appeal.pk), actor=town.registrar.actor, now=NOW))
        )
        assert appeal.number in printed.pages[0].extract_text()
        assert not SecondEntry.objects.exists()
        return

    row = SecondEntry.objects.get(appeal=appeal)
    exchange.tried(row)
    other.registered(row)
    exchange.all_told(row)
    other.has_all(row)
    other.state(row, "Ишке тигилди")
    for came in IncomingMessage.objects.filter(state=known.WAITING):
        carry_out_message(CarryOutMessage(message_id=came.pk), actor=SYSTEM_ACTOR, now=NOW)

    row.refresh_from_db()
    assert (row.state, row.number, row.state_there) == (known.REGISTERED, "Э-001", "Ишке тигилди")
    assert set(LaterMessage.objects.values_list("state", flat=True)) == {known.DONE}
    registration, *followed = other.heard()
    assert faults_of(registration) == []
    assert [said["kind"] for said in followed] == ["resolution", "answer"]
    assert [faults_of(said, LATER) for said in followed] == [[], []]
    assert followed[1]["documents"][0]["media_type"] == "application/pdf"
    compare_registers(CompareRegisters(), actor=SYSTEM_ACTOR, now=NOW)
    assert not Difference.objects.exists()


def test_a_package_of_theirs_is_taken_once_checked_and_a_missing_one_is_noticed(
    town: Town, settings: Any, tmp_path: Path
) -> None:
    other = Packages(town, settings, tmp_path, "")
    row = SecondEntry.objects.get(appeal=appeals.registered(town))
    key = str(uuid4())
    said = {
        "format": "kairyluu-incoming/1",
        "key": key,
        "kind": "state",
        "about": str(row.pk),
        "made_at": NOW.isoformat(),
    }
    said |= {"package": 3, "state": {"words": "Башчыда"}}
    other.send(said)
    other.send(said, "the-same-again.zip")
    other.send(said | {"state": {"words": "x"}}, "other-words.zip")
    other.place.write("in/broken.zip", os.urandom(64))
    other.place.write("in/broken.zip.sha256", b"0" * 64)
    read_receipts(ReadReceipts(), actor=SYSTEM_ACTOR, now=NOW)

    assert IncomingMessage.objects.get().content["package"] == 3
    assert other.place.list("in/taken") == [
        *("the-same-again.zip", "the-same-again.zip.sha256", "their-000001.zip", "their-000001.zip.sha256"),
    ]
    assert {name.partition(".")[0] for name in other.place.list("in/wrong")} == {"broken", "other-words"}
    receipt = json.loads(other.place.read(f"out/receipts/{key}.json", 1000))
    assert receipt["state"] == "taken"
    compare_registers(CompareRegisters(), actor=SYSTEM_ACTOR, now=NOW)
    gaps = Difference.objects.filter(code="package_gap").order_by("key").values_list("key", flat=True)
    assert list(gaps) == ["package-1", "package-2"]
