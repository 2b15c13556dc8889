"""Letters as they really come: whatever is sent, something readable comes out and nothing is lost. No server here."""

from __future__ import annotations

import base64
import struct
import time
from email.message import EmailMessage

import pytest

from kairyluu.gateways.letters import Letter, read_letter

TEXT = "Урматтуу акимчилик! Биздин көчөдө суу жок, Ленин 5."
RUSSIAN = "Уважаемая администрация! На нашей улице нет воды."


def raw(head: str, body: bytes = b"", charset: str = "utf-8") -> bytes:
    return head.replace("\n", "\r\n").encode(charset) + b"\r\n\r\n" + body


def plain(body: bytes, kind: str = "text/plain", *more: str) -> Letter:
    return read_letter(raw("\n".join(["From: asan@example.kg", f"Content-Type: {kind}", *more]), body))


@pytest.mark.parametrize("charset", ["koi8-r", "windows-1251", "utf-8", "iso-8859-5"])
def test_declared_letters_are_read(charset: str) -> None:
    assert plain(RUSSIAN.encode(charset), f"text/plain; charset={charset}").text == RUSSIAN


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "utf-8"])
@pytest.mark.parametrize(
    "said", ["text/plain", "text/plain; charset=us-ascii", "text/plain; charset=x-nonsense"]
)
def test_letters_that_say_nothing_or_wrong_of_themselves_are_read_too(charset: str, said: str) -> None:
    assert plain(RUSSIAN.encode(charset), said).text == RUSSIAN


def test_a_whole_letter_with_nested_parts() -> None:
    letter = EmailMessage()
    letter["From"] = "Асан Үсөнов <Asan@Example.KG>"
    letter["To"] = "Ала-Тоо, акимчилик <alai+1.2@example.kg>, second@example.kg"
    letter["Subject"] = "Суу жөнүндө: " + "узун " * 20
    letter["Message-ID"] = "<one@example.kg>"
    letter["In-Reply-To"] = "<ours@kairyluu>"
    letter["Date"] = "Tue, 10 Mar 2026 09:00:00 +0600"
    letter.set_content(TEXT)
    letter.add_alternative(f"<p>{TEXT}</p>", subtype="html")
    letter.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="Арыз.pdf")
    inner = EmailMessage()
    inner["From"], inner["Subject"] = "b@example.kg", "Мурунку кат"
    inner.set_content("Ичиндеги текст.")
    letter.add_attachment(inner)

    read = read_letter(letter.as_bytes())

    assert (read.sender_name, read.sender_address) == ("Асан Үсөнов", "asan@example.kg")
    assert read.recipients == ("alai+1.2@example.kg", "second@example.kg")
    assert read.subject == ("Суу жөнүндө: " + "узун " * 20).strip()
    assert (read.message_id, read.references) == ("one@example.kg", ("ours@kairyluu",))
    assert read.text.count(TEXT) == 1
    assert "Ичиндеги текст." in read.text
    assert [(file.name, file.content) for file in read.files] == [("Арыз.pdf", b"%PDF-1.4")]


def test_html_alone_is_read_without_what_is_hidden_in_it() -> None:
    markup = f"<style>p{{}}</style><script>alert(1)</script><p>{TEXT}</p><p>A &amp; B<br>C</p><img src=x onerror=y>"

    read = plain(markup.encode(), "text/html; charset=utf-8")

    assert read.text == f"{TEXT}\n\nA & B\nC"


def test_headers_with_bytes_that_should_not_be_there() -> None:
    head = "From: Асан <asan@example.kg>\nSubject: Суу жок\nContent-Type: text/plain"

    for charset in ("utf-8",):
        read = read_letter(raw(head, b"x", charset))
        assert (read.sender_name, read.subject) == ("Асан", "Суу жок")
    russian = read_letter(raw("From: a@b.kg\nSubject: На нашей улице нет воды", b"x", "windows-1251"))
    assert russian.subject == "На нашей улице нет воды"
    words = base64.b64encode("нет воды".encode("koi8-r")).decode()
    assert read_letter(raw(f"Subject: =?koi8-r?B?{words}?=", b"x")).subject == "нет воды"
    assert read_letter(raw("Subject: =?utf-8?B?$$$?=", b"x")).subject


def test_broken_base64_gives_what_can_be_had() -> None:
    whole = base64.b64encode(TEXT.encode())

    for broken in (whole[:-3], whole[:20] + b"\r\n!!\r\n" + whole[20:]):
        read = plain(broken, "text/plain; charset=utf-8", "Content-Transfer-Encoding: base64")
        assert read.text


