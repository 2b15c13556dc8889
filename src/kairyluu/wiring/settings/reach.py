"""Who carries SMS and messages: `none`, `log` (lines of a file, as in the demonstration), an http(s) address that
speaks the protocol of `gateways/reach/http.py`, or for SMS `smpp://name@host:port` (`smpps://` over TLS)."""

from __future__ import annotations

import os

from kairyluu.wiring.settings.demo import DEMO
from kairyluu.wiring.settings.paths import PLACES

_UNLESS_SET = "log" if DEMO else "none"
REACH = {
    "sms": os.environ.get("KAIRYLUU_SMS", _UNLESS_SET).strip(),
    "messenger": os.environ.get("KAIRYLUU_MESSENGER", _UNLESS_SET).strip(),
}
REACH_TOKENS = {
    "sms": os.environ.get("KAIRYLUU_SMS_TOKEN", ""),
    "messenger": os.environ.get("KAIRYLUU_MESSENGER_TOKEN", ""),
}
REACH_LOG = str(PLACES.var / "reach")
# The sender shown on the telephone, and how messages of several parts travel: `udh` or `payload`.
REACH_SMPP = {
    "sender": os.environ.get("KAIRYLUU_SMS_SENDER", "Kairyluu"),
    "long_by": os.environ.get("KAIRYLUU_SMS_LONG", "udh"),
}
# The bot: its token from @BotFather and its name; another address only for a server of one's own.
TELEGRAM_TOKEN = os.environ.get("KAIRYLUU_TELEGRAM_TOKEN", "").strip()
TELEGRAM_NAME = os.environ.get("KAIRYLUU_TELEGRAM_NAME", "").strip().lstrip("@")
TELEGRAM_API = os.environ.get("KAIRYLUU_TELEGRAM_API", "https://api.telegram.org").rstrip("/")
# Web Push: the private key (`kairyluu push-key` makes one) and whom a push service may ask.
PUSH_KEY = os.environ.get("KAIRYLUU_PUSH_KEY", "").strip()
PUSH_CONTACT = os.environ.get("KAIRYLUU_PUSH_CONTACT", "").strip()
PUSH_LOOPBACK = False
