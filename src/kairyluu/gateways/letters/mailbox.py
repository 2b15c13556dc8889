"""A mailbox by IMAP. A letter stays unseen until it is put away, so that whatever happens between, it comes again."""

from __future__ import annotations

import contextlib
import imaplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from imap_tools import AND, BaseMailBox, MailBox, MailBoxStartTls, MailBoxUnencrypted
from imap_tools.errors import ImapToolsError

TIMEOUT = 30  # seconds
_LOOPBACK = ("127.0.0.1", "::1", "localhost")


class MailboxAway(Exception):
    """The server does not answer, refuses us, or says what cannot be understood; the words tell which, no secrets."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """`security`: tls, starttls, or plain, which only goes to this machine itself."""

    host: str
    port: int
    security: str
    user: str
    secret: str
    folder: str
    done_folder: str


class Mailbox:
    """An open folder."""

    def __init__(self, box: BaseMailBox, place: Place) -> None:
        self._box, self._place = box, place

    def unseen(self, at_most: int) -> list[str]:
        """The oldest first."""
        return sorted(self._box.uids(AND(seen=False)), key=int)[:at_most]

    def size(self, uid: str) -> int:
        """In bytes; 0 where it is gone."""
        return int(_number_after(self._asked(uid, "(RFC822.SIZE)"), b"RFC822.SIZE"))

    def read(self, uid: str, *, whole: bool = True) -> bytes:
        """The letter, or its headers alone; it stays unseen. Empty where it is gone."""
        found = self._asked(uid, "(BODY.PEEK[])" if whole else "(BODY.PEEK[HEADER])")
        return next((bytes(part[1]) for part in found if isinstance(part, tuple)), b"")

    def came_at(self, uid: str) -> datetime | None:
        """When the server took it."""
        for part in self._asked(uid, "(INTERNALDATE)"):
            line = part[0] if isinstance(part, tuple) else part
            if isinstance(line, bytes) and (found := imaplib.Internaldate2tuple(line)):
                return datetime(*found[:6]).astimezone()
        return None

    def put_away(self, uid: str) -> None:
        """To the folder of what is done; where the server refuses that, it is marked as seen and stays."""
        folder = self._place.done_folder
        with contextlib.suppress(ImapToolsError):
            if folder and not self._box.folder.exists(folder):
                self._box.folder.create(folder)
        try:
            if not folder:
                raise ImapToolsError
            self._box.move([uid], folder)
        except ImapToolsError:
            self._box.flag([uid], "\\Seen", True)

    def _asked(self, uid: str, what: str) -> list[Any]:
        kind, found = self._box.client.uid("fetch", uid, what)
        if kind != "OK":
            raise MailboxAway("the server does not give the letter")
        return list(found or [])


@contextmanager
def open_mailbox(place: Place) -> Iterator[Mailbox]:
    """Raises `MailboxAway`, also from within."""
    try:
        box = _connected(place)
        try:
            _sign_in(box, place)
            yield Mailbox(box, place)
        finally:
            _leave(box)
    except (ImapToolsError, imaplib.IMAP4.error, OSError, UnicodeError) as fault:
        raise MailboxAway(type(fault).__name__) from fault


def _sign_in(box: BaseMailBox, place: Place) -> None:
    """LOGIN knows Latin letters only; for others there is AUTHENTICATE PLAIN (RFC 4616)."""
    if (place.user + place.secret).isascii():
        box.login(place.user, place.secret, initial_folder=place.folder)
        return
    box.client.authenticate("PLAIN", lambda _: f"\0{place.user}\0{place.secret}".encode())
    box.folder.set(place.folder)


def _leave(box: BaseMailBox) -> None:
    """However the talk ended, the line is hung up."""
    with contextlib.suppress(ImapToolsError, imaplib.IMAP4.error, OSError):
        box.logout()
    with contextlib.suppress(OSError):
        box.client.shutdown()


def _connected(place: Place) -> BaseMailBox:
    if place.security == "plain":
        if place.host not in _LOOPBACK:
            raise MailboxAway("a connection in the clear goes to this machine only")
        return MailBoxUnencrypted(place.host, place.port, timeout=TIMEOUT)
    context = ssl.create_default_context()
    kind = MailBoxStartTls if place.security == "starttls" else MailBox
    return kind(place.host, place.port, timeout=TIMEOUT, ssl_context=context)


def _number_after(found: list[Any], name: bytes) -> int:
    for part in found:
        line = part[0] if isinstance(part, tuple) else part
        if isinstance(line, bytes) and name in line:
            digits = line.partition(name)[2].strip().split(b" ")[0].strip(b")")
            return int(digits) if digits.isdigit() else 0
    return 0
