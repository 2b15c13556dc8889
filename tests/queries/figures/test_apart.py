"""What an official is kept from is in none of his numbers: each is the recount of what he may know of, and agrees with what he may read."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kairyluu.data.agencies.models import Official
from kairyluu.data.appeals.confiding import name_confidants
from kairyluu.data.appeals.models import Appeal, ComplaintTarget, Confidence, Recusal
from kairyluu.data.figures.folding import fold
from kairyluu.queries.figures import SEALED, Apart, Asking, compare, count_figures, kept_from, list_behind
from kairyluu.queries.figures.behind import readable
from kairyluu.queries.figures.cells import count_quickly
from kairyluu.queries.figures.needed import needs
from kairyluu.queries.figures.rows import count_rows
from kairyluu.rules import conflicts
from kairyluu.rules.facts import Actor, AppealFacts
from kairyluu.rules.figures.catalogue import CATALOGUE, COUNT
from kairyluu.rules.figures.periods import Period
from tests.cast import NOW, Member, Town
from tests.factories.histories import Story, Writer, tell
from tests.queries.figures import recount

EVERY = tuple(CATALOGUE)
COUNTED = tuple(code for code, figure in CATALOGUE.items() if figure.unit == COUNT)
TODAY = date(2026, 3, 10)
READERS = ("akim", "registrar", "overseer", "execution_controller")
PERIODS = ("2025", "2025-05-17..2026-02-09")
SAYING = ("kind", "topic", "territory_applicant", "channel", "applicant_group")  # something of the appeal


@pytest.fixture
def stories(town: Town) -> list[Story]:
    """Half of them folded into sums; complaints about whoever it may be, withheld and confidential ones."""
    told = tell(seed=11, n=90, bodies=(town.body.code, town.foreign_body.code))
    Writer(town).write(told)
    fold(200)
    dice = random.Random(4)
    people = [getattr(town, name).official for name in (*READERS, "executor")]
    for story in told:
        if dice.random() < 0.4:
            _hide(dice, town, story, people)
    for story in told:
        if story.is_confidential:
            Confidence.objects.create(appeal_id=story.id, ground="өтүндү", marked_at=NOW)
            name_confidants(Appeal.objects.get(pk=story.id), [dice.choice(people).pk], now=NOW)
    return told


def _hide(dice: random.Random, town: Town, story: Story, people: list[Official]) -> None:
    why = dice.choice(("named", "meant", "body", "withheld", "stepped_aside"))
    target: dict[str, Any] = {"appeal_id": story.id, "description": "сөз"}
    if why == "named":
        ComplaintTarget.objects.create(**target, official=dice.choice(people), match_decided_at=NOW)
    elif why == "meant":
        ComplaintTarget.objects.create(**target, suspect_ids=[one.pk for one in dice.sample(people, 2)])
    elif why == "body":
        body = dice.choice((town.body, town.foreign_body, town.above))
        ComplaintTarget.objects.create(**target, body=body)
    elif why == "withheld":
        Appeal.objects.filter(pk=story.id).update(is_withheld=True)
    else:
        Recusal.objects.create(
            appeal_id=story.id, official=dice.choice(people), reason="тууган", declared_at=NOW
        )


class Reader:
    """What one official may know of, by the rules that judge a single appeal: `told` counts; of `veiled` he does not learn what they
    are about."""

    def __init__(self, member: Member, stories: list[Story]) -> None:
        self.actor: Actor = member.actor
        facts = {
            a.pk: a.facts()
            for a in Appeal.objects.select_related("body").prefetch_related("targets", "recusals")
        }
        self.told = [s for s in stories if self._may_count(facts[s.id])]
        self.veiled = {s.id for s in self.told if conflicts.kept_away(self.actor, facts[s.id])}

    def _may_count(self, facts: AppealFacts) -> bool:
        went_above = facts.is_withheld and any(p.body_id == facts.body_id for p in self.actor.posts)
        return not went_above and not conflicts.kept_away(self.actor, replace(facts, confidant_ids=None))

    def by_key(self, by: str) -> dict[str, list[Story]]:
        """Those veiled where nothing is given."""
        groups = recount.by_key([s for s in self.told if s.id not in self.veiled], by)
        if hidden := [s for s in self.told if s.id in self.veiled]:
            groups[""] = [*groups.get("", []), *hidden]
        return groups


@pytest.fixture(params=READERS)
def reader(request: pytest.FixtureRequest, town: Town, stories: list[Story]) -> Reader:
    return Reader(getattr(town, request.param), stories)


def seen(town: Town) -> frozenset[int]:
    """Only the bodies of the stories: what they handed over lies elsewhere."""
    return frozenset({town.body.pk, town.foreign_body.pk})


def test_each_number_is_the_recount_of_what_its_reader_may_know_of(
    town: Town, stories: list[Story], reader: Reader
) -> None:
    hidden = len(stories) - len(reader.told)
    assert hidden > 2
    assert reader.veiled
    apart = kept_from(reader.actor)
    for period in map(Period.of, PERIODS):
        counted = count_figures(Asking(period, EVERY, seen(town)), today=TODAY, apart=apart)
        assert counted.total == recount.values(reader.told, period, TODAY)
        for by in SAYING:
            lines = count_figures(Asking(period, EVERY, seen(town), by), today=TODAY, apart=apart).lines
            groups = reader.by_key(by)
            assert {line.key for line in lines} <= set(groups), "no line tells of a hidden appeal"
            for line in lines:
                assert line.values == recount.values(groups[line.key], period, TODAY), (by, line.key)


def test_behind_each_number_stand_as_many_appeals(town: Town, stories: list[Story], reader: Reader) -> None:
    """Those he may read, and what is said to be more: confidential ones, and those of bodies he only counts."""
    period, mine = Period.of(PERIODS[1]), readable(reader.actor)
    bodies = {town.body.code: town.body.pk, town.foreign_body.code: town.foreign_body.pk}
    unread = [s for s in reader.told if s.id in reader.veiled or bodies[s.body] not in mine]
    apart = kept_from(reader.actor)
    for by in (None, "kind", "topic", "body", "month"):
        asking = Asking(period, COUNTED, seen(town), by)
        counted = count_figures(asking, today=TODAY, apart=apart)
        lines = [(line.key, line.values) for line in counted.lines] if by else [(None, counted.total)]
        for key, values in lines[:4]:
            more = [s for s in unread if key is None or by == "month" or key == _key(reader, by or "", s)]
            span = recount.spans("month", period)[key] if by == "month" else period
            for code in COUNTED[::4]:
                behind = list_behind(asking, code, key, actor=reader.actor, today=TODAY).count()
                assert values[code] == behind + recount.values(more, span, TODAY)[code], (by, key, code)


def _key(reader: Reader, by: str, story: Story) -> str:
    return "" if story.id in reader.veiled and by != "body" else recount.KEYS[by](story)


def test_sums_and_appeals_say_the_same_of_each_reader(town: Town, stories: list[Story]) -> None:
    """Conditions and breakdowns, from the sums and from the appeals."""
    for n, name in enumerate(READERS):
        apart = kept_from(getattr(town, name).actor)
        for m, by in enumerate((None, "topic", "body", "month", "head")):
            where = ((), (("kind", "complaint"),), (("topic", ""),), (("kind", ""),))[(n + m) % 4]
            asking = Asking(Period.of("2025"), EVERY, None if (n + m) % 2 else seen(town), by, where)
            for need in needs(asking, TODAY):
                quick, slow = (Counter() for _ in range(2))
                for read, found in ((count_quickly, quick), (count_rows, slow)):
                    for key, happening, counted in read(need, asking, apart):
                        found.update({(key, happening, value): n for value, n in counted.items()})
                assert quick == slow, (name, by, where)


def test_a_body_whose_first_appeal_is_hidden_is_not_said_to_have_begun(town: Town) -> None:
    [story] = tell(seed=1, n=1, bodies=[town.body.code])
    Writer(town).write([story])
    ComplaintTarget.objects.create(appeal_id=story.id, official=town.akim.official)
    asking = Asking(Period.of("2025-01-01..2026-12-31"), ("received",), frozenset({town.body.pk}))

    assert compare(asking, today=TODAY).not_comparable
    assert not compare(asking, today=TODAY, apart=kept_from(town.akim.actor)).not_comparable
    assert not compare(asking, today=TODAY, apart=SEALED).not_comparable


def test_a_visitor_is_kept_from_nothing_that_is_counted(town: Town) -> None:
    assert kept_from(Actor()) == Apart()
