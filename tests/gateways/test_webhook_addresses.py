"""Nobody is led into the inner network by an address that somebody outside chose."""

from __future__ import annotations

import socket
import threading
import time
from typing import Any

import pytest

from kairyluu.gateways.webhooks import sending
from kairyluu.gateways.webhooks.sending import NotAnAddress, NotTaken, judged, send
from tests.gateways.receiver import receiving

CLOSED = {"allows_loopback": False, "allows_private": False}
LOOPBACK = {"allows_loopback": True, "allows_private": False}


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("http://example.kg/hook", "not_https"),
        ("ftp://example.kg/", "not_https"),
        ("https://", "no_host"),
        ("https://user:secret@example.kg/", "no_host"),
        ("https://example.kg:99999/", "no_host"),
        ("https://127.0.0.1/", "private_address"),
        ("https://localhost/", "private_address"),
        ("https://10.0.0.7/", "private_address"),
        ("https://169.254.169.254/latest/meta-data", "private_address"),
        ("https://[::1]/", "private_address"),
        ("https://[::ffff:10.0.0.7]/", "private_address"),
        ("https://[fe80::1%25eth0]/", "private_address"),
        ("https://0.0.0.0/", "private_address"),
    ],
)
def test_an_address_inside_is_refused(address: str, why: str) -> None:
    with pytest.raises(NotAnAddress, match=why):
        judged(address, **CLOSED)


def test_a_name_that_leads_inside_is_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    def resolved(*args: Any, **kwargs: Any) -> Any:
        return [(2, 1, 6, "", (one, 443)) for one in ("93.184.216.34", "10.0.0.7")]

    monkeypatch.setattr(sending.socket, "getaddrinfo", resolved)

    assert judged("https://edo.example/", **CLOSED).hostname == "edo.example"
    with pytest.raises(NotTaken, match="private_address"):
        send("https://edo.example/", {}, b"{}", **CLOSED)


def test_an_inner_network_only_where_it_is_allowed() -> None:
    assert judged("https://10.0.0.7/", allows_loopback=False, allows_private=True).port is None
    with pytest.raises(NotAnAddress):
        judged("https://169.254.169.254/", allows_loopback=False, allows_private=True)


@pytest.mark.parametrize(("status", "why"), [(302, "http_302"), (500, "http_500"), (410, "http_410")])
def test_only_2xx_is_taken_and_nobody_is_followed(status: int, why: str) -> None:
    with receiving() as here:
        here.statuses = [status]
        with pytest.raises(NotTaken, match=why):
            send(here.address, {"a": "b"}, b"{}", **LOOPBACK)
        send(here.address, {"a": "b"}, b"{}", **LOOPBACK)

    assert len(here.taken) == 2


def test_an_answer_that_drips_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "ALTOGETHER", 0.3)
    listening = socket.create_server(("127.0.0.1", 0))

    def drip() -> None:
        connection, _ = listening.accept()
        with connection:
            for _ in range(100):
                try:
                    connection.sendall(b"HTTP/1.1 2")
                except OSError:
                    return
                time.sleep(0.05)

    thread = threading.Thread(target=drip)
    thread.start()
    with listening, pytest.raises(NotTaken):
        send(f"http://127.0.0.1:{listening.getsockname()[1]}/", {}, b"{}", **LOOPBACK)
    thread.join()
