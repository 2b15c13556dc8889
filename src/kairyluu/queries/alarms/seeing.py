"""Alarms as this actor may see them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from kairyluu.data.alarms.models import Alarm, AlarmAnswer, AlarmMark, AlarmNotice
from kairyluu.data.alarms.sealing import words_of
from kairyluu.queries.alarms.about import about_of, appeal_of
from kairyluu.rules import policies
from kairyluu.rules.calls import alarms
from kairyluu.rules.calls.alarms import AlarmFacts
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused

WITH = ("urgent_class", "body", "line", "call__appeal", "appeal")
MOST = 100


class AlarmNotFound(Refused):
    """Absent and hidden look alike."""


@dataclass(frozen=True, kw_only=True)
class Ringing:
    """An alarm that waits for this person; `notice_id` is his screen's, not yet marked as delivered where
    `is_new`."""

    alarm: Alarm
    notice_id: UUID
    is_new: bool


@dataclass(frozen=True, kw_only=True)
class Told:
    """One person and what became of the messages to him: channel -> mark -> its first moment. `titles` of his post by
    language; `again_at`: when he was told again."""

    name: str
    titles: dict[str, str]
    step: int
    wanted_at: datetime
    ways: dict[str, dict[str, datetime]]
    acknowledged_at: datetime | None
    again_at: list[datetime] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class AlarmCard:
    """One alarm for a page. `first_handed_at`: when the first message left. `is_veiled`: call or appeal is
    confidential, and this reader is not among those who may see it: then there are no `words`."""

    alarm: Alarm
    words: str
    told: tuple[Told, ...]
    answers: tuple[AlarmAnswer, ...]
    first_handed_at: datetime | None
    may_acknowledge: bool
    may_close: bool
    is_veiled: bool = False

    @property
    def seconds_to_answer(self) -> int | None:
        """From raising to the first acknowledgement."""
        answered = self.alarm.acknowledged_at
        return None if answered is None else round((answered - self.alarm.raised_at).total_seconds())


def facts_of(alarm: Alarm, today: date) -> AlarmFacts:
    """`alarm` comes with `WITH`."""
    return AlarmFacts(
        body_id=alarm.body_id,
        body_path=alarm.body.path,
        about=about_of(alarm, today),
        told_ids=frozenset(notice.official_id for notice in alarm.notices.all()),
        raised_by_id=alarm.raised_by_id,
        is_acknowledged=alarm.acknowledged_at is not None,
        is_closed=alarm.closed_at is not None,
    )


def find_card(actor: Actor, alarm_id: UUID, today: date) -> AlarmCard:
    """Raises `AlarmNotFound`."""
    alarm = _whole().filter(pk=alarm_id).first()
    if alarm is None or not alarms.may_see(actor, facts_of(alarm, today)):
        raise AlarmNotFound()
    return card_of(alarm, actor, today)


def list_cards(actor: Actor, today: date, *, drills: bool, is_unanswered: bool = False) -> list[AlarmCard]:
    """The newest first: those of the actor's bodies and below, those he was told of or raised."""
    wanted = _whole().filter(_near(actor), is_drill=drills)
    if is_unanswered:
        wanted = wanted.filter(acknowledged_at__isnull=True)
    found = wanted.order_by("-raised_at", "-id")[:MOST]
    return [card_of(one, actor, today) for one in found if alarms.may_see(actor, facts_of(one, today))]


def list_of_call(actor: Actor, call_id: UUID, today: date) -> list[AlarmCard]:
    """What was raised in a call, for the operator who took it."""
    found = _whole().filter(call_id=call_id).order_by("raised_at", "id")
    return [card_of(one, actor, today) for one in found if alarms.may_see(actor, facts_of(one, today))]


def list_of_appeal(actor: Actor, appeal_id: UUID, today: date) -> list[AlarmCard]:
    """Raised on the appeal, or in the call it came by; one small query for the many that raised none."""
    of_it = Q(appeal_id=appeal_id) | Q(call__appeal_id=appeal_id)
    if not Alarm.objects.filter(of_it).exists():
        return []
    found = _whole().filter(of_it).order_by("raised_at", "id")
    return [card_of(one, actor, today) for one in found if alarms.may_see(actor, facts_of(one, today))]


