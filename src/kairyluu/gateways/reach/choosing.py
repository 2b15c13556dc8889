"""Which service carries a kind of message: `settings.REACH`, by kind: none, log, an http(s) or an smpp(s) address."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from kairyluu.gateways.reach.contract import KINDS, Messenger
from kairyluu.gateways.reach.http import HttpCarrier
from kairyluu.gateways.reach.log import LogCarrier
from kairyluu.gateways.reach.none import NoCarrier


def messenger(kind: str) -> Messenger:
    """`kind` is sms or messenger; looked up at each call, so that tests may change the setting."""
    if kind not in KINDS:
        raise ValueError(kind)
    chosen = settings.REACH.get(kind, "none")
    if chosen.startswith(("http://", "https://")):
        return HttpCarrier(chosen, settings.REACH_TOKENS.get(kind, ""))
    if chosen.startswith(("smpp://", "smpps://")):
        from kairyluu.gateways.reach.smpp import SmppCarrier  # loads its protocol only where it is spoken

        return SmppCarrier(chosen, settings.REACH_TOKENS.get(kind, ""), **settings.REACH_SMPP)
    if chosen == "log":
        return LogCarrier(Path(settings.REACH_LOG) / f"{kind}.jsonl")
    return NoCarrier(kind)
