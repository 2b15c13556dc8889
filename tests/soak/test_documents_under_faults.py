"""Appeals of a body behind X-Road while everything fails at random, both ways: nothing lost, nothing doubled, order kept.
`SOAK_APPEALS` and `SOAK_SEED` choose how many and which."""

from __future__ import annotations

import os
import random
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from kairyluu.data.exchange.models import DocumentSystem, IncomingMessage, LaterMessage, SecondEntry
from kairyluu.gateways.document_systems import http
from kairyluu.rules.exchange import second_entries as known
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.usecases.appeals.resolve import Part, ResolveAppeal, resolve_appeal
from kairyluu.usecases.documents.again import SendLaterAgain, TakeUpAgain, send_later_again, take_up_again
from kairyluu.usecases.documents.coming.carry_out import CarryOutMessage, carry_out_message
from kairyluu.usecases.documents.coming.take_message import TakeMessage, take_message
from kairyluu.usecases.documents.compare import CompareRegisters, compare_registers
from kairyluu.usecases.documents.hand_over_later import HandOverLater, hand_over_later
from kairyluu.usecases.exchange.hand_over import HandOver, hand_over
from kairyluu.usecases.exchange.send_again import SendAgain, send_again
from tests.cast import NOW, Town
from tests.factories import appeals, exchange
from tests.gateways.xroad_server import SecurityServer, security_server

pytestmark = pytest.mark.soak
N = int(os.environ.get("SOAK_APPEALS", "60"))
SEED = int(os.environ.get("SOAK_SEED", "20261122"))
# A number given twice is not among them: it stays wrong there until somebody of that side mends it.
FAULTS = [
    *("500", "503", "429", "lost", "text", "empty", "pending", "forget", "other", "refused"),
    *("xroad:Server.ServerProxy.NetworkError", "xroad:Server.ServerProxy.AccessDenied", "slow"),
]
STATES = ("Катталды", "Башчыда", "Аткаруучуда", "Ишке тигилди")


