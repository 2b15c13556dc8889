"""Nobody acknowledged in time, or nobody answered: who referred it and the heads are reminded, again and again, but
never whom it is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from kairyluu.data.journal.recording import record
from kairyluu.data.people.models import Account
from kairyluu.data.referrals.models import Referral, ReferralMark
from kairyluu.notices import outbox
from kairyluu.queries.actors import actor_of
from kairyluu.queries.directory import directory
from kairyluu.queries.referrals.receivers import terms_now
from kairyluu.queries.referrals.seeing import WITH, appeal_of, facts_of, standing_of
from kairyluu.rules.calls import referrals
from kairyluu.rules.facts import Actor
from kairyluu.rules.workdays import BISHKEK, date_in_bishkek
from kairyluu.usecases.act import act

PORTION = 100
ONCE_A_DAY = timedelta(days=1)  # for an answer that is late: the receiver has it


@dataclass(frozen=True, kw_only=True)
class RemindOfReferrals:
    """Those whose moment has come."""


@dataclass(frozen=True, kw_only=True)
class RemindOfReferral:
    referral_id: UUID


def remind_of_referrals(command: RemindOfReferrals, *, actor: Actor, now: datetime) -> int:
    """How many were reminded of; each is a transaction of its own."""
    due = Referral.objects.filter(next_reminder_at__lte=now).order_by("next_reminder_at", "id")
    found = list(due.values_list("pk", flat=True)[:PORTION])
    return sum(remind_of_referral(RemindOfReferral(referral_id=pk), actor=actor, now=now) for pk in found)


@act
def remind_of_referral(command: RemindOfReferral, *, actor: Actor, now: datetime) -> bool:
    """Whether it was still due; begun twice, it reminds once."""
    rows = Referral.objects.select_for_update(of=("self",), skip_locked=True).select_related(*WITH)
    referral = rows.filter(pk=command.referral_id, next_reminder_at__lte=now).first()
    if referral is None:
        return False
    told = _tell(referral, date_in_bishkek(now), now)
    is_waiting = referral.state == referrals.SENT
    referral.next_reminder_at = referrals.next_reminder(now, terms_now()) if is_waiting else now + ONCE_A_DAY
    referral.save(update_fields=["next_reminder_at"])
    ReferralMark.objects.create(referral=referral, what=referrals.REMINDED, at=now, words="; ".join(told))
    appeal = appeal_of(referral)
    record(
        "remind_of_referral",
        actor=actor,
        now=now,
        appeal_id=appeal.pk if appeal else None,
        body_code=referral.body.code,
        facts={"referral": str(referral.pk), "number": referral.number, "told": told},
    )
    return True


def _tell(referral: Referral, today: date, now: datetime) -> list[str]:
    """Who referred it, the heads of the body, and in their absence the registrar; those who may see it."""
    facts = facts_of(referral, today)
    heads = [t.official_id for t in directory().holders_in(referral.body_id, today, "head", "registrar")]
    wanted = dict.fromkeys([referral.sent_by_id, *heads])
    accounts = {a.official_id: a for a in Account.objects.filter(official_id__in=wanted, is_active=True)}
    told = []
    for account in (accounts[pk] for pk in wanted if pk in accounts):
        if not referrals.may_see(actor_of(account, today), facts):
            continue
        key = uuid5(referral.pk, f"{account.official_id} {now.isoformat()}")
        outbox.put_for_official(
            "referral_waiting",
            notice_id=key,
            address=account.email,
            language=account.language,
            now=now,
            facts=_facts(referral, account.language, now),
        )
        told.append(account.full_name)
    return told


def _facts(referral: Referral, language: str, now: datetime) -> dict[str, str]:
    """Without a word of what was told: letters are read over shoulders."""
    due = referral.acknowledge_by if referral.state == referrals.SENT else referral.answer_by
    return {
        "referral_number": referral.number,
        "body": referral.body.name(language),
        "receiver": referral.receiver.name(language),
        "standing": standing_of(referral, now),
        "sent": referral.sent_at.astimezone(BISHKEK).strftime("%d.%m.%Y %H:%M"),
        "due": due.astimezone(BISHKEK).strftime("%d.%m.%Y %H:%M"),
        "referral_id": str(referral.pk),
    }