def list_ringing(actor: Actor, today: date) -> list[Ringing]:
    """What waits for this person's answer, the oldest first; one small query while nothing rings: every page asks."""
    if actor.official_id is None or not actor.posts:
        return []
    screens = AlarmNotice.objects.filter(
        official_id=actor.official_id,
        channel=alarms.SCREEN,
        alarm__acknowledged_at__isnull=True,
        alarm__closed_at__isnull=True,
    )
    if not screens.exists():
        return []
    screens = screens.select_related("alarm", *(f"alarm__{name}" for name in WITH))
    mine = list(screens.prefetch_related("marks", "alarm__notices").order_by("wanted_at", "id")[:MOST])
    newest = {screen.alarm_id: screen for screen in mine}  # told again, it rings once, by the last message
    return [
        Ringing(
            alarm=screen.alarm,
            notice_id=screen.pk,
            is_new=all(mark.what != alarms.DELIVERED for mark in screen.marks.all()),
        )
        for screen in newest.values()
        if alarms.may_acknowledge(actor, facts_of(screen.alarm, today))
    ]


def card_of(alarm: Alarm, actor: Actor, today: date) -> AlarmCard:
    facts = facts_of(alarm, today)
    handed = [
        mark.at
        for notice in alarm.notices.all()
        for mark in notice.marks.all()
        if mark.what == alarms.HANDED_OVER and notice.channel != alarms.SCREEN
    ]
    mine = {answer.official_id for answer in alarm.answers.all() if answer.what == alarms.ACKNOWLEDGED}
    is_veiled = _is_veiled(alarm, actor)
    return AlarmCard(
        alarm=alarm,
        words="" if is_veiled else words_of(alarm),
        told=_told(alarm),
        answers=tuple(alarm.answers.all()),
        first_handed_at=min(handed, default=None),
        may_acknowledge=bool(alarms.may_acknowledge(actor, facts)) and actor.official_id not in mine,
        may_close=bool(alarms.may_close(actor, facts)),
        is_veiled=is_veiled,
    )


def _is_veiled(alarm: Alarm, actor: Actor) -> bool:
    appeal = appeal_of(alarm)
    if appeal is not None and appeal.is_confidential:
        return not policies.may_see(actor, appeal.facts())
    is_asked = alarm.call is not None and bool(alarm.call.fields.get("confidential"))
    is_sealed = (
        appeal is None and alarm.sealed_words is not None
    )  # asked for while it was raised, not saved yet
    return (is_asked or is_sealed) and actor.official_id != alarm.raised_by_id


def _told(alarm: Alarm) -> tuple[Told, ...]:
    answered = {a.official_id: a.at for a in alarm.answers.all() if a.what == alarms.ACKNOWLEDGED}
    people: dict[int, Told] = {}
    for notice in alarm.notices.all():
        person = people.setdefault(
            notice.official_id,
            Told(
                name=notice.official_name,
                titles=notice.official_titles or {"ky": notice.official_post},
                step=notice.step,
                wanted_at=notice.wanted_at,
                ways={},
                acknowledged_at=answered.get(notice.official_id),
            ),
        )
        if notice.round and notice.wanted_at not in person.again_at:
            person.again_at.append(notice.wanted_at)
        marks = {mark.what: mark.at for mark in notice.marks.all()}
        person.ways[notice.channel] = marks | person.ways.get(notice.channel, {})
    return tuple(people.values())


def _near(actor: Actor) -> Q:
    """Wide enough: what may really be seen is asked of the rule."""
    mine = actor.official_id or 0
    near = Q(raised_by_id=mine) | Q(pk__in=AlarmNotice.objects.filter(official_id=mine).values("alarm_id"))
    if actor.has_role("execution_controller"):
        return Q()
    heads = [post.body_id for post in actor.posts if post.role in policies.HEADS]
    near |= Q(body_id__in=heads)
    for post in actor.posts:
        if post.role == "overseer":
            near |= Q(body__path__startswith=post.body_path)
    return near


def _whole() -> QuerySet[Alarm]:
    marks = Prefetch("marks", AlarmMark.objects.order_by("at", "id"))
    notices = AlarmNotice.objects.order_by("wanted_at", "step", "id").prefetch_related(marks)
    answers = AlarmAnswer.objects.order_by("at", "id")
    return Alarm.objects.select_related(*WITH).prefetch_related(
        Prefetch("notices", notices), Prefetch("answers", answers)
    )
