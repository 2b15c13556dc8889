"""Urgent calls: who is told, in which order, after how many minutes the next; who may raise, acknowledge and close.

Regulation of the Alai line, III.8 («токтоосуз», «тезинен») and III.9; H46–H50. It names the head (akim) and no minutes:
the steps are data, and the person complained about is in none of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kairyluu.rules import policies
from kairyluu.rules.calls.access import OPERATOR
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import ALLOWED, Verdict

HEAD, DEPUTY, DUTY, SUPERIOR = "head", "deputy", "duty", "superior"
WHO = (HEAD, DEPUTY, DUTY, SUPERIOR)
SCREEN, EMAIL, SMS, MESSENGER = "screen", "email", "sms", "messenger"
CHANNELS = (SMS, MESSENGER, EMAIL, SCREEN)
HANDED_OVER, REFUSED, DEFERRED, DELIVERED, READ = "handed_over", "refused", "deferred", "delivered", "read"
MARKS = (HANDED_OVER, REFUSED, DEFERRED, DELIVERED, READ)
ACKNOWLEDGED, CLOSED = "acknowledged", "closed"
DEFAULT_MINUTES = 15


@dataclass(frozen=True, kw_only=True)
class Rung:
    """One row of the chain: at this step these are told. `minutes` until the next step."""

    step: int
    who: str
    minutes: int = DEFAULT_MINUTES


@dataclass(frozen=True, kw_only=True)
class Place:
    """A body on the way up. `people`: head, deputy and duty of it, by `who`; superior: whom of it a body below turns
    to. Row ids of officials, in order."""

    body_id: int
    people: Mapping[str, tuple[int, ...]]
    head_ids: frozenset[int] = field(default_factory=frozenset)


@dataclass(frozen=True, kw_only=True)
class About:
    """Whom the alarm is about, as far as it is known: they are in no step."""

    official_ids: frozenset[int] = field(default_factory=frozenset)
    body_ids: frozenset[int] = field(default_factory=frozenset)

    def names(self, place: Place) -> bool:
        """Whether the body itself or its head is meant: then nobody of it is told."""
        return place.body_id in self.body_ids or bool(place.head_ids & self.official_ids)


@dataclass(frozen=True, kw_only=True)
class Step:
    people: tuple[int, ...]
    minutes: int


def chain_of(rungs: Sequence[Rung], places: Sequence[Place], about: About) -> tuple[Step, ...]:
    """The steps in order, the head first in his, each person once; a step in which nobody is left is no step. `places`
    begins with the body of the alarm and goes up to the top. After the last rung each body above is one more step: an
    alarm never ends because a list does."""
    own, above = places[0], [place for place in places[1:] if not about.names(place)]
    minutes = rungs[-1].minutes if rungs else DEFAULT_MINUTES
    wanted: list[tuple[list[int], int]] = []
    for number in sorted({rung.step for rung in rungs}):
        met = sorted((rung for rung in rungs if rung.step == number), key=lambda rung: WHO.index(rung.who))
        people: list[int] = []
        for rung in met:
            people += _superior(above) if rung.who == SUPERIOR else _own(own, rung.who, about)
        wanted.append((people, min(rung.minutes for rung in met)))
    while above:
        wanted.append((_superior(above), minutes))
    return _each_once(wanted, about)


def next_step(chain: Sequence[Step], told: frozenset[int]) -> Step | None:
    """The first step that somebody was not told in yet, with those people alone."""
    for step in chain:
        left = tuple(person for person in step.people if person not in told)
        if left:
            return Step(people=left, minutes=step.minutes)
    return None


def told_again(told: Sequence[int], about: About) -> tuple[int, ...]:
    """The chain has come to its end and nobody acknowledged: whom to tell once more, without whom it is about."""
    return tuple(person for person in told if person not in about.official_ids)


def may_raise(actor: Actor, body_id: int) -> Verdict:
    """The operator and whoever takes appeals in or answers for the body: III.8 asks nobody for permission."""
    allowed = actor.has_role(OPERATOR, "registrar", *policies.HEADS, body_id=body_id)
    return ALLOWED if allowed else Verdict("not_your_role")


@dataclass(frozen=True, kw_only=True)
class AlarmFacts:
    """`told_ids` were told in some step; `raised_by_id` raised it."""

    body_id: int
    body_path: str
    about: About
    told_ids: frozenset[int]
    raised_by_id: int
    is_acknowledged: bool = False
    is_closed: bool = False


def may_see(actor: Actor, alarm: AlarmFacts) -> Verdict:
    """Who was told, who raised it, the heads of the body, who oversees it; never whom it is about."""
    if (kept_away := _kept_away(actor, alarm)) is not None:  # a refusal is falsy
        return kept_away
    mine = actor.official_id
    works = any(post.body_id == alarm.body_id for post in actor.posts)
    is_his = works and (mine == alarm.raised_by_id or actor.has_role(*policies.HEADS, body_id=alarm.body_id))
    is_told = mine in alarm.told_ids and bool(actor.posts)
    seen = is_his or is_told or policies.oversees(actor, alarm.body_path)
    return ALLOWED if seen else Verdict("not_your_body")


def may_acknowledge(actor: Actor, alarm: AlarmFacts) -> Verdict:
    """Who was told, and the heads of the body; not the one who raised it for himself."""
    if (kept_away := _kept_away(actor, alarm)) is not None:  # a refusal is falsy
        return kept_away
    is_told = actor.official_id in alarm.told_ids and bool(actor.posts)
    if not is_told and not actor.has_role(*policies.HEADS, body_id=alarm.body_id):
        return Verdict("not_your_task")
    return Verdict("not_possible_now") if alarm.is_closed else ALLOWED


def may_close(actor: Actor, alarm: AlarmFacts) -> Verdict:
    """As acknowledging, and after somebody has."""
    verdict = may_acknowledge(actor, alarm)
    return verdict if not verdict or alarm.is_acknowledged else Verdict("not_possible_now")


def _kept_away(actor: Actor, alarm: AlarmFacts) -> Verdict | None:
    if actor.official_id is None:
        return Verdict("not_your_role")
    is_named = actor.official_id in alarm.about.official_ids
    if is_named or any(post.body_id in alarm.about.body_ids for post in actor.posts):
        return Verdict("complained_about")
    return None


def _own(place: Place, who: str, about: About) -> tuple[int, ...]:
    """Of a body that is meant itself, or through its head, the superior one is told instead: see `chain_of`."""
    return () if about.names(place) else tuple(place.people.get(who, ()))


def _superior(above: list[Place]) -> list[int]:
    """The people of the next body above that has any; it and those without are used up."""
    while above:
        people = above.pop(0).people.get(SUPERIOR, ())
        if people:
            return list(people)
    return []


def _each_once(wanted: list[tuple[list[int], int]], about: About) -> tuple[Step, ...]:
    met: set[int] = set(about.official_ids)
    steps = []
    for people, minutes in wanted:
        new = tuple(dict.fromkeys(person for person in people if person not in met))
        met.update(new)
        if new:
            steps.append(Step(people=new, minutes=minutes))
    return tuple(steps)
