"""Referrals as this actor may see them: never those that are about him or his body."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import Appeal
from kairyluu.data.referrals.models import Referral, ReferralMark
from kairyluu.queries.alarms.about import about_appeal, about_fields, joined
from kairyluu.queries.directory import directory
from kairyluu.rules.calls import referrals
from kairyluu.rules.calls.alarms import About
from kairyluu.rules.calls.referrals import ReferralFacts
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused

WITH = ("body", "receiver", "call__line__body", "call__appeal", "appeal")
MOST = 200


class ReferralNotFound(Refused):
    """Absent and hidden look alike."""


@dataclass(frozen=True, kw_only=True)
class ReferralCard:
    """`standing`: waiting, late (not acknowledged in time), acknowledged, unanswered (answer overdue), answered."""

    referral: Referral
    standing: str
    may_follow: bool

    @property
    def marks(self) -> list[ReferralMark]:
        return list(self.referral.marks.all())


def about_of(referral: Referral, today: date) -> About:
    """When it was told and what was learned since. `referral` comes with `WITH`."""
    found = About(official_ids=frozenset(referral.kept_from), body_ids=frozenset(referral.kept_bodies))
    call, appeal = referral.call, appeal_of(referral)
    if call is not None:
        found = joined(found, about_fields(call.fields, referral.body, today))
        named = About(
            official_ids=frozenset([call.official_id] if call.official_id else []),
            body_ids=frozenset([call.named_body_id] if call.named_body_id else []),
        )
        found = joined(found, named)
    return joined(found, about_appeal(appeal)) if appeal is not None else found


def appeal_of(referral: Referral) -> Appeal | None:
    """The appeal it was referred from, or the one its call became."""
    if referral.appeal is not None:
        return referral.appeal
    return referral.call.appeal if referral.call is not None else None


def facts_of(referral: Referral, today: date) -> ReferralFacts:
    return ReferralFacts(
        body_id=referral.body_id,
        body_path=referral.body.path,
        sent_by_id=referral.sent_by_id,
        about=about_of(referral, today),
        confidant_ids=_confidants(referral),
    )


def _confidants(referral: Referral) -> frozenset[int] | None:
    """Those named for a confidential appeal; of a call whose caller asked for it, nobody yet."""
    appeal = appeal_of(referral)
    if appeal is not None and appeal.is_confidential:
        return appeal.facts().confidant_ids
    is_asked = appeal is None and referral.call is not None and referral.call.fields.get("confidential")
    return frozenset() if is_asked else None


def bodies_of(actor: Actor) -> list[Body]:
    """Where the actor may refer or read referrals, his own first; one opens a body by its code."""
    known = directory().bodies
    own = [post.body_code for post in actor.posts if post.role in referrals.READERS]
    codes = dict.fromkeys(own)
    return [known[code] for code in codes if code in known]


def list_cards(actor: Actor, *, now: datetime, today: date) -> list[ReferralCard]:
    """The newest first; what waits longest is marked, not moved."""
    wanted = _whole().filter(_near(actor)).order_by("-sent_at", "-id")[:MOST]
    return _seen(wanted, actor, now=now, today=today)


def list_of_appeal(actor: Actor, appeal_id: UUID, *, now: datetime, today: date) -> list[ReferralCard]:
    """Referred from the appeal, or from the call it came by; one small query for the many that never were."""
    of_it = Q(appeal_id=appeal_id) | Q(call__appeal_id=appeal_id)
    if not Referral.objects.filter(of_it).exists():
        return []
    return _seen(_whole().filter(of_it).order_by("sent_at", "id"), actor, now=now, today=today)


def list_of_call(actor: Actor, call_id: UUID, *, now: datetime, today: date) -> list[ReferralCard]:
    wanted = _whole().filter(call_id=call_id).order_by("sent_at", "id")
    return _seen(wanted, actor, now=now, today=today)


def find_card(actor: Actor, referral_id: UUID, *, now: datetime, today: date) -> ReferralCard:
    """Raises `ReferralNotFound`."""
    cards = _seen(_whole().filter(pk=referral_id), actor, now=now, today=today)
    if not cards:
        raise ReferralNotFound()
    return cards[0]


def count_waiting(actor: Actor, *, now: datetime, today: date) -> int:
    """Not acknowledged in time, of those the actor may see; one small query while there are none: every page asks."""
    is_late = Q(state=referrals.SENT, acknowledge_by__lt=now) & _near(actor)
    if not Referral.objects.filter(is_late).exists():
        return 0
    return len(_seen(_whole().filter(is_late)[:MOST], actor, now=now, today=today))


def standing_of(referral: Referral, now: datetime) -> str:
    if referral.state == referrals.SENT:
        return "late" if referral.acknowledge_by < now else "waiting"
    if referral.state == referrals.ACKNOWLEDGED:
        return "unanswered" if referral.answer_by < now else "acknowledged"
    return "answered"


def _seen(wanted: QuerySet[Referral], actor: Actor, *, now: datetime, today: date) -> list[ReferralCard]:
    found = []
    for one in wanted:
        facts = facts_of(one, today)
        if referrals.may_see(actor, facts):
            may_follow = bool(referrals.may_follow(actor, facts))
            found.append(ReferralCard(referral=one, standing=standing_of(one, now), may_follow=may_follow))
    return found


def _near(actor: Actor) -> Q:
    """Wide enough: what may really be seen is asked of the rule."""
    if actor.has_role("execution_controller"):
        return Q()
    near = Q(sent_by_id=actor.official_id or 0)
    near |= Q(body_id__in=[post.body_id for post in actor.posts if post.role in referrals.READERS])
    for post in actor.posts:
        if post.role == "overseer":
            near |= Q(body__path__startswith=post.body_path)
    return near


def _whole() -> QuerySet[Referral]:
    marks = Prefetch("marks", ReferralMark.objects.order_by("at", "id"))
    return Referral.objects.select_related(*WITH).prefetch_related(marks)
