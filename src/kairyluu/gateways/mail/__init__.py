"""Letters by e-mail."""

from kairyluu.gateways.mail.sending import (
    MailAttachment,
    MailDeferred,
    MailLetter,
    MailRefused,
    Sent,
    send_letter,
)

__all__ = ["MailAttachment", "MailDeferred", "MailLetter", "MailRefused", "Sent", "send_letter"]
