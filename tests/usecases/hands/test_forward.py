"""An appeal changes hands: the receiver registers anew, nothing of it is lost on the way."""

from __future__ import annotations

import pytest

from kairyluu.data.appeals.models import Appeal, Handover
from kairyluu.data.journal.models import Entry
from kairyluu.usecases.appeals.opening import AppealNotFound
from kairyluu.usecases.appeals.register import RegisterAppeal, register_appeal
from kairyluu.usecases.hands.forward import ForwardAppeal, forward_appeal
from kairyluu.usecases.hands.giving import (
    ReceiverIsSender,
    ReceiverNotOpen,
)
from kairyluu.usecases.hands.withdraw import WithdrawAppeal, withdraw_appeal
from tests.cast import NOW, Town
from tests.factories import appeals

WHY = "Бул маселе айыл өкмөтүнүн ыйгарымына кирет."


def forwarded(town: Town) -> tuple[Appeal, Appeal]:
    appeal = appeals.registered(town)
    command = ForwardAppeal(appeal_id=appeal.pk, to=town.foreign_body.code, reason=WHY)
    successor = forward_appeal(command, actor=town.registrar.actor, now=NOW)
    appeal.refresh_from_db()
    return appeal, successor


def test_the_receiver_registers_anew_with_a_term_of_its_own(town: Town) -> None:
    appeal, successor = forwarded(town)

    taken = register_appeal(
        RegisterAppeal(appeal_id=successor.pk), actor=town.foreign_registrar.actor, now=NOW
    )

    assert (appeal.state, appeal.outcome and appeal.outcome.code) == ("forwarded", "forwarded")
    assert (taken.state, taken.number) == ("registered", "СТ-2026-00001")
    assert (taken.origin_id, taken.n_hops) == (appeal.pk, 1)
    assert Handover.objects.get(successor=taken).appeal_id == appeal.pk


def test_people_targets_and_the_secret_go_with_it(town: Town) -> None:
    appeal, successor = forwarded(town)

    assert successor.secret_hash == appeal.secret_hash
    assert successor.tracking_number != appeal.tracking_number
    names = [a.display_name for a in Appeal.objects.get(pk=successor.pk).applicants.all()]
    assert names == [a.display_name for a in appeal.applicants.all()]


def test_the_sender_no_longer_sees_the_successor(town: Town) -> None:
    _appeal, successor = forwarded(town)

    with pytest.raises(AppealNotFound):
        register_appeal(RegisterAppeal(appeal_id=successor.pk), actor=town.registrar.actor, now=NOW)


def test_from_the_inbox_it_gets_its_number_first(town: Town) -> None:
    appeal = appeals.received(town)
    forward_appeal(
        ForwardAppeal(appeal_id=appeal.pk, to=town.ministry.code, reason=WHY),
        actor=town.registrar.actor,
        now=NOW,
    )

    appeal.refresh_from_db()
    assert appeal.number == "АЛ-2026-00001"


def test_bodies_that_cannot_receive_are_refused(town: Town) -> None:
    appeal = appeals.registered(town)

    for body, refusal in ((town.unconnected, ReceiverNotOpen), (town.body, ReceiverIsSender)):
        with pytest.raises(refusal):
            forward_appeal(
                ForwardAppeal(appeal_id=appeal.pk, to=body.code, reason=WHY),
                actor=town.registrar.actor,
                now=NOW,
            )
    appeal.refresh_from_db()
    assert appeal.is_open


def test_a_withdrawal_closes_the_appeal_and_keeps_its_number(town: Town) -> None:
    appeal = appeals.assigned(town)
    withdraw_appeal(
        WithdrawAppeal(appeal_id=appeal.pk, reason="Маселе чечилди."), actor=town.registrar.actor, now=NOW
    )

    appeal.refresh_from_db()
    assert (appeal.state, appeal.is_open) == ("withdrawn", False)
    entry = Entry.objects.get(appeal_id=appeal.pk, act="withdraw")
    assert entry.reason == "Маселе чечилди."
