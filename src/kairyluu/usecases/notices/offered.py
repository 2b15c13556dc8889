"""What this installation can tell people by, for the page on which they choose. Nothing is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from kairyluu.gateways import push, telegram
from kairyluu.queries.notices.chosen import Chosen, Whose, find_chosen, root_of
from kairyluu.usecases.notices.tickets import ticket_for


@dataclass(frozen=True, kw_only=True)
class Offered:
    """`bot` is the bot's name, `bot_link` opens it with a ticket of the reader's own; empty where there is none."""

    chosen: Chosen
    has_sms: bool
    bot: str
    bot_link: str
    push_key: str


def find_offered(whose: Whose, *, now: datetime) -> Offered:
    """Raises `NobodyToTell`."""
    has_bot = telegram.is_configured() and bool(settings.TELEGRAM_NAME)
    return Offered(
        chosen=find_chosen(whose),
        has_sms=settings.REACH.get("sms", "none") != "none",
        bot=settings.TELEGRAM_NAME if has_bot else "",
        bot_link=telegram.link_to(ticket_for(root_of(whose), now=now)) if has_bot else "",
        push_key=push.public_key() if push.is_configured() else "",
    )
