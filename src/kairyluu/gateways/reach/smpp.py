"""SMS through a service that speaks SMPP 3.4. SMPP knows no key of a message: where the answer to `submit_sm` is lost, the
message goes again and may come twice; its parts then carry the same reference, and a telephone that lacks none shows one.

A bind is kept while the carrier is entered; a single message outside has one of its own, as a transmitter only, so that
receipts go to who keeps them.
"""

from __future__ import annotations

import re
import select
import ssl
import warnings
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any
from urllib.parse import unquote, urlsplit

from smpplib import consts, exceptions, smpp
from smpplib.client import Client

from kairyluu.gateways.reach import sms_parts
from kairyluu.gateways.reach.contract import (
    DELIVERED,
    FAILED,
    ON_ITS_WAY,
    Fate,
    ReachAway,
    ReachRefused,
    Receipt,
    demand_sendable,
)

TIMEOUT = 10  # seconds
FULL = (
    consts.SMPP_ESME_RTHROTTLED,
    consts.SMPP_ESME_RMSGQFUL,
    consts.SMPP_ESME_RSYSERR,
    consts.SMPP_ESME_RBINDFAIL,
)
_RECEIPT = re.compile(r"id:\s*(?P<id>\S+).*?stat:\s*(?P<stat>[A-Z]+)", re.S | re.I)
_STATES = {"DELIVRD": DELIVERED, "EXPIRED": FAILED, "DELETED": FAILED, "UNDELIV": FAILED, "REJECTD": FAILED}
_NUMBERED = {2: "DELIVRD", 3: "EXPIRED", 4: "DELETED", 5: "UNDELIV", 8: "REJECTD"}  # SMPP 3.4, 5.2.28
_IS_RECEIPT, _KIND = 0x04, 0x3C  # of esm_class
_INTERNATIONAL, _ALPHANUMERIC, _ISDN = 1, 5, 1

Receive = Callable[[str, str, str], None]


