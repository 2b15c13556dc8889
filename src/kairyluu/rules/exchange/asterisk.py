"""What events of Asterisk's manager interface mean for a line. Of a call that goes through several channels the first
one is the caller's: its `Uniqueid` is the `Linkedid` of all of them, and that names the call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from kairyluu.rules.exchange.ringing import RingingCall
from kairyluu.rules.spelling import NotATelephone, phone_e164

Event = Mapping[str, str]
MOST = 2000  # calls kept in mind; the oldest is forgotten first


@dataclass(kw_only=True)
class Following:
    """The calls of one line that began and are not over. `context` and `exten`, where they are not empty, are those of
    the caller's channel as the dial plan has them."""

    context: str = ""
    exten: str = ""
    calls: dict[str, RingingCall] = field(default_factory=dict)

    def hear(self, event: Event, now: datetime) -> RingingCall | None:
        """The call as it is known after the event; None where it says nothing about this line."""
        meaning = _MEANINGS.get(event.get("Event", ""))
        name = event.get("Linkedid") or event.get("Uniqueid", "")
        if meaning is None or not name:
            return None
        told = meaning(self, event, name, now)
        if told is not None:
            self.calls.pop(name, None)
            if told.ended_at is None:
                self.calls[name] = told
            while len(self.calls) > MOST:
                del self.calls[next(iter(self.calls))]
        return told

    def _is_ours(self, event: Event) -> bool:
        wanted = {"Context": self.context, "Exten": self.exten}
        return all(not value or event.get(name) == value for name, value in wanted.items())


def _began(line: Following, event: Event, name: str, now: datetime) -> RingingCall | None:
    """Newchannel, of the first channel; DialBegin where we came too late for that one."""
    is_first = event.get("Uniqueid") == name
    if name in line.calls or not is_first or not line._is_ours(event):
        return None
    return RingingCall(call_id=name, number=_number(event.get("CallerIDNum", "")), started_at=now)


def _answered(line: Following, event: Event, name: str, now: datetime) -> RingingCall | None:
    """DialEnd with ANSWER: somebody of those dialled took it."""
    known = line.calls.get(name)
    if known is None or known.answered_at or event.get("DialStatus") != "ANSWER":
        return None
    return _changed(known, answered_at=now)


def _over(line: Following, event: Event, name: str, now: datetime) -> RingingCall | None:
    """Hangup of the caller's channel; those of the telephones that rang are none of our business."""
    known = line.calls.get(name)
    if known is None or event.get("Uniqueid") != name:
        return None
    return _changed(known, ended_at=now)


def _changed(
    known: RingingCall, *, answered_at: datetime | None = None, ended_at: datetime | None = None
) -> RingingCall:
    return RingingCall(
        call_id=known.call_id,
        number=known.number,
        started_at=known.started_at,
        answered_at=answered_at or known.answered_at,
        ended_at=ended_at,
    )


def _number(text: str) -> str:
    """Empty for a hidden number and for what is none."""
    try:
        return phone_e164(text)
    except NotATelephone:
        return ""


_MEANINGS = {"Newchannel": _began, "DialBegin": _began, "DialEnd": _answered, "Hangup": _over}
