"""Waiting notices leave by their channel, the oldest first, many in one conversation with its service.

Once in effect: each is marked the moment the gateway took it, in a statement of its own; a worker killed in between sends
that one again under the same Message-ID or key. What was marked enters the journal with the next batch, whoever makes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from kairyluu.data.journal.models import Entry
from kairyluu.data.journal.recording import entry_of
from kairyluu.data.outbox.models import Notice, Way
from kairyluu.rules.facts import Actor
from kairyluu.rules.notices.ways import MOST_ATTEMPTS, PUSH, wait_of_notice
from kairyluu.usecases.act import act
from kairyluu.usecases.notices.lanes import alone, is_open, lightly, note_away, note_back
from kairyluu.usecases.notices.passing import Passed, Passing

BATCH, MOST = 100, 500


@dataclass(frozen=True, kw_only=True)
class DeliverNotice:
    notice_id: UUID


@dataclass(frozen=True, kw_only=True)
class Drain:
    """At most so many notices of one channel."""

    channel: str
    at_most: int = MOST


class TryLater(Exception):
    """The post did not take it now; it waits in its line."""


def deliver_notice(command: DeliverNotice, *, actor: Actor, now: datetime) -> str:
    """This one out of its turn; the state afterwards. Raises `TryLater` while another try may help."""
    only = Notice.objects.filter(pk=command.notice_id)
    channel = only.values_list("channel", flat=True).first()
    if channel is None:
        return "sent"
    with alone(channel) as is_ours:
        if is_ours:
            _pass_on(only.filter(state="waiting"), channel, actor=actor, now=now)
            settle(channel, actor=actor, now=now)
    state = only.values_list("state", flat=True).get()
    if state == "waiting":
        raise TryLater
    return state


def drain(command: Drain, *, actor: Actor, now: datetime) -> int:
    """How many were dealt with; 0 too while another worker is at it, the service is away, or people sleep."""
    if not is_open(command.channel, now):
        return 0
    n_done = 0
    with alone(command.channel) as is_ours, lightly():
        while is_ours and n_done < command.at_most:
            n = _pass_on(_due(command.channel, now)[:BATCH], command.channel, actor=actor, now=now)
            settle(command.channel, actor=actor, now=now)
            n_done += n
            if n < BATCH or not is_open(command.channel, now):
                break
    return n_done


def _due(channel: str, now: datetime) -> QuerySet[Notice]:
    """In the order they were put; none overtakes an older one to the same address that was told to come back."""
    waiting = Notice.objects.filter(state="waiting", channel=channel)
    held = waiting.filter(
        next_at__gt=now, address=OuterRef("address"), created_at__lte=OuterRef("created_at")
    )
    due = waiting.filter(Q(next_at=None) | Q(next_at__lte=now)).filter(~Exists(held))
    return due.order_by("created_at", "id")


def _pass_on(due: QuerySet[Notice], channel: str, *, actor: Actor, now: datetime) -> int:
    """How many the service was asked about; it stops at the first that finds the service away."""
    n = 0
    batch = list(due)
    with Passing(channel) as passing:
        passing.prepare(batch)
        for notice in batch:
            passed = passing.send(notice)
            if passed.state == "away":
                note_away(channel, passed.error, now=now)
                Notice.objects.filter(pk=notice.pk).update(last_tried_at=now, last_error=passed.error)
                return n
            _mark(notice, passed, now=now)
            n += 1
    if n:
        note_back(channel)
    return n


def _mark(notice: Notice, passed: Passed, *, now: datetime) -> None:
    attempts = notice.attempts + 1
    facts = {"attempts": F("attempts") + 1, "last_tried_at": now, "last_error": passed.error}
    if passed.state == "sent":
        facts |= {"state": "passed", "sent_at": now, "reference": passed.reference, "n_parts": passed.n_parts}
    elif passed.state == "failed" or attempts >= MOST_ATTEMPTS:
        facts |= {"state": "passed"}
    else:
        facts |= {"next_at": now + wait_of_notice(attempts, notice.pk.int)}
    Notice.objects.filter(pk=notice.pk, state="waiting").update(**facts)
    if passed.is_gone and notice.channel == PUSH:
        Way.objects.filter(pk=notice.address).delete()


@act
def _settled(channel: str, *, actor: Actor, now: datetime) -> int:
    passed = list(Notice.objects.select_for_update(skip_locked=True).filter(state="passed", channel=channel))
    for notice in passed:
        notice.state = "sent" if notice.sent_at else "failed"
    Notice.objects.filter(pk__in=[n.pk for n in passed if n.sent_at]).update(state="sent")
    Notice.objects.filter(pk__in=[n.pk for n in passed if not n.sent_at]).update(state="failed")
    Entry.objects.bulk_create(
        entry_of("deliver_notice", actor=actor, now=now, appeal_id=n.appeal_id, facts=_told(n))
        for n in passed
    )
    return len(passed)


def settle(channel: str, *, actor: Actor, now: datetime) -> None:
    """Into the journal with what was marked, by this worker or by one that was killed."""
    if Notice.objects.filter(state="passed", channel=channel).exists():
        _settled(channel, actor=actor, now=now)


def _told(notice: Notice) -> dict[str, str | int]:
    told: dict[str, str | int] = {"notice": notice.code, "state": notice.state, "attempts": notice.attempts}
    return told if notice.channel == "email" else told | {"by": notice.channel}
