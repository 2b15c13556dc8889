"""Letters, each to one address, through Django's mail backend (SMTP, or files where none is set): one conversation with
the server for as many as there are."""

from __future__ import annotations

import smtplib
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.smtp import EmailBackend
from django.core.mail.message import BadHeaderError
from django.core.validators import validate_email

_PERMANENT, _CLOSING = 500, 421


@dataclass(frozen=True)
class MailAttachment:
    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, kw_only=True)
class MailLetter:
    """`message_id` without angle brackets: the same for the same letter, so that a second sending can be told;
    `reply_to` is empty where nobody reads answers."""

    to: str
    subject: str
    text: str
    message_id: str
    reply_to: str = ""
    attachments: tuple[MailAttachment, ...] = ()


@dataclass(frozen=True)
class Sent:
    reference: str


class MailDeferred(Exception):
    """Not now: the server is away or asks to come back."""


class MailRefused(Exception):
    """Never: the address or the letter is not accepted."""


class MailAway(MailDeferred):
    """The server itself cannot be reached or takes nothing: no letter of anybody would go now."""


class Office:
    """`with Office() as office:` keeps the conversation open between letters, and begins a new one where the server ended
    it."""

    def __init__(self) -> None:
        self.connection: Any = get_connection()
        self.n_sent = 0

    def __enter__(self) -> Office:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._hang_up()

    def send(self, letter: MailLetter) -> Sent:
        """Raises `MailAway` while nothing can be sent at all, `MailDeferred` where another try of this letter may
        help, `MailRefused` where it cannot."""
        try:
            return self._send(letter)
        except MailAway:
            if not self.n_sent:
                raise
            self._hang_up()
            return self._send(letter)

    def _send(self, letter: MailLetter) -> Sent:
        try:
            validate_email(letter.to)
            if isinstance(self.connection, EmailBackend):  # the others open a file for each letter
                self.connection.open()
            message = _message(letter)
            message.connection = self.connection
            message.send()
        except (ValidationError, BadHeaderError) as fault:
            raise MailRefused(type(fault).__name__) from fault
        except (OSError, smtplib.SMTPException) as fault:
            raise _verdict(fault) from fault
        self.n_sent += 1
        return Sent(reference=f"<{letter.message_id}>")

    def _hang_up(self) -> None:
        self.n_sent = 0
        self.connection.close()


def send_letter(letter: MailLetter) -> Sent:
    """One letter in a conversation of its own; raises as `Office.send`."""
    with Office() as office:
        return office.send(letter)


def _verdict(fault: OSError | smtplib.SMTPException) -> MailDeferred | MailRefused:
    if isinstance(fault, smtplib.SMTPRecipientsRefused):
        codes = [code for code, _ in fault.recipients.values()]
        if min(codes, default=0) >= _PERMANENT:
            return MailRefused(f"recipient: {codes}")
        return (MailAway if _CLOSING in codes else MailDeferred)(f"recipient: {codes}")
    if isinstance(fault, smtplib.SMTPAuthenticationError):
        return MailAway(f"server: {fault.smtp_code}")
    if isinstance(fault, smtplib.SMTPResponseException):
        if fault.smtp_code >= _PERMANENT:
            return MailRefused(f"server: {fault.smtp_code}")
        is_away = fault.smtp_code == _CLOSING or isinstance(
            fault, (smtplib.SMTPConnectError, smtplib.SMTPHeloError)
        )
        return (MailAway if is_away else MailDeferred)(f"server: {fault.smtp_code}")
    return MailAway(type(fault).__name__)


def _message(letter: MailLetter) -> EmailMessage:
    subject = " ".join(letter.subject.split())
    headers = {"Message-ID": f"<{letter.message_id}>", "Auto-Submitted": "auto-generated"}
    message = EmailMessage(
        subject=subject,
        body=letter.text,
        to=[letter.to],
        headers=headers,
        reply_to=[letter.reply_to] if letter.reply_to else None,
    )
    for file in letter.attachments:
        message.attach(file.name, file.content, file.media_type)
    return message
