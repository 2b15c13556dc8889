"""The Bot API of Telegram: `sendMessage`, `getUpdates`, `answerCallbackQuery`. The token is part of the address, so no
fault of ours ever prints one."""

from __future__ import annotations

import http.client
import json
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from kairyluu.gateways.reach.contract import (
    Gone,
    NotConfigured,
    ReachAway,
    ReachDeferred,
    ReachRefused,
    Receipt,
)

TIMEOUT, WAITS = 10, 20  # seconds of an answer; of an empty `getUpdates`
MOST = 1_048_576  # bytes of an answer
LONGEST = 64  # letters of a message that is read at all: commands, a number with its code

Buttons = Sequence[Sequence[tuple[str, str]]]


@dataclass(frozen=True, kw_only=True)
class Update:
    """What somebody wrote or pressed in a private chat; of himself it says nothing but the number of the chat and the
    language of his program. `pressed` and `press_id` of a button."""

    id: int
    chat: int = 0
    text: str = ""
    pressed: str = ""
    press_id: str = ""
    language: str = ""


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


_OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoRedirects)


class Bot:
    def __init__(self, api: str, token: str) -> None:
        if not api.startswith(("https://", "http://127.0.0.1:")):
            raise ValueError("the Bot API is spoken over https")
        self._address = f"{api}/bot{token}/"

    def send(self, to: str, text: str, key: str) -> Receipt:
        """As `Messenger.send`; Telegram knows no keys, so a lost answer may bring the message twice."""
        return self.say(int(to), text)

    def say(self, chat: int, text: str, buttons: Buttons = ()) -> Receipt:
        said: dict[str, Any] = {"chat_id": chat, "text": text, "link_preview_options": {"is_disabled": True}}
        if buttons:
            rows = [[{"text": word, "callback_data": code} for word, code in row] for row in buttons]
            said["reply_markup"] = {"inline_keyboard": rows}
        return Receipt(reference=f"{chat}/{self._ask('sendMessage', said)['message_id']}")

    def answer_press(self, press_id: str) -> None:
        self._ask("answerCallbackQuery", {"callback_query_id": press_id})

    def updates(self, after: int, *, wait: int = WAITS) -> list[Update]:
        """What came after this one, the oldest first; waits up to so many seconds for something to come."""
        asked = {"offset": after + 1, "timeout": wait, "allowed_updates": ["message", "callback_query"]}
        found = self._ask("getUpdates", asked, timeout=wait + TIMEOUT)
        return [_update(one) for one in found if isinstance(one, dict)] if isinstance(found, list) else []

    def _ask(self, method: str, said: dict[str, Any], *, timeout: int = TIMEOUT) -> Any:
        content = json.dumps(said, ensure_ascii=False).encode()
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(self._address + method, content, headers)  # noqa: S310 - checked above
        try:
            with _OPENER.open(request, timeout=timeout) as answer:
                return json.loads(answer.read(MOST))["result"]
        except urllib.error.HTTPError as answer:
            code = answer.code
            answer.close()
            raise _verdict(code) from None
        except (ValueError, KeyError, TypeError):
            raise ReachDeferred("answer not understood") from None
        except (OSError, http.client.HTTPException) as away:
            raise ReachAway(type(away).__name__) from None


def bot() -> Bot:
    if not settings.TELEGRAM_TOKEN:
        raise NotConfigured("telegram: not configured")
    return Bot(settings.TELEGRAM_API, settings.TELEGRAM_TOKEN)


def is_configured() -> bool:
    return bool(settings.TELEGRAM_TOKEN)


def link_to(ticket: str) -> str:
    """Opens the bot with a ticket in its first message; empty where the bot's name is not known."""
    return f"https://t.me/{settings.TELEGRAM_NAME}?start={ticket}" if settings.TELEGRAM_NAME else ""


def _verdict(code: int) -> ReachDeferred | ReachRefused:
    if code == 403:  # the bot was blocked, or the chat deleted
        return Gone("HTTP 403")
    if code == 429 or code >= 500 or code in (401, 404):  # a wrong token is the operator's to cure
        return ReachAway(f"HTTP {code}")
    return ReachRefused(f"HTTP {code}")


def _update(said: dict[str, Any]) -> Update:
    """Group chats are not answered: whatever is said there everybody reads."""
    press = said.get("callback_query") or {}
    message = press.get("message") or said.get("message") or {}
    chat, person = message.get("chat") or {}, press.get("from") or message.get("from") or {}
    is_private = chat.get("type") == "private"
    return Update(
        id=int(said.get("update_id", 0)),
        chat=int(chat.get("id", 0)) if is_private else 0,
        text="" if press else str(message.get("text", ""))[: LONGEST * 2],
        pressed=str(press.get("data", ""))[:LONGEST],
        press_id=str(press.get("id", "")),
        language=str(person.get("language_code", ""))[:2],
    )
