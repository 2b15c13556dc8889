"""One notice to the gateway of its channel, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from django.conf import settings

from kairyluu.data.outbox.models import Notice, Way
from kairyluu.gateways import files, mail, push, reach, telegram
from kairyluu.notices.catalogue import KINDS, TO_APPLICANT
from kairyluu.notices.facts import Known, facts_of, gather, letter_of
from kairyluu.notices.letter import render
from kairyluu.notices.short import short_text
from kairyluu.rules.exchange.short_messages import measure
from kairyluu.rules.notices.ways import EMAIL, PUSH, SMS, TELEGRAM
from kairyluu.usecases.letters.replying import reply_address


@dataclass(frozen=True, kw_only=True)
class Passed:
    """`state`: sent, deferred, failed, or away where the service itself is. `is_gone`: the address is no more."""

    state: str
    reference: str = ""
    error: str = ""
    n_parts: int = 0
    is_gone: bool = False


class Passing:
    """`with Passing(channel) as passing:` keeps the conversation with the service open between notices."""

    def __init__(self, channel: str) -> None:
        self.channel = channel
        self._open = ExitStack()
        self._carrier: Any = None
        self._known: Known = {}

    def __enter__(self) -> Passing:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def prepare(self, notices: Iterable[Notice]) -> None:
        """Reads at once what the letters will say; whatever changes in the second until they leave, the next one says."""
        self._known = gather(one.appeal_id for one in notices if one.appeal_id)

    def send(self, notice: Notice) -> Passed:
        try:
            return self._by_channel(notice)
        except (mail.MailAway, reach.ReachAway) as away:
            return Passed(state="away", error=str(away))
        except (mail.MailDeferred, reach.ReachDeferred) as deferred:
            return Passed(state="deferred", error=str(deferred))
        except reach.Gone as gone:
            return Passed(state="failed", error=str(gone), is_gone=True)
        except (mail.MailRefused, reach.ReachRefused) as refused:
            return Passed(state="failed", error=str(refused))

    def _by_channel(self, notice: Notice) -> Passed:
        if notice.channel == EMAIL:
            return Passed(state="sent", reference=self._service().send(self._letter(notice)).reference)
        text = short_text(notice.code, notice.language, self._facts(notice))
        if notice.channel == PUSH:
            way = Way.objects.filter(pk=notice.address).first()
            if way is None:
                raise reach.Gone("no such subscription")
            return Passed(state="sent", reference=push.send(way.details, text, str(notice.pk)).reference)
        receipt = self._service().send(notice.address, text, str(notice.pk))
        n_parts = measure(text).n_parts if notice.channel == SMS else 0
        return Passed(state="sent", reference=receipt.reference, n_parts=n_parts)

    def _facts(self, notice: Notice) -> dict[str, Any]:
        facts = {"site": settings.BASE_URL} | notice.facts
        if notice.appeal_id:
            facts |= facts_of(notice.appeal_id, notice.language, settings.BASE_URL, self._known or None)
        return facts

    def _letter(self, notice: Notice) -> mail.MailLetter:
        attachments: tuple[mail.MailAttachment, ...] = ()
        if notice.appeal_id and KINDS[notice.code].brings_letter:
            filed = letter_of(notice.appeal_id)
            if filed is not None:
                with files.open(filed.sha256) as content:
                    attachments = (mail.MailAttachment(filed.name, filed.media_type, content.read()),)
        # Of an official's letter an answer would be put with the appeal as if the applicant had written it.
        replies = notice.appeal_id if notice.code in TO_APPLICANT else None
        reply_to = reply_address(replies) if replies else ""
        facts = self._facts(notice) | {"takes_replies": bool(reply_to)}
        written = render(notice.code, notice.language, facts)
        return mail.MailLetter(
            to=notice.address,
            subject=written.subject,
            text=written.text,
            attachments=attachments,
            message_id=f"{notice.pk}@kairyluu",
            reply_to=reply_to,
        )

    def _service(self) -> Any:
        """Opened with the first notice that needs it."""
        if self._carrier is None:
            self._carrier = {EMAIL: _office, SMS: _telephones, TELEGRAM: _bot}[self.channel]()
            if hasattr(self._carrier, "__exit__"):
                self._open.enter_context(self._carrier)
        return self._carrier


def _office() -> mail.Office:
    return mail.Office()


def _telephones() -> reach.Messenger:
    return reach.messenger(reach.SMS)


def _bot() -> telegram.Bot:
    return telegram.bot()
