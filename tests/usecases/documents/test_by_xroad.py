"""A body behind X-Road: every call as the protocol says, and whatever fails, once in effect and in order. H19."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kairyluu.data.exchange.models import DocumentSystem, SecondEntry
from kairyluu.data.journal.models import Entry
from kairyluu.gateways.document_systems import http
from kairyluu.rules.exchange import second_entries as known
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.usecases.appeals.resolve import Part, ResolveAppeal, resolve_appeal
from kairyluu.usecases.confidence.make_confidential import MakeConfidential, make_confidential
from kairyluu.usecases.documents.compare import CompareRegisters, compare_registers
from kairyluu.usecases.documents.cure import CureDifference, cure_difference
from tests.cast import NOW, Town
from tests.factories import appeals, exchange
from tests.gateways.message_schema import LATER, faults_of
from tests.gateways.xroad_server import CLIENT, SecurityServer, security_server


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SecurityServer]:
    with security_server(tmp_path_factory.mktemp("tls") / "xroad") as found:
        yield found


@pytest.fixture
def system(town: Town, there: SecurityServer, settings: Any) -> DocumentSystem:
    settings.XROAD_TLS = str(there.tls)
    there.do_next()
    return exchange.by_xroad(town, there.address)


@pytest.fixture
def row(town: Town, system: DocumentSystem) -> SecondEntry:
    appeal = appeals.registered(town)
    return SecondEntry.objects.get(appeal=appeal)


def resolved(town: Town, row: SecondEntry, text: str = "Текшерип, жооп даярдаңыз.") -> None:
    lead = Part(official=town.executor.official.code)  # type: ignore[union-attr]
    resolve_appeal(
        ResolveAppeal(appeal_id=row.appeal_id, text=text, lead=lead), actor=town.akim.actor, now=NOW
    )


def test_a_call_is_made_as_the_protocol_says_and_its_proof_is_kept(
    there: SecurityServer, row: SecondEntry
) -> None:
    assert exchange.tried(row) == known.REGISTERED

    sent = there.calls()[-1]["headers"]
    assert sent["X-Road-Client"] == CLIENT
    assert sent["X-Road-Issue"].endswith("2026-00001")
    assert "X-Road-Request-Hash" not in sent
    noted = Entry.objects.get(act="second_entry", appeal_id=row.appeal_id).facts
    assert noted["X-Road-Id"] == sent["X-Road-Id"]
    assert len(noted["X-Road-Request-Hash"]) == 88  # base64 of SHA-512
    assert faults_of(there.kept()[str(row.pk)]["sent"]) == []


@pytest.mark.parametrize(
    "fault",
    ["500", "slow", "lost", "text", "empty", "other", "xroad:Server.ServerProxy.NetworkError"],
)
def test_what_fails_is_tried_again_and_registers_once(
    there: SecurityServer, row: SecondEntry, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http, "TIMEOUT", 0.4)
    there.do_next(fault)

    assert exchange.tried(row) == known.WAITING
    monkeypatch.setattr(http, "TIMEOUT", 10)
    assert exchange.tried(row) == known.REGISTERED  # asked first: 204 where it is not known

    assert there.kept()[str(row.pk)]["times"] == 1


def test_what_xroad_will_never_allow_waits_for_a_person(there: SecurityServer, row: SecondEntry) -> None:
    there.do_next("xroad:Server.ServerProxy.AccessDenied")

    assert exchange.tried(row) == known.DEAD
    row.refresh_from_db()
    assert row.last_error == "xroad:Server.ServerProxy.AccessDenied"


def test_without_our_certificate_nothing_is_said(
    there: SecurityServer, row: SecondEntry, settings: Any, tmp_path: Path
) -> None:
    settings.XROAD_TLS = str(tmp_path)
    n = len(there.calls())

    assert exchange.tried(row) == known.WAITING
    row.refresh_from_db()
    assert row.last_error == "no_certificate"
    assert len(there.calls()) == n


def test_what_follows_waits_for_what_was_before(town: Town, there: SecurityServer, row: SecondEntry) -> None:
    resolved(town, row)
    (first,) = exchange.later(row)
    assert exchange.told(first) == "early"  # not registered there yet

    exchange.tried(row)
    resolved(town, row, "Мөөнөтүнөн мурда бүтүрүңүз.")
    first, other = exchange.later(row)
    there.do_next("503")
    assert exchange.told(first) == known.WAITING
    assert exchange.told(other) == "early"
    assert exchange.told(first) == known.DONE
    assert exchange.told(other) == known.DONE

    kept = there.kept()
    names = [key for key in kept if key in {str(row.pk), str(first.pk), str(other.pk)}]
    assert names == [str(row.pk), str(first.pk), str(other.pk)]
    assert faults_of(kept[str(other.pk)]["sent"], LATER) == []
    heard = {name.lower(): value for name, value in there.calls()[-1]["headers"].items()}
    assert heard["x-road-userid"] == f"KG{town.akim.official.code}"  # type: ignore[union-attr]


def test_of_what_became_confidential_nothing_more_is_told(
    town: Town, there: SecurityServer, row: SecondEntry
) -> None:
    exchange.tried(row)
    mark = MakeConfidential(appeal_id=row.appeal_id, ground="Арыз ээси сурады, коркот.")
    make_confidential(mark, actor=town.akim.actor, now=NOW)
    resolved(town, row)

    exchange.all_told(row)

    changed, resolution = (there.kept()[str(one.pk)]["sent"] for one in exchange.later(row))
    assert (changed["kind"], changed["appeal"]["applicant"], changed["appeal"]["content"]) == (
        "changed",
        "",
        "",
    )
    assert (resolution["resolution"]["text"], resolution["resolution"]["executors"]) == ("", [])


def test_both_registers_are_compared_and_each_difference_has_its_cure(
    town: Town, there: SecurityServer, row: SecondEntry
) -> None:
    compare = CompareRegisters(system_id=row.system_id)
    exchange.tried(row)
    row.refresh_from_db()
    compare_registers(compare, actor=SYSTEM_ACTOR, now=NOW)
    assert row.system.differences.filter(second=row, gone_on=None).count() == 0

    there.keep(
        str(row.pk), {"said": {"number": "Э-777", "registered_on": "2026-03-11"}, "sent": {}, "times": 1}
    )
    compare_registers(compare, actor=SYSTEM_ACTOR, now=NOW)
    found = row.system.differences.get(second=row, gone_on=None)
    assert (found.code, found.ours["number"], found.theirs["number"]) == (
        "number_differs",
        row.number,
        "Э-777",
    )

    cure_difference(CureDifference(difference_id=found.pk), actor=town.registrar.actor, now=NOW)
    compare_registers(compare, actor=SYSTEM_ACTOR, now=NOW)
    row.refresh_from_db()
    assert (row.number, row.noted_by) == ("Э-777", town.registrar.actor.name)
    assert row.system.differences.filter(second=row, gone_on=None).count() == 0