class SmppCarrier:
    """`address` smpp://name@host:port. `receive(reference, state, words)` is called with each delivery receipt before it
    is acknowledged: what it cannot keep comes again."""

    def __init__(self, address: str, password: str, *, sender: str, long_by: str = "udh") -> None:
        self.where = urlsplit(address)
        self.password, self.sender, self.long_by = password, sender, long_by
        self.receive: Receive | None = None
        self._client: Client | None = None

    def __enter__(self) -> SmppCarrier:
        self._client = self._bound("bind_transceiver" if self.receive else "bind_transmitter")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        client, self._client = self._client, None
        if client is not None:
            _leave(client)

    def send(self, to: str, text: str, key: str) -> Receipt:
        """The reference is the service's name of the last part, of which a receipt is asked."""
        demand_sendable(to, text)
        with self._conversation() as client:
            return Receipt(reference=[self._submit(client, to, one) for one in self._messages(text, key)][-1])

    def fate(self, reference: str) -> Fate:
        """Known by receipts only: see `collect`."""
        return Fate(state=ON_ITS_WAY)

    def collect(self, seconds: float) -> None:
        """Takes what receipts the service has kept until nothing came for so long."""
        with self._conversation() as client:
            while select.select([client._socket], [], [], seconds)[0]:
                self._heard(client, self._read(client))

    @contextmanager
    def _conversation(self) -> Iterator[Client]:
        if self._client is not None:
            yield self._client
            return
        with self as one:
            assert one._client is not None
            yield one._client

    def _messages(self, text: str, key: str) -> list[dict[str, Any]]:
        cut = sms_parts.cut(text)
        coding, mark = cut.coding, zlib.crc32(key.encode())
        if len(cut.parts) == 1:
            return [_pdu(coding, cut.parts[0], mark)]
        if self.long_by == "payload":
            return [_pdu(coding, b"", mark) | {"message_payload": b"".join(cut.parts)}]
        n = len(cut.parts)
        heads = [bytes([5, 0, 3, mark & 0xFF, n, i]) for i in range(1, n + 1)]
        whole = [head + part for head, part in zip(heads, cut.parts, strict=True)]
        return [
            _pdu(coding, part, mark)
            | {"esm_class": consts.SMPP_GSMFEAT_UDHI, "registered_delivery": int(i == n)}
            for i, part in enumerate(whole, start=1)
        ]

    def _submit(self, client: Client, to: str, one: dict[str, Any]) -> str:
        ton = _INTERNATIONAL if self.sender.lstrip("+").isdigit() else _ALPHANUMERIC
        try:
            sent = client.send_message(
                source_addr_ton=ton,
                source_addr_npi=_ISDN if ton == _INTERNATIONAL else 0,
                source_addr=self.sender.lstrip("+"),
                dest_addr_ton=_INTERNATIONAL,
                dest_addr_npi=_ISDN,
                destination_addr=to.lstrip("+"),
                **one,
            )
        except (OSError, exceptions.ConnectionError) as away:
            raise ReachAway(type(away).__name__) from away
        while True:
            said = self._read(client)
            if said.command == "submit_sm_resp" and said.sequence == sent.sequence:
                _demand_taken(said.status)
                return _words(said.message_id)
            self._heard(client, said)

    def _read(self, client: Client) -> Any:
        try:
            return client.read_pdu()
        except (OSError, exceptions.ConnectionError, exceptions.PDUError) as away:
            raise ReachAway("no answer") from away

    def _heard(self, client: Client, said: Any) -> None:
        if said.command == "enquire_link":
            client._enquire_link_received(said)
        elif said.command == "deliver_sm":
            if self.receive and said.esm_class & _KIND == _IS_RECEIPT and (read := _read_receipt(said)):
                self.receive(*read)
            answer = smpp.make_pdu("deliver_sm_resp", client=client)
            answer.sequence = said.sequence
            client.send_pdu(answer)

    def _bound(self, how: str) -> Client:
        context = ssl.create_default_context() if self.where.scheme == "smpps" else None
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            client = Client(
                self.where.hostname, self.where.port or 2775, TIMEOUT, None, "kairyluu.smpp", context, True
            )
        name, password = unquote(self.where.username or ""), self.password
        try:
            client.connect()
            getattr(client, how)(system_id=name, password=password, interface_version=0x34)
        except (OSError, exceptions.ConnectionError, exceptions.PDUError) as away:
            _leave(client)
            raise ReachAway(f"bind: {away}") from away
        return client


def _pdu(coding: int, content: bytes, mark: int) -> dict[str, Any]:
    return {
        "data_coding": coding,
        "short_message": content,
        "registered_delivery": 1,
        "user_message_reference": mark & 0xFFFF,
    }


def _demand_taken(status: int) -> None:
    if status in FULL:
        raise ReachAway(f"SMPP {status:#x}")
    if status != consts.SMPP_ESME_ROK:
        raise ReachRefused(f"SMPP {status:#x}")


def _read_receipt(said: Any) -> tuple[str, str, str] | None:
    """By the fields of SMPP 3.4 where the service fills them, else by the words everybody writes (appendix B)."""
    text = _words(said.short_message or getattr(said, "message_payload", b"") or b"")
    written = _RECEIPT.search(text)
    reference = _words(getattr(said, "receipted_message_id", None) or b"") or (
        written["id"] if written else ""
    )
    numbered = getattr(said, "message_state", None)
    stat = _NUMBERED.get(numbered or 0) or (written["stat"].upper() if written else "")
    state = _STATES.get(stat, ON_ITS_WAY)
    return (reference, state, stat) if reference and state != ON_ITS_WAY else None


def _words(said: bytes | str | None) -> str:
    return (said if isinstance(said, str) else (said or b"").decode("ascii", "replace")).strip("\0 ")


def _leave(client: Client) -> None:
    """Politely where it can be; the connection is closed in any case."""
    try:
        if client.state not in (consts.SMPP_CLIENT_STATE_CLOSED, consts.SMPP_CLIENT_STATE_OPEN):
            client._socket.settimeout(2)
            client.unbind()
    except (TimeoutError, OSError, exceptions.ConnectionError, exceptions.PDUError):
        pass
    finally:
        client.state = consts.SMPP_CLIENT_STATE_OPEN
        client.disconnect()
