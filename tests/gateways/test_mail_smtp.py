"""Letters by e-mail in a real SMTP conversation on the loopback: what arrives, and what each answer of a server means."""

from __future__ import annotations

import email
import email.policy
import socketserver
import threading
from collections.abc import Iterator
from email.message import EmailMessage as Parsed
from typing import Any

import pytest

from kairyluu.gateways import mail

LETTER = mail.MailLetter(
    to="aigul@example.org",
    subject="Кайрылууңузга жооп №42\r\nBcc: spy@example.org",
    text="Урматтуу Айгүл,\n.\n..чекит\nQUIT\nҢӨҮ ңөү Ёё 😀",
    message_id="77@kairyluu",
    attachments=(
        mail.MailAttachment("жооп\r\nX-Evil: 1 Ү.pdf", "application/pdf", b"%PDF-1.7\r\n.\r\n\x00\xff"),
    ),
)


class Conversation(socketserver.StreamRequestHandler):
    """Plays a mail server; `server.answers` overrides what is said to a verb."""

    server: PostOffice

    def handle(self) -> None:
        self.say("220 test")
        while line := self.rfile.readline().decode():
            verb = line.split()[0].upper()
            self.server.heard.append(line.strip())
            self.say(
                self.server.answers.get(verb) or {"DATA": "354 go on", "QUIT": "221 bye"}.get(verb, "250 ok")
            )
            if verb == "DATA" and "DATA" not in self.server.answers:
                self.server.letters.append(self.letter())
                self.say(self.server.answers.get("END", "250 taken"))
            if verb == "QUIT":
                return

    def letter(self) -> bytes:
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
        return b"".join(lines)

    def say(self, answer: str) -> None:
        self.wfile.write(answer.encode() + b"\r\n")


class PostOffice(socketserver.TCPServer):
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Conversation)
        self.answers: dict[str, str] = {}
        self.heard: list[str] = []
        self.letters: list[bytes] = []


@pytest.fixture
def office(settings: Any) -> Iterator[PostOffice]:
    with PostOffice() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.server_address[0], server.server_address[1]
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        settings.EMAIL_TIMEOUT = 5
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def parsed(letter: bytes) -> Parsed:
    return email.message_from_bytes(letter, policy=email.policy.default)  # type: ignore[return-value]


def test_the_letter_arrives_whole_at_one_address(office: PostOffice) -> None:
    mail.send_letter(LETTER)

    arrived = parsed(office.letters[0])
    (file,) = arrived.iter_attachments()
    assert [line for line in office.heard if line.upper().startswith("RCPT")] == [
        "rcpt TO:<aigul@example.org>"
    ]
    assert arrived["Subject"].strip() == "Кайрылууңузга жооп №42 Bcc: spy@example.org"
    assert arrived["Bcc"] is arrived["X-Evil"] is file["X-Evil"] is None
    assert arrived.get_body().get_content().splitlines() == LETTER.text.split("\n")
    assert file.get_content() == LETTER.attachments[0].content
    assert "Ү.pdf" in file.get_filename()


def test_a_second_sending_is_recognised_by_its_id(office: PostOffice) -> None:
    first, second = mail.send_letter(LETTER), mail.send_letter(LETTER)

    assert first == second
    assert [parsed(letter)["Message-ID"] for letter in office.letters] == ["<77@kairyluu>"] * 2


@pytest.mark.parametrize(
    ("verb", "answer", "verdict"),
    [
        ("RCPT", "550 no such person", mail.MailRefused),
        ("RCPT", "450 box is busy", mail.MailDeferred),
        ("RCPT", "421 closing", mail.MailDeferred),
        ("MAIL", "451 not now", mail.MailDeferred),
        ("DATA", "554 not accepted", mail.MailRefused),
        ("END", "552 too large", mail.MailRefused),
        ("END", "452 disk is full", mail.MailDeferred),
        ("MAIL", "nonsense", mail.MailDeferred),
    ],
)
def test_what_the_server_says_decides(
    office: PostOffice, verb: str, answer: str, verdict: type[Exception]
) -> None:
    office.answers[verb] = answer

    with pytest.raises(verdict):
        mail.send_letter(LETTER)


def test_a_silent_server_is_left_after_the_timeout(office: PostOffice, settings: Any) -> None:
    settings.EMAIL_TIMEOUT = 0.3
    office.shutdown()  # connections are queued and never answered

    with pytest.raises(mail.MailDeferred):
        mail.send_letter(LETTER)


def test_no_server_at_all_is_for_later(settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", 1, False

    with pytest.raises(mail.MailDeferred):
        mail.send_letter(LETTER)
