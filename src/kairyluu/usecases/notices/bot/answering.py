"""What the bot answers, and which acts it does on the way: linking a chat, ending that, rating an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings

from kairyluu.data.outbox.models import Chat
from kairyluu.gateways.telegram import Update
from kairyluu.notices.bot_words import NATIVE, say, standing
from kairyluu.notices.letter import LANGUAGES
from kairyluu.queries.following import FollowedView, find_followed_view
from kairyluu.queries.notices.chats import list_appeals_of_chat, list_whose_of_chat, may_speak_of
from kairyluu.queries.notices.chosen import NobodyToTell, Whose
from kairyluu.queries.voice.objections import find_voice
from kairyluu.rules.facts import SYSTEM_ACTOR, Actor
from kairyluu.rules.notices.ways import TELEGRAM
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.notices.choose_ways import LinkChat, TooManyWays, Unlink, link_chat, unlink
from kairyluu.usecases.notices.tickets import read_ticket
from kairyluu.usecases.people.throttle import TooManyAttempts
from kairyluu.usecases.tracking.track import NumberOrSecretWrong, Track, track_appeal
from kairyluu.usecases.voice.rate_answer import RateAnswer, rate_answer

NUMBER_AND_CODE = 24  # digits: twelve of the number, twelve of the code
Buttons = tuple[tuple[tuple[str, str], ...], ...]


@dataclass(frozen=True, kw_only=True)
class Said:
    """Rows of buttons, each a word and what pressing it sends."""

    text: str
    buttons: Buttons = ()


class Answering:
    def __init__(self, chat: Chat, now: datetime) -> None:
        self.chat, self.now, self.today = chat, now, date_in_bishkek(now)

    def to(self, update: Update) -> list[Said]:
        if update.press_id:
            return list(self._pressed(update.pressed))
        command, _, rest = update.text.strip().partition(" ")
        digits = re.sub(r"\D", "", update.text)
        if command == "/start" and rest:
            return [self._ticket(rest.strip())]
        if command in ("/start", "/language"):
            return [self._hello(command)]
        if command == "/stop":
            return [self._stop()]
        if command == "/status":
            return list(self._status())
        if len(digits) == NUMBER_AND_CODE:
            return list(self._link(digits))
        return [self._said("help")]

    def _hello(self, command: str) -> Said:
        row = tuple((NATIVE[one], f"l:{one}") for one in LANGUAGES)
        text = say(self.chat.language, "hello" if command == "/start" else "language")
        return Said(text=text, buttons=(row,))

    def _ticket(self, ticket: str) -> Said:
        whose = read_ticket(ticket, now=self.now)
        return self._linked(whose) if whose else self._said("old")

    def _link(self, digits: str) -> Iterator[Said]:
        half = NUMBER_AND_CODE // 2
        command = Track(number=digits[:half], secret=digits[half:], address=f"telegram:{self.chat.pk}")
        try:
            tracked = track_appeal(command, now=self.now)
        except NumberOrSecretWrong:
            yield self._said("wrong")
        except TooManyAttempts:
            yield self._said("often")
        else:
            yield self._linked(Whose(appeal_id=tracked.appeal_id))
            yield from self._status()

    def _linked(self, whose: Whose) -> Said:
        try:
            link_chat(LinkChat(whose=whose, chat=self.chat.pk), actor=SYSTEM_ACTOR, now=self.now)
        except NobodyToTell:
            return self._said("closed")
        except TooManyWays:
            return self._said("many")
        return self._said("linked")

    def _stop(self) -> Said:
        for whose in list_whose_of_chat(self.chat.pk):
            command = Unlink(whose=whose, channel=TELEGRAM, address=str(self.chat.pk))
            unlink(command, actor=SYSTEM_ACTOR, now=self.now)
        Chat.objects.filter(pk=self.chat.pk).delete()
        return self._said("gone")

    def _status(self) -> Iterator[Said]:
        """Each linked appeal, the newest first; one that was answered and not rated asks for a rating."""
        found = list_appeals_of_chat(self.chat.pk)
        if not found:
            yield self._said("none")
        for appeal_id in found:
            view = find_followed_view(appeal_id, today=self.today)
            yield Said(text=standing(view, self.chat.language, settings.BASE_URL))
            voice = find_voice(view.runs.pk, today=self.today)
            if voice.may_speak and voice.rating is None:
                yield self._asked(view)

    def _asked(self, view: FollowedView) -> Said:
        scores = tuple((str(n), f"r:{view.appeal.pk.hex}:{n}") for n in range(1, 6))
        return Said(
            text=say(self.chat.language, "rate", number=view.appeal.tracking_number), buttons=(scores,)
        )

    def _pressed(self, code: str) -> Iterator[Said]:
        kind, *rest = code.split(":")
        if kind == "l" and rest and rest[0] in LANGUAGES:
            Chat.objects.filter(pk=self.chat.pk).update(language=rest[0])
            self.chat.language = rest[0]
            yield self._said("help")
        elif kind == "r" and len(rest) == 2:
            row = tuple(
                (say(self.chat.language, one), f"d:{rest[0]}:{rest[1]}:{one}") for one in ("yes", "no")
            )
            yield Said(text=say(self.chat.language, "resolved"), buttons=(row,))
        elif kind == "d" and len(rest) == 3:
            yield self._rated(*rest)

    def _rated(self, appeal: str, score: str, resolved: str) -> Said:
        """Only of an appeal that this chat is linked to: what a button sends anybody can send."""
        try:
            leg = may_speak_of(self.chat.pk, UUID(appeal))
            command = RateAnswer(appeal_id=leg, score=int(score), is_resolved=resolved == "yes")
            rate_answer(command, actor=Actor(), now=self.now)
        except (Refused, ValueError):
            return self._said("none")
        return self._said("thanks")

    def _said(self, code: str) -> Said:
        return Said(text=say(self.chat.language, code))
