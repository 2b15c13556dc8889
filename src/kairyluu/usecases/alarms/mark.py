"""What becomes of a message after it left: drawn on a screen, opened by its reader, said so by its gateway."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef

from kairyluu.data.alarms.models import AlarmMark, AlarmNotice
from kairyluu.data.journal.recording import record, record_look
from kairyluu.gateways import reach
from kairyluu.queries.actors import official_actor
from kairyluu.queries.alarms.links import find_linked
from kairyluu.queries.alarms.seeing import (
    AlarmCard,
    AlarmNotFound,
    Ringing,
    facts_of,
    find_card,
    list_ringing,
)
from kairyluu.rules.calls import alarms
from kairyluu.rules.facts import Actor
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.alarms.opening import appeal_id_of, journal_facts
from kairyluu.usecases.appeals.opening import official_of

ASKED_FOR = timedelta(hours=2)
MOST = 40


@dataclass(frozen=True, kw_only=True)
class ShowScreens:
    """Row ids of screen messages that are drawn for their reader now."""

    notice_ids: tuple[UUID, ...]


@dataclass(frozen=True, kw_only=True)
class ReadAlarm:
    alarm_id: UUID
    is_renewed: bool = False


@dataclass(frozen=True, kw_only=True)
class FollowLink:
    notice_id: UUID
    token: str


@dataclass(frozen=True, kw_only=True)
class AskFates:
    at_most: int = MOST


def ringing_for(actor: Actor, now: datetime) -> list[Ringing]:
    """What rings on this person's screen; what is drawn for the first time is marked as delivered."""
    found = list_ringing(actor, date_in_bishkek(now))
    new = tuple(one.notice_id for one in found if one.is_new)
    if new:
        show_screens(ShowScreens(notice_ids=new), actor=actor, now=now)
    return found


@act
def show_screens(command: ShowScreens, *, actor: Actor, now: datetime) -> None:
    mine = AlarmNotice.objects.filter(pk__in=command.notice_ids, official_id=official_of(actor))
    _mark(list(mine), alarms.DELIVERED, now=now, detail="screen")


@act
def read_alarm(command: ReadAlarm, *, actor: Actor, now: datetime) -> AlarmCard:
    """The page of an alarm; who was told has read it from now on. Raises `AlarmNotFound`. A page that renews itself is
    one look."""
    today = date_in_bishkek(now)
    card = find_card(actor, command.alarm_id, today)
    screens = list(card.alarm.notices.filter(official_id=actor.official_id or 0, channel=alarms.SCREEN))
    _mark(screens, alarms.DELIVERED, now=now, detail="screen")
    is_first = bool(_mark(screens, alarms.READ, now=now))
    if is_first or not command.is_renewed:
        alarm = card.alarm
        body, appeal = alarm.body.code, appeal_id_of(alarm)
        record_look("alarm", actor=actor, now=now, appeal_id=appeal, body_code=body, alarm=str(alarm.pk))
    return find_card(actor, command.alarm_id, today) if is_first else card


@act
def follow_link(command: FollowLink, *, actor: Actor, now: datetime) -> AlarmNotice:
    """The link of a letter was opened. Raises `AlarmNotFound`, also for who is not in office any more or is meant."""
    notice = find_linked(command.notice_id, command.token, now)
    today = date_in_bishkek(now)
    person = official_actor(notice.official_id, notice.official_name, today)
    if not alarms.may_see(person, facts_of(notice.alarm, today)):
        raise AlarmNotFound()
    if _mark([notice], alarms.READ, now=now, detail="link"):
        facts = journal_facts(notice.alarm) | {"to": notice.official_name, "by": notice.channel}
        body, appeal = notice.alarm.body.code, appeal_id_of(notice.alarm)
        record("open_alarm_link", actor=actor, now=now, appeal_id=appeal, body_code=body, facts=facts)
    return notice


def ask_fates(command: AskFates, *, actor: Actor, now: datetime) -> int:
    """How many short messages turned out delivered, read or lost. One gateway that is away stops nobody else's."""
    found = 0
    for notice in _on_their_way(now)[: command.at_most]:
        found += _ask_fate(notice, actor=actor, now=now)
    return found


@act
def _ask_fate(notice: AlarmNotice, *, actor: Actor, now: datetime) -> int:
    reference = notice.marks.get(what=alarms.HANDED_OVER).detail
    try:
        fate = reach.messenger(notice.channel).fate(reference)
    except (reach.ReachDeferred, reach.ReachRefused):
        return 0
    marks = {reach.DELIVERED: (alarms.DELIVERED,), reach.READ: (alarms.DELIVERED, alarms.READ)}
    return sum(_mark([notice], what, now=fate.at or now) for what in marks.get(fate.state, ()))


def _on_their_way(now: datetime) -> list[AlarmNotice]:
    marks = AlarmMark.objects.filter(notice_id=OuterRef("pk"))
    sent = AlarmNotice.objects.filter(
        Exists(marks.filter(what=alarms.HANDED_OVER)),
        ~Exists(marks.filter(what=alarms.READ)),
        channel__in=(alarms.SMS, alarms.MESSENGER),
        wanted_at__gte=now - ASKED_FOR,
    )
    return list(sent.order_by("wanted_at", "id"))


def _mark(notices: list[AlarmNotice], what: str, *, now: datetime, detail: str = "") -> int:
    """How many are new."""
    have = set(AlarmMark.objects.filter(notice__in=notices, what=what).values_list("notice_id", flat=True))
    new = [AlarmMark(notice=n, what=what, at=now, detail=detail) for n in notices if n.pk not in have]
    AlarmMark.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)
