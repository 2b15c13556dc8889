"""One letter to one address through Django's mail backend (SMTP, or files where none is set)."""

from __future__ import annotations

import smtplib
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.core.mail.message import BadHeaderError
from django.core.validators import validate_email

_PERMANENT = 500


@dataclass(frozen=True)
class MailAttachment:
    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, kw_only=True)
class MailLetter:
    """`message_id` without angle brackets: the same for the same letter, so that a second sending can be told."""

    to: str
    subject: str
    text: str
    message_id: str
    attachments: tuple[MailAttachment, ...] = ()


@dataclass(frozen=True)
class Sent:
    reference: str


class MailDeferred(Exception):
    """Not now: the server is away or asks to come back."""


class MailRefused(Exception):
    """Never: the address or the letter is not accepted."""


def send_letter(letter: MailLetter) -> Sent:
    """Raises `MailDeferred` where another try may help, `MailRefused` where it cannot."""
    try:
        validate_email(letter.to)
        _message(letter).send()
    except (ValidationError, BadHeaderError) as fault:
        raise MailRefused(type(fault).__name__) from fault
    except smtplib.SMTPRecipientsRefused as refused:
        codes = [code for code, _ in refused.recipients.values()]
        raise (MailRefused if min(codes, default=0) >= _PERMANENT else MailDeferred)(
            f"recipient: {codes}"
        ) from refused
    except smtplib.SMTPResponseException as answer:
        permanent = answer.smtp_code >= _PERMANENT and not isinstance(answer, smtplib.SMTPAuthenticationError)
        raise (MailRefused if permanent else MailDeferred)(f"server: {answer.smtp_code}") from answer
    except (OSError, smtplib.SMTPException) as away:
        raise MailDeferred(type(away).__name__) from away
    return Sent(reference=f"<{letter.message_id}>")


def _message(letter: MailLetter) -> EmailMessage:
    subject = " ".join(letter.subject.split())
    headers = {"Message-ID": f"<{letter.message_id}>", "Auto-Submitted": "auto-generated"}
    message = EmailMessage(subject=subject, body=letter.text, to=[letter.to], headers=headers)
    for file in letter.attachments:
        message.attach(file.name, file.content, file.media_type)
    return message
