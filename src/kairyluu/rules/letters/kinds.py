"""What a letter is, by what it says of itself, and what becomes of it.

RFC 3834 (automatic answers), RFC 3464 (reports of the post), RFC 2919 (lists). Whatever a machine wrote is filed and never
answered; nothing is thrown away.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

LETTER, REPLY, AUTOMATIC, BOUNCE, LIST = "letter", "reply", "automatic", "bounce", "list"
KINDS = (LETTER, REPLY, AUTOMATIC, BOUNCE, LIST)
WAITING, TAKEN_IN, ATTACHED, NO_APPEAL, FILED = "waiting", "taken_in", "attached", "no_appeal", "filed"
STATES = (WAITING, TAKEN_IN, ATTACHED, NO_APPEAL, FILED)
# Why a letter is no appeal; the words stand on the desk.
REASONS = ("spam", "advertising", "official", "twice", "empty", "other")
_AUTOMATIC_SUBJECT = re.compile(
    r"\s*(auto(matic)?[ -]?(reply|response|antwort)|out of office|автоответ|автоматический ответ|авто жооп|"
    r"undeliver|delivery status notification|mail delivery (failed|failure)|returned mail)",
    re.IGNORECASE,
)
_POST = re.compile(r"^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounce[^@]*)@")


def kind_of(
    headers: Mapping[str, str], sender: str, subject: str, *, is_report: bool, own: tuple[str, ...]
) -> str:
    """`headers` with lower-case names; `own` are addresses that are ours: whoever writes from them is ourselves."""
    if is_report or (_POST.match(sender) and sender.startswith(("mailer-daemon", "postmaster"))):
        return BOUNCE
    if sender in own or headers.get("x-kairyluu") or _is_automatic(headers, subject):
        return AUTOMATIC
    if headers.get("list-id") or headers.get("precedence", "").lower() in ("list", "bulk", "junk"):
        return LIST
    return LETTER


def may_be_answered(headers: Mapping[str, str], sender: str, kind: str, n_today: int, most: int) -> bool:
    """An acknowledgement goes to people only, and not to one address without end: `n_today` went there already."""
    silent = "all" in headers.get("x-auto-response-suppress", "").lower() or bool(
        headers.get("list-unsubscribe")
    )
    return kind in (LETTER, REPLY) and not silent and not _POST.match(sender) and n_today < most


def _is_automatic(headers: Mapping[str, str], subject: str) -> bool:
    submitted = headers.get("auto-submitted", "no").lower().partition(";")[0].strip()
    if submitted not in ("no", ""):
        return True
    if headers.get("x-autoreply") or headers.get("x-autorespond"):
        return True
    if headers.get("precedence", "").lower() == "auto_reply":
        return True
    return headers.get("return-path", "?").strip() == "<>" or bool(_AUTOMATIC_SUBJECT.match(subject))