def test_what_is_wrapped_by_outlook_is_unwrapped() -> None:
    read = read_letter(wrapped_letter(tnef()))

    assert [(file.name, file.content) for file in read.files] == [("plan.pdf", b"%PDF-1.4 wrapped")]


@pytest.mark.parametrize("content", [b"", b"no tnef", struct.pack("<LH", 0x223E9F78, 1) + b"\x01" * 900])
def test_what_cannot_be_unwrapped_is_kept_as_it_is(content: bytes) -> None:
    read = read_letter(wrapped_letter(content))

    assert [file.name for file in read.files] == ["winmail.dat"]
    assert "winmail" in read.troubles


def wrapped_letter(content: bytes) -> bytes:
    letter = EmailMessage()
    letter["From"] = "asan@example.kg"
    letter.set_content("x")
    letter.add_attachment(content, maintype="application", subtype="ms-tnef", filename="winmail.dat")
    return letter.as_bytes()


def tnef() -> bytes:
    def thing(level: int, name: int, kind: int, content: bytes) -> bytes:
        return (
            struct.pack("<BHHL", level, name, kind, len(content))
            + content
            + struct.pack("<H", sum(content) % 65536)
        )

    return (
        struct.pack("<LH", 0x223E9F78, 1)
        + thing(1, 0x9006, 8, struct.pack("<L", 0x10000))
        + thing(1, 0x9007, 6, struct.pack("<LL", 1252, 0))
        + thing(2, 0x9002, 6, b"\x01\x00" + b"\xff" * 4 + b"\0" * 8)
        + thing(2, 0x8010, 1, b"plan.pdf\0")
        + thing(2, 0x800F, 6, b"%PDF-1.4 wrapped")
    )


def test_a_report_of_the_post_names_the_letter_that_came_back() -> None:
    report = b"""From: MAILER-DAEMON@example.kg
Return-Path: <>
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

Sorry.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.kg

Final-Recipient: rfc822; asan@example.kg
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 No such user

--b
Content-Type: text/rfc822-headers

Message-ID: <0192d3f0-0000-7000-8000-000000000001@kairyluu>
Subject: x
--b--
"""

    bounce = read_letter(report).bounce

    assert bounce is not None
    assert (bounce.recipient, bounce.action, bounce.status) == ("asan@example.kg", "failed", "5.1.1")
    assert bounce.original_id == "0192d3f0-0000-7000-8000-000000000001@kairyluu"
    assert bounce.diagnostic == "550 No such user"


NASTY = {
    "nothing": b"",
    "no letter": b"\x00\xff" * 500,
    "huge header": b"Subject: " + b"A" * 2_000_000 + b"\r\n\r\ntext",
    "many headers": b"X-A: b\r\n" * 100_000 + b"\r\ntext",
    "brackets": b"From: " + b"(" * 500_000 + b"\r\n\r\ntext",
    "deep": b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(400)
    ),
    "deep and long": b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(400)
    )
    + b"\r\n" * 1_000_000,
    "many parts": b"Content-Type: multipart/mixed; boundary=b\r\n\r\n"
    + b"--b\r\n\r\nx\r\n" * 5000
    + b"--b--",
    "no boundary": b"Content-Type: multipart/mixed\r\n\r\ntext",
    "negative": b'Content-Type: text/plain; charset="\x00"\r\nDate: 99999\r\n\r\ntext',
    "rot": b"Content-Type: text/plain; charset=rot13\r\n\r\ntext",
    "uu": b"Content-Transfer-Encoding: uuencode\r\n\r\nbegin 666 x\n!!!!\n",
}


@pytest.mark.parametrize("name", NASTY)
def test_nothing_that_is_sent_stops_the_reading(name: str) -> None:
    started = time.process_time()

    read = read_letter(NASTY[name])

    assert isinstance(read, Letter)
    assert "\0" not in read.text + read.subject
    assert len(read.subject) <= 500
    assert time.process_time() - started < 10


def test_a_large_file_is_read() -> None:
    content = base64.encodebytes(b"\x00" * 5_000_000)
    head = b"Content-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n"

    (file,) = read_letter(b"From: a@b.kg\r\n" + head + content).files

    assert (file.name, len(file.content)) == ("a.pdf", 5_000_000)
