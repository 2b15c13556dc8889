"""One message about an alarm goes to its gateway. At least once, under one key: the mark is made after the gateway took
it, and whoever is second finds the row locked or marked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings

from kairyluu.data.alarms.models import AlarmMark, AlarmNotice
from kairyluu.data.journal.recording import record
from kairyluu.gateways import mail, reach
from kairyluu.notices.letter import render
from kairyluu.queries.alarms.letters import message_facts
from kairyluu.rules.calls import alarms
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act
from kairyluu.usecases.alarms.opening import appeal_id_of, journal_facts

DONE = (alarms.HANDED_OVER, alarms.REFUSED)


@dataclass(frozen=True, kw_only=True)
class HandOver:
    notice_id: UUID


class TryAgain(Exception):
    """The gateway did not take it now; the worker comes back."""


def hand_over(command: HandOver, *, actor: Actor, now: datetime) -> str:
    """The mark that was made, empty where nothing was to be done; raises `TryAgain` while another try may help."""
    mark = _hand_over(command, actor=actor, now=now)
    if mark == alarms.DEFERRED:
        raise TryAgain
    return mark


@act
def _hand_over(command: HandOver, *, actor: Actor, now: datetime) -> str:
    notice = (
        AlarmNotice.objects.select_for_update(of=("self",), skip_locked=True)
        .select_related("alarm__urgent_class", "alarm__body", "alarm__line", "alarm__call")
        .filter(pk=command.notice_id)
        .first()
    )
    if notice is None or notice.alarm.closed_at or notice.marks.filter(what__in=DONE).exists():
        return ""
    what, detail = _send(notice)
    AlarmMark.objects.create(notice=notice, what=what, at=now, detail=detail)
    if what in DONE:
        _record(notice, what, actor=actor, now=now)
    return what


def _send(notice: AlarmNotice) -> tuple[str, str]:
    """The mark and its detail."""
    facts = message_facts(notice, settings.BASE_URL)
    try:
        if notice.channel == alarms.EMAIL:
            return alarms.HANDED_OVER, _send_letter(notice, facts)
        text = render("alarm_short", notice.language, facts).text.strip()
        receipt = reach.messenger(notice.channel).send(notice.address, text, str(notice.pk))
        return alarms.HANDED_OVER, receipt.reference
    except (mail.MailDeferred, reach.ReachDeferred) as later:
        return alarms.DEFERRED, str(later)
    except (mail.MailRefused, reach.ReachRefused) as refused:
        return alarms.REFUSED, str(refused)


def _send_letter(notice: AlarmNotice, facts: dict[str, str]) -> str:
    written = render("alarm_raised", notice.language, facts)
    letter = mail.MailLetter(
        to=notice.address, subject=written.subject, text=written.text, message_id=f"{notice.pk}@kairyluu"
    )
    return mail.send_letter(letter).reference


def _record(notice: AlarmNotice, what: str, *, actor: Actor, now: datetime) -> None:
    alarm = notice.alarm
    facts = journal_facts(alarm) | {"to": notice.official_name, "by": notice.channel, "fate": what}
    record(
        "tell_alarm",
        actor=actor,
        now=now,
        appeal_id=appeal_id_of(alarm),
        body_code=alarm.body.code,
        facts=facts,
    )