def test_nothing_is_lost_nothing_doubled_and_order_is_kept(
    town: Town, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(SEED)
    monkeypatch.setattr(http, "TIMEOUT", 1.0)
    with security_server(tmp_path / "tls") as there:
        settings.XROAD_TLS = str(there.tls)
        system = exchange.by_xroad(town, there.address, resolves_as=town.akim.official)
        rows = [_begun(town, chance) for _ in range(N)]
        said = {row.pk: _states(row, chance) for row in rows}
        now, n_rounds = NOW, 0
        while _left(system) or any(said.values()):
            n_rounds += 1
            assert n_rounds < 400, "it never comes to rest"
            now += timedelta(minutes=chance.choice((1, 20, 400)))
            is_calm = n_rounds > 40
            _one_round(there, system, said, town, chance, now, is_calm=is_calm)

        _agree(there, system, rows, now)
        print(
            f"{N} appeals, seed {SEED}: {n_rounds} rounds, {len(there.calls())} calls, {_faults(there)} faults"
        )


def _begun(town: Town, chance: random.Random) -> SecondEntry:
    appeal = appeals.registered(town, text=f"Көчөдө жарык жок, {uuid4()}. Оңдоп берүүңүздөрдү суранам.")
    for n in range(chance.randint(0, 3)):
        lead = Part(official=town.executor.official.code)  # type: ignore[union-attr]
        order = ResolveAppeal(appeal_id=appeal.pk, text=f"{n + 1}-тапшырма", lead=lead)
        resolve_appeal(order, actor=town.akim.actor, now=NOW)
    return SecondEntry.objects.get(appeal=appeal)


def _states(row: SecondEntry, chance: random.Random) -> list[dict[str, Any]]:
    """What they will say of it, in their order; their clock is up to an hour off."""
    skew = timedelta(minutes=chance.randint(-60, 60))
    return [
        {
            "format": "kairyluu-incoming/1",
            "key": str(uuid4()),
            "kind": "state",
            "about": str(row.pk),
            "made_at": (NOW + skew + timedelta(minutes=n)).isoformat(),
            "state": {"words": words},
            "extra": {"n": n},
        }
        for n, words in enumerate(STATES[: chance.randint(1, 4)])
    ]


def _one_round(
    there: SecurityServer,
    system: DocumentSystem,
    said: dict[Any, list[dict[str, Any]]],
    town: Town,
    chance: random.Random,
    now: datetime,
    *,
    is_calm: bool,
) -> None:
    there.do_next(*(("",) * 500 if is_calm else [chance.choice(["", "", *FAULTS]) for _ in range(300)]))
    work = [
        lambda pk=pk: hand_over(HandOver(entry_id=pk), actor=SYSTEM_ACTOR, now=now)
        for pk in _open(SecondEntry)
    ]
    work += [
        lambda pk=pk: hand_over_later(HandOverLater(message_id=pk), actor=SYSTEM_ACTOR, now=now)
        for pk in _open(LaterMessage)
    ]
    work += [lambda lines=lines: _says(system, lines, chance, now) for lines in said.values() if lines]
    work += [
        lambda pk=pk: carry_out_message(CarryOutMessage(message_id=pk), actor=SYSTEM_ACTOR, now=now)
        for pk in _open(IncomingMessage)
    ]
    chance.shuffle(work)
    for one in work:
        one()
    _people(town, now)


def _says(system: DocumentSystem, lines: list[dict[str, Any]], chance: random.Random, now: datetime) -> None:
    """They say the next; where our answer is lost they say it again, twice at times."""
    command = TakeMessage(system_ids=(system.pk,), content=lines[0])
    for _ in range(chance.choice((1, 1, 2))):
        take_message(command, actor=SYSTEM_ACTOR, now=now)
    if chance.random() > 0.3:
        lines.pop(0)


def _people(town: Town, now: datetime) -> None:
    """The registrar sends again what was given up."""
    actor = town.registrar.actor
    for pk in SecondEntry.objects.filter(state=known.DEAD).order_by("pk").values_list("pk", flat=True):
        send_again(SendAgain(entry_id=pk), actor=actor, now=now)
    for pk in LaterMessage.objects.filter(state=known.DEAD).order_by("pk").values_list("pk", flat=True):
        send_later_again(SendLaterAgain(message_id=pk), actor=actor, now=now)
    for pk in IncomingMessage.objects.filter(state=known.DEAD).order_by("pk").values_list("pk", flat=True):
        take_up_again(TakeUpAgain(message_id=pk), actor=actor, now=now)


def _open(table: Any) -> list[Any]:
    return list(table.objects.exclude(next_try_at=None).order_by("pk").values_list("pk", flat=True))


def _left(system: DocumentSystem) -> bool:
    return (
        SecondEntry.objects.exclude(state=known.REGISTERED).exists()
        or LaterMessage.objects.exclude(state=known.DONE).exists()
        or IncomingMessage.objects.exclude(state=known.DONE).exists()
    )


def _agree(there: SecurityServer, system: DocumentSystem, rows: list[SecondEntry], now: datetime) -> None:
    kept = there.kept()
    ours = {str(row.pk) for row in rows} | {str(row.pk) for row in LaterMessage.objects.order_by("pk")}
    assert set(kept) == ours, "what is there is what we told, each under its key"
    numbers = [row["said"]["number"] for row in kept.values() if row["said"]]
    assert len(set(numbers)) == len(rows), "each registered once, however often its key came"
    arrived = {key: n for n, key in enumerate(kept)}
    for row in rows:
        row.refresh_from_db()
        assert (row.number, row.registered_on.isoformat()) == (  # type: ignore[union-attr]
            kept[str(row.pk)]["said"]["number"],
            kept[str(row.pk)]["said"]["registered_on"],
        )
        places = [arrived[str(row.pk)], *(arrived[str(one.pk)] for one in exchange.later(row))]
        assert places == sorted(places), "in the order in which it happened"
        last = IncomingMessage.objects.filter(second=row).order_by("-turn")[0]
        assert (row.state_there, last.content["extra"]["n"]) == (
            last.content["state"]["words"],
            IncomingMessage.objects.filter(second=row).count() - 1,
        )
    there.do_next()
    assert compare_registers(CompareRegisters(), actor=SYSTEM_ACTOR, now=now) == 0


def _faults(there: SecurityServer) -> int:
    return sum(1 for call in there.calls() if call["fault"])
