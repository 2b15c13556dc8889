"""Letters that arrived at the address of the Alai district administration."""

from __future__ import annotations

from datetime import datetime
from email.message import EmailMessage

from kairyluu.data.letters.models import InboundLetter, Mailbox
from kairyluu.rules.facts import SYSTEM_ACTOR
from kairyluu.usecases.letters.keep import Came, KeepLetter, Kept, keep_letter
from tests.cast import NOW, Town

ADDRESS = "alai@example.kg"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def mailbox(town: Town) -> Mailbox:
    place = {"host": "mail.example.kg", "user": "alai"}
    return Mailbox.objects.get_or_create(email=ADDRESS, defaults=place | {"body": town.body})[0]


def written(text: str = "Биздин көчөдө үч күндөн бери суу жок.", **heads: str) -> EmailMessage:
    letter = EmailMessage()
    given = {"From": "Асан Үсөнов <asan@example.kg>", "To": ADDRESS, "Subject": "Суу жөнүндө"}
    for name, value in (given | {name.replace("_", "-"): value for name, value in heads.items()}).items():
        letter[name] = value
    letter.set_content(text)
    return letter


def keep(town: Town, letter: EmailMessage | bytes, *, now: datetime = NOW) -> Kept:
    raw = letter if isinstance(letter, bytes) else letter.as_bytes()
    came = Came(raw=raw, size=len(raw), is_whole=True, received_at=now)
    return keep_letter(KeepLetter(mailbox_id=mailbox(town).pk, came=came), actor=SYSTEM_ACTOR, now=now)


def arrived(town: Town, letter: EmailMessage | bytes | None = None) -> InboundLetter:
    return keep(town, letter or written()).letter
