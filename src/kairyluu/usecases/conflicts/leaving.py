"""The appeal leaves the hands of an official, or of the body, because of a conflict of interest."""

from __future__ import annotations

from datetime import date, datetime

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import Appeal, Assignment
from kairyluu.data.journal.recording import record
from kairyluu.queries.directory import directory
from kairyluu.rules import conflicts, policies, states
from kairyluu.rules.facts import Actor
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.alike.release_members import release_members
from kairyluu.usecases.appeals.entering import enter_if_waiting
from kairyluu.usecases.appeals.opening import close
from kairyluu.usecases.hands.giving import facts_of_giving, give, tell_applicant

# Told to the applicant and to the body above, in the language of the reply.
WHY = {
    "ky": "Кайрылуу кимге карата жазылса, ошол адам же мекеме аны карабайт.",
    "ru": "Обращение не рассматривает тот, на кого оно написано.",
    "en": "An appeal is not considered by whom it is about.",
}
NOBODY_LEFT = {
    "ky": "Мекемеде бул кайрылууну карай турган жетекчи калган жок: кызыкчылыктардын кагылышуусу.",
    "ru": "В органе не осталось руководителя, который может рассмотреть обращение: конфликт интересов.",
    "en": "No head is left in the body who may consider the appeal: a conflict of interest.",
}


def end_share(appeal: Appeal, official_id: int) -> None:
    """Ends what the official has in hand; without its responsible executor the appeal is the head's again. Saves
    the share, not the appeal."""
    share = Assignment.objects.filter(appeal=appeal, executor_id=official_id, is_current=True)
    was_lead = share.filter(is_lead=True).exists()
    share.update(is_current=False)
    if was_lead and "give_back" in states.verbs_from(appeal.state):
        appeal.state = states.move(appeal.state, "give_back").target


def is_anybody_left(appeal: Appeal, today: date, *, but: int) -> bool:
    """Whether a head or deputy of the body other than `but` may still decide."""
    facts = appeal.facts()
    held = directory().holders_in(appeal.body_id, today, *policies.HEADS)
    return any(t.official_id != but and conflicts.may_be_given_to(t.official_id, facts) for t in held)


def move_up(appeal: Appeal, receiver: Body, why: dict[str, str], *, actor: Actor, now: datetime) -> Appeal:
    """Closes the appeal here and opens it at the body above; returns it as it waits there. The caller decides
    whether this body may still see its own leg (`is_withheld`)."""
    appeal.state = states.move(appeal.state, "move_up").target
    enter_if_waiting(appeal, now=now)
    close(appeal, outcome_code="forwarded", on=date_in_bishkek(now))
    appeal.closed_at = now
    appeal.save()
    reason = why.get(appeal.reply_language, why["ky"])
    successor, handover = give(appeal, receiver, {"kind": "conflict", "reason": reason}, actor=actor, now=now)
    record(
        "move_up",
        actor=actor,
        now=now,
        appeal_id=appeal.id,
        body_code=appeal.body.code,
        facts=facts_of_giving(appeal, successor, handover, date_in_bishkek(now)),
        reason=reason,
    )
    tell_applicant("appeal_forwarded", appeal, successor, reason, now)
    release_members(appeal, "move_up", actor=actor, now=now)
    return successor
