"""Letters by e-mail."""

from kairyluu.gateways.mail.sending import (
    MailAttachment,
    MailAway,
    MailDeferred,
    MailLetter,
    MailRefused,
    Office,
    Sent,
    send_letter,
)

__all__ = [
    "MailAttachment",
    "MailAway",
    "MailDeferred",
    "MailLetter",
    "MailRefused",
    "Office",
    "Sent",
    "send_letter",
]
