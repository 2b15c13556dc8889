"""A real mailbox: letters wait on the server until they are kept, come once, and are put away afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from kairyluu.data.letters.models import InboundLetter, Mailbox
from kairyluu.data.letters.secrets import sealed
from kairyluu.data.reference.models import Setting
from kairyluu.gateways import files
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.usecases.letters import keep
from kairyluu.usecases.letters.poll import PollMailbox, poll_mailbox
from tests.cast import NOW, Town
from tests.gateways.imap_server import SECRET, ImapServer


@pytest.fixture(autouse=True)
def _files(settings: Any, tmp_path: Path) -> None:
    settings.KAIRYLUU_FILES_DIR = tmp_path / "files"


@pytest.fixture
def server(imap_server: ImapServer) -> Iterator[ImapServer]:
    yield imap_server
    imap_server.empty("alai")


def mailbox(town: Town, server: ImapServer, **values: Any) -> Mailbox:
    place = {"host": "127.0.0.1", "port": server.port, "security": "plain", "user": "alai"}
    secret = sealed(values.pop("secret", SECRET))
    given = place | {"body": town.body, "email": "alai@example.kg", "sealed_secret": secret} | values
    return Mailbox.objects.create(**given)


def poll(box: Mailbox) -> int:
    return poll_mailbox(PollMailbox(mailbox_id=box.pk), actor=SYSTEM_ACTOR, now=NOW + timedelta(days=365))


def letter(name: str, body: str = "Суу жок.", *heads: str) -> bytes:
    lines = [
        "From: =?utf-8?b?0JDRgdCw0L0=?= <asan@example.kg>",
        *(f"Message-ID: <{name}@example.kg>",) * bool(name),
        "Date: Tue, 10 Mar 2026 09:00:00 +0600",
        "Content-Type: text/plain; charset=utf-8",
        *heads,
    ]
    return "\r\n".join([*lines, "", body]).encode()


def test_letters_are_fetched_once_and_put_away(town: Town, server: ImapServer) -> None:
    box = mailbox(town, server)
    for one in (letter("a"), letter("b", "Жол жок."), letter("a")):
        server.deliver("alai", one)

    assert poll(box) == 3
    assert poll(box) == 0

    assert sorted(InboundLetter.objects.values_list("text", flat=True)) == ["Жол жок.", "Суу жок."]
    assert (server.count("alai"), server.count("alai", "Kairyluu")) == (0, 3)
    box.refresh_from_db()
    assert (box.failing_since, box.last_error) == (None, "")


def test_a_worker_killed_before_it_kept_the_letter_finds_it_again(
    town: Town, server: ImapServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = mailbox(town, server)
    server.deliver("alai", letter("a"))
    with monkeypatch.context() as patch:
        patch.setattr(keep, "note", _die)
        with pytest.raises(KeyboardInterrupt):
            poll(box)
    assert (InboundLetter.objects.count(), server.count("alai", what="UNSEEN")) == (0, 1)

    assert poll(box) == 1

    assert (InboundLetter.objects.count(), server.count("alai")) == (1, 0)


def test_a_worker_killed_before_it_put_the_letter_away_keeps_it_once(
    town: Town, server: ImapServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = mailbox(town, server)
    server.deliver("alai", letter("", "Аты жок кат."))
    with monkeypatch.context() as patch:
        patch.setattr("kairyluu.gateways.letters.Mailbox.put_away", _die)
        with pytest.raises(KeyboardInterrupt):
            poll(box)
    assert (InboundLetter.objects.count(), server.count("alai", what="UNSEEN")) == (1, 1)

    assert poll(box) == 1

    assert (InboundLetter.objects.count(), server.count("alai")) == (1, 0)


def _die(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def test_of_a_letter_beyond_the_limit_the_headers_are_read(town: Town, server: ImapServer) -> None:
    box = mailbox(town, server)
    Setting.objects.filter(code="letter_size_mb").update(value="1")
    server.deliver("alai", letter("a", "x\r\n" * 400_000))

    poll(box)

    kept = InboundLetter.objects.get()
    assert "too_large" in kept.troubles
    assert kept.raw_size > 1024 * 1024
    assert kept.sender_address == "asan@example.kg"


def test_thirty_megabytes_are_kept_as_they_came(town: Town, server: ImapServer) -> None:
    box = mailbox(town, server)
    sent = letter("a", ("x" * 990 + "\r\n") * 30_000)
    server.deliver("alai", sent)

    poll(box)

    kept = InboundLetter.objects.get()
    assert "cut" in kept.troubles
    with files.open(kept.raw_sha256) as raw:
        assert len(raw.read()) == len(sent)


def test_a_letter_that_cannot_be_kept_holds_up_no_other(
    town: Town, server: ImapServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = mailbox(town, server)
    for one in (letter("a", "Бузук"), letter("b", "Жол жок.")):
        server.deliver("alai", one)
    whole = keep._digest
    monkeypatch.setattr(keep, "_digest", lambda read: whole(read) if read.text != "Бузук" else 1 / 0)

    assert poll(box) == 1

    assert InboundLetter.objects.get().text == "Жол жок."
    assert server.count("alai", what="UNSEEN") == 1
    box.refresh_from_db()
    assert box.last_error == "letters that could not be kept: 1"


@pytest.mark.parametrize(
    "values",
    [
        {"secret": "wrong"},
        {"port": 1},
        {"host": "example.invalid", "security": "plain"},
        {"folder": "Nowhere"},
    ],
)
def test_a_mailbox_that_cannot_be_read_says_so_and_loses_nothing(
    town: Town, server: ImapServer, values: dict[str, Any]
) -> None:
    box = mailbox(town, server, **values)

    assert poll(box) == 0

    box.refresh_from_db()
    assert box.failing_since is not None
    assert box.last_error
    assert "wrong" not in box.last_error


def test_the_password_is_sealed(town: Town, server: ImapServer) -> None:
    box = mailbox(town, server)

    assert SECRET.encode() not in bytes(box.sealed_secret or b"")
