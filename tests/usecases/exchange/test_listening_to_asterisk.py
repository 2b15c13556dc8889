"""A conversation with Asterisk's manager interface: cut into pieces, interrupted, refused."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from threading import Event

import pytest

from kairyluu.data.exchange.models import CallBack, IncomingCall
from kairyluu.gateways.telephone_exchange import AmiAway, AmiSession
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.rules.policies import NotAllowed
from kairyluu.usecases.exchange.listen import ExchangeRefused, Listen, listen
from tests.cast import NOW, Town
from tests.factories import calls
from tests.gateways.ami_server import SECRET, USER, Server, ami_server, channel, packet

CALLER, DESK = "1773118800.41", "1773118800.42"
BEGIN = channel("Newchannel", CALLER, CALLER)
RINGS = channel("Newchannel", DESK, CALLER, Context="internal", CallerIDNum="11") + channel(
    "DialBegin", CALLER, CALLER, DestChannel="PJSIP/11-1", DestUniqueid=DESK, DialString="11"
)
ANSWER = channel("DialEnd", CALLER, CALLER, DestUniqueid=DESK, DialStatus="ANSWER")
OVER = channel("Hangup", DESK, CALLER, Cause="16") + channel("Hangup", CALLER, CALLER, Cause="16")
NOISE = packet(Event="VarSet", Variable="X", Value="a: b") + packet(Event="PeerStatus") + b"\r\n\r\n"


def clock() -> Callable[[], datetime]:
    moments: Iterator[datetime] = (NOW + timedelta(seconds=n) for n in range(10_000))
    return lambda: next(moments)


def listened(
    visits: Sequence[Sequence[bytes]], secret: str = SECRET, context: str = "from-trunk", exten: str = ""
) -> Server:
    """Until the last visit is over."""
    stop = Event()
    with ami_server(visits, stop.set) as server:
        command = Listen(
            line=calls.LINE,
            host="127.0.0.1",
            port=server.port,
            user=USER,
            secret=secret,
            context=context,
            exten=exten,
        )
        listen(command, actor=SYSTEM_ACTOR, clock=clock(), stop=stop)
    return server


def pieces(words: bytes, size: int) -> list[bytes]:
    return [words[at : at + size] for at in range(0, len(words), size)]


@pytest.mark.parametrize("size", [7, 1000, 100_000])
def test_a_call_is_followed_from_ringing_to_its_end(town: Town, size: int) -> None:
    listened([pieces(NOISE + BEGIN + RINGS + NOISE + ANSWER + OVER, size)])

    row = IncomingCall.objects.get()
    assert (row.reference, row.number, row.line.code) == (CALLER, "+996700000004", calls.LINE)
    assert row.answered_at
    assert row.ended_at
    assert row.started_at < row.answered_at < row.ended_at
    assert CallBack.objects.get().why == "unwritten"


def test_what_nobody_answers_is_missed_and_a_hidden_number_has_none(town: Town) -> None:
    busy = channel("DialEnd", CALLER, CALLER, DialStatus="NOANSWER")
    hidden = [packet_.replace(b"0700000004", b"anonymous") for packet_ in (BEGIN, OVER)]
    hidden = [packet_.replace(CALLER.encode(), b"1773118900.50") for packet_ in hidden]

    listened([[BEGIN, RINGS, busy, OVER, *hidden]])

    assert CallBack.objects.get().why == "missed"
    assert set(IncomingCall.objects.values_list("number", flat=True)) == {"+996700000004", ""}


def test_calls_of_other_lines_and_outgoing_ones_are_none_of_ours(town: Town) -> None:
    outgoing = channel("Newchannel", "1.1", "1.1", Context="internal")
    other = channel("Newchannel", "1.2", "1.2", Exten="51185")

    listened([[outgoing, other, OVER]], exten="51184")

    assert not IncomingCall.objects.exists()


def test_it_comes_back_after_a_lost_connection_and_knows_the_call_still(town: Town) -> None:
    half = len(BEGIN) + 20
    server = listened([pieces(BEGIN + RINGS, 50)[: half // 50 + 1], [BEGIN, OVER]])

    assert len(server.logins) == 2
    row = IncomingCall.objects.get()
    assert row.ended_at


def test_coming_too_late_for_the_beginning_it_begins_with_the_ringing(town: Town) -> None:
    listened([[RINGS, OVER]])

    assert IncomingCall.objects.get().number == "+996700000004"


def test_a_wrong_secret_ends_the_listening_and_is_never_logged(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with pytest.raises(ExchangeRefused) as refused:
        listened([[]], secret="wr0ng")

    assert refused.value.facts["told"] == "Authentication failed"
    assert "wr0ng" not in caplog.text


def test_only_the_system_itself_listens(town: Town) -> None:
    command = Listen(line=calls.LINE, host="127.0.0.1", port=1, user=USER, secret=SECRET)
    with pytest.raises(NotAllowed):
        listen(command, actor=town.operator.actor, clock=clock(), stop=Event())


def test_who_is_silent_is_asked_and_who_hangs_up_is_away() -> None:
    with (
        ami_server([[b"?", BEGIN, b"?"]], lambda: None) as server,
        AmiSession("127.0.0.1", server.port, user=USER, secret=SECRET, quiet=0.1) as session,
    ):
        events = session.events()
        seen = [next(events)["Event"], next(events)["Event"]]
        with pytest.raises(AmiAway, match="closed"):
            next(events)

    assert seen == ["FullyBooted", "Newchannel"]
    assert server.heard == ["Action: Ping\r\nActionID: kairyluu-ping\r\n\r\n"] * 2
