"""Letters by e-mail: one address, no tricks in the headers, the right kind of no."""

from __future__ import annotations

import smtplib

import pytest
from django.core import mail as outbox
from django.core.mail import EmailMessage

from kairyluu.gateways import mail

LETTER = mail.MailLetter(to="aigul@example.org", subject="Жооп", text="Текст", message_id="1@kairyluu")


def test_a_letter_carries_its_own_id_and_its_file(mailoutbox: list[EmailMessage]) -> None:
    file = mail.MailAttachment("кат.pdf", "application/pdf", b"%PDF")

    sent = mail.send_letter(
        mail.MailLetter(
            to=LETTER.to, subject="А\r\nBcc: x@y.z", text="т", message_id="1@kairyluu", attachments=(file,)
        )
    )

    message = outbox.outbox[0].message()
    assert sent.reference == message["Message-ID"] == "<1@kairyluu>"
    assert message["Bcc"] is None
    assert outbox.outbox[0].recipients() == ["aigul@example.org"]
    assert outbox.outbox[0].attachments[0][0] == "кат.pdf"


@pytest.mark.parametrize("address", ["", "nobody", "a@b.c\r\nBcc: x@y.z", "a@b.c, d@e.f", "<script>@x.y"])
def test_what_is_not_one_address_is_refused(address: str, mailoutbox: list[EmailMessage]) -> None:
    with pytest.raises(mail.MailRefused):
        mail.send_letter(mail.MailLetter(to=address, subject="x", text="x", message_id="1@k"))

    assert not mailoutbox


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        (smtplib.SMTPRecipientsRefused({"a": (550, b"no such user")}), mail.MailRefused),
        (smtplib.SMTPRecipientsRefused({"a": (450, b"try later")}), mail.MailDeferred),
        (smtplib.SMTPDataError(554, b"spam"), mail.MailRefused),
        (smtplib.SMTPDataError(451, b"later"), mail.MailDeferred),
        (smtplib.SMTPAuthenticationError(535, b"our own fault"), mail.MailDeferred),
        (smtplib.SMTPServerDisconnected("gone"), mail.MailDeferred),
        (ConnectionRefusedError(), mail.MailDeferred),
        (TimeoutError(), mail.MailDeferred),
    ],
)
def test_no_for_ever_and_no_for_now_are_told_apart(
    monkeypatch: pytest.MonkeyPatch, answer: Exception, verdict: type[Exception]
) -> None:
    def refuse(self: EmailMessage, fail_silently: bool = False) -> int:
        raise answer

    monkeypatch.setattr(EmailMessage, "send", refuse)

    with pytest.raises(verdict):
        mail.send_letter(LETTER)
