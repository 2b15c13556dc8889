"""Short messages: against a real HTTP server, into a file, and where nothing is configured."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import LazySettings

from kairyluu.gateways import reach
from tests.gateways.reach_stand_in import StandIn, stand_in

TO = "+996700000004"


@pytest.fixture
def service(settings: LazySettings) -> Iterator[StandIn]:
    with stand_in() as running:
        settings.REACH = {"sms": running.address}
        settings.REACH_TOKENS = {"sms": "ачкыч-1".encode().hex()}
        yield running


def test_a_message_is_taken_once_however_often_it_is_sent(service: StandIn) -> None:
    sms = reach.messenger("sms")

    receipts = {sms.send(TO, "Шашылыш билдирүү", "k-1").reference for _ in range(2)}

    assert receipts == {"ref-k-1"}
    assert service.taken == {"k-1": {"to": TO, "text": "Шашылыш билдирүү", "key": "k-1"}}
    assert set(service.tokens) == {"Bearer " + "ачкыч-1".encode().hex()}


@pytest.mark.parametrize(
    ("code", "verdict"),
    [
        (400, reach.ReachRefused),
        (404, reach.ReachRefused),
        (429, reach.ReachDeferred),
        (503, reach.ReachDeferred),
        (302, reach.ReachDeferred),
        (200, reach.ReachDeferred),  # an answer without a reference
    ],
)
def test_a_no_is_final_or_for_now(service: StandIn, code: int, verdict: type[Exception]) -> None:
    service.answers = [code]

    with pytest.raises(verdict):
        reach.messenger("sms").send(TO, "x", "k")
    assert service.n_requests == 1, "a redirect is not followed"


def test_a_service_that_is_away_is_asked_again_later(settings: LazySettings) -> None:
    settings.REACH = {"messenger": "http://127.0.0.1:9/messages"}

    with pytest.raises(reach.ReachDeferred):
        reach.messenger("messenger").send(TO, "x", "k")


def test_what_became_of_a_message(service: StandIn) -> None:
    service.fates["ref-k"] = {"state": "delivered", "at": "2026-03-10T04:00:07Z"}
    sms = reach.messenger("sms")

    assert sms.fate("ref-k") == reach.Fate(state="delivered", at=datetime(2026, 3, 10, 4, 0, 7, tzinfo=UTC))
    assert sms.fate("another").state == "on_its_way"


@pytest.mark.parametrize("to", ["", "0700 00 00 04", "+996", "+996700000004\r\nX: y", "٠٧٠٠"])
def test_what_is_no_number_is_refused_before_anybody_is_asked(service: StandIn, to: str) -> None:
    with pytest.raises(reach.ReachRefused):
        reach.messenger("sms").send(to, "x", "k")
    assert service.n_requests == 0


def test_the_demonstration_writes_lines(settings: LazySettings, tmp_path: Path) -> None:
    settings.REACH, settings.REACH_LOG = {"sms": "log"}, str(tmp_path)

    for text in ("биринчи", "кайталанган"):
        reach.messenger("sms").send(TO, text, "k")

    lines = [json.loads(line) for line in (tmp_path / "sms.jsonl").read_text().splitlines()]
    assert lines == [{"key": "k", "to": TO, "text": "биринчи"}]


@pytest.mark.parametrize("kind", reach.KINDS)
def test_without_a_service_it_says_so(kind: str) -> None:
    with pytest.raises(reach.NotConfigured, match=kind):
        reach.messenger(kind).send(TO, "x", "k")
