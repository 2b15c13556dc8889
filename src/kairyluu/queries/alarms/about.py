"""Whom an alarm is about, from everything known at this moment: what was typed into the call, chosen in the appeal, or
stands in the words of an alarm about employees. In doubt a person is left out: the superior body is told instead."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kairyluu.data.agencies.models import Body
from kairyluu.data.alarms.models import Alarm
from kairyluu.data.appeals.models import Appeal
from kairyluu.data.calls.models import Call
from kairyluu.queries.conflicts.suspects import find_suspects
from kairyluu.queries.directory import directory
from kairyluu.rules.calls import outcomes
from kairyluu.rules.calls.alarms import About

# A crime or misdemeanour of an employee (III.8, H48), and any unlawful act (III.9): its words may name one of the chain.
READS_WORDS = ("C", "crime_report")


def about_fields(fields: Mapping[str, str], body: Body, today: date) -> About:
    """From the form of a call, half filled as it may be."""
    concern = fields.get("concern", "")
    chosen = fields.get(f"about_{concern}", "").strip()
    if concern == outcomes.OFFICIAL and chosen:
        return About(official_ids=_officials(chosen))
    if concern == outcomes.BODY and chosen in directory().bodies:
        return About(body_ids=frozenset([directory().bodies[chosen].pk]))
    if concern == outcomes.WORDS and chosen:
        return about_words(chosen, body, today)
    return About()


def about_words(words: str, body: Body, today: date) -> About:
    """Everybody whom the words may mean."""
    return (
        About(official_ids=frozenset(find_suspects(words, body, None, today))) if words.strip() else About()
    )


def about_appeal(appeal: Appeal) -> About:
    """Named, stepped aside, or perhaps meant by words that nobody has decided about."""
    facts = appeal.facts()
    doubtful = {pk for target in appeal.targets.all() if target.is_doubtful for pk in target.suspect_ids}
    people = facts.complained_official_ids | facts.recused_official_ids | doubtful
    return About(official_ids=frozenset(people), body_ids=facts.complained_body_ids)


def about_of(alarm: Alarm, today: date) -> About:
    """When it was raised and what was learned since. `alarm` comes with call, its appeal, and body."""
    found = About(official_ids=frozenset(alarm.kept_from), body_ids=frozenset(alarm.kept_bodies))
    if alarm.call is not None:
        found = joined(found, about_fields(alarm.call.fields, alarm.body, today), _ended(alarm.call))
    appeal = appeal_of(alarm)
    return joined(found, about_appeal(appeal)) if appeal is not None else found


def appeal_of(alarm: Alarm) -> Appeal | None:
    """The appeal it was raised on, or the one its call became."""
    if alarm.appeal is not None:
        return alarm.appeal
    return alarm.call.appeal if alarm.call is not None else None


def joined(*parts: About) -> About:
    return About(
        official_ids=frozenset().union(*(part.official_ids for part in parts)),
        body_ids=frozenset().union(*(part.body_ids for part in parts)),
    )


def _ended(call: Call) -> About:
    return About(
        official_ids=frozenset([call.official_id] if call.official_id else []),
        body_ids=frozenset([call.named_body_id] if call.named_body_id else []),
    )


def _officials(code: str) -> frozenset[int]:
    return frozenset(t.official_id for t in directory().tenures if t.official.code == code)
