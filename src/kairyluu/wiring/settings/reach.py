"""Who carries SMS and messages: `none`, `log` (lines of a file, as in the demonstration), or an http(s) address that
speaks the protocol of `gateways/reach/http.py`."""

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
