"""The one form of the page on which people choose their ways, as portal, cabinet and desk post it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from kairyluu.queries.notices.chosen import Whose
from kairyluu.rules.facts import Actor
from kairyluu.rules.notices.ways import PUSH, TELEGRAM
from kairyluu.usecases.notices.choose_ways import (
    AddBrowser,
    ChooseWays,
    NoPushService,
    Unlink,
    add_browser,
    choose_ways,
    unlink,
)

LONGEST = 4000  # letters of a subscription


def take_posted(said: Mapping[str, str], whose: Whose, *, actor: Actor, now: datetime) -> None:
    """`do` is save, browser, telegram or push; the last two end every chat or browser. Refuses as those acts do."""
    what = said.get("do", "")
    if what in (TELEGRAM, PUSH):
        unlink(Unlink(whose=whose, channel=what), actor=actor, now=now)
    elif what == "browser":
        add_browser(AddBrowser(whose=whose, subscription=_read(said)), actor=actor, now=now)
    else:
        command = ChooseWays(whose=whose, by_email="email" in said, by_sms="sms" in said)
        choose_ways(command, actor=actor, now=now)


def _read(said: Mapping[str, str]) -> dict[str, object]:
    try:
        found = json.loads(said.get("subscription", "")[:LONGEST])
    except ValueError:
        raise NoPushService() from None
    return found if isinstance(found, dict) else {}
