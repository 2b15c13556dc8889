"""The people of a body and those above it whom reminders reach; nobody learns of an appeal that he may not see."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import Appeal
from kairyluu.queries.actors import official_actor
from kairyluu.queries.directory import directory
from kairyluu.queries.steering.duties import Due
from kairyluu.rules import policies, states
from kairyluu.rules.facts import Actor, AppealFacts
from kairyluu.rules.steering import reminders
from kairyluu.rules.steering.reminders import Plan


class Company:
    """Looked up once for a body and a day."""

    def __init__(self, body: Body, today: date) -> None:
        self.today = today
        self.registrars = self._holders(body, "registrar")
        self.heads = self._holders(body, "head")
        self.deputies = self._holders(body, "deputy")
        self.overseers = self._above(body)
        self._actors: dict[int, Actor] = {}

    def told(self, due: Due, appeal: Appeal, plan: Plan) -> list[tuple[int, str]]:
        """Officials with the tier each is told in, every person once. A tier in which nobody may be told is taken by
        the next one."""
        facts = appeal.facts()
        reached: dict[int, str] = {}
        missing = False
        for tier in (reminders.EXECUTOR, reminders.HEAD, reminders.SUPERIOR):
            if tier not in reminders.tiers(plan, due.duty, due.left) and not missing:
                continue
            people = self._seeing(facts, self._of_tier(tier, due, facts))
            missing = not people
            for official_id in people:
                reached.setdefault(official_id, tier)
        return list(reached.items())

    def name(self, official_id: int) -> str:
        return self._actor(official_id).name

    def _of_tier(self, tier: str, due: Due, facts: AppealFacts) -> list[int]:
        if tier == reminders.SUPERIOR:
            return self.overseers
        if tier == reminders.HEAD:
            return self._seeing(facts, self.heads) or self.deputies
        return [due.official_id] if due.official_id else self._whose_turn(due, facts)

    def _whose_turn(self, due: Due, facts: AppealFacts) -> list[int]:
        """Whoever has to act; for a request or a promise the responsible executor, without one the registrar. That the
        applicant is silent both learn."""
        lead = [facts.lead_official_id] if facts.lead_official_id else []
        if due.duty == reminders.SILENCE:
            return lead + self.registrars
        turn = states.STATES[facts.state].turn
        if due.duty in reminders.BY_LAW and turn != "executor":
            return self.registrars if turn == "registrar" else self.heads
        return lead or self.registrars

    def _seeing(self, facts: AppealFacts, official_ids: Iterable[int]) -> list[int]:
        return [pk for pk in official_ids if policies.may_see(self._actor(pk), facts)]

    def _actor(self, official_id: int) -> Actor:
        if official_id not in self._actors:
            tenures = directory().tenures_of(official_id, self.today)
            name = tenures[0].official.full_name if tenures else ""
            self._actors[official_id] = official_actor(official_id, name, self.today)
        return self._actors[official_id]

    def _holders(self, body: Body, role: str) -> list[int]:
        return [t.official_id for t in directory().holders_in(body.pk, self.today, role)]

    def _above(self, body: Body) -> list[int]:
        """The overseers of the nearest body above that has any."""
        known, above = directory(), body.parent_id
        while above:
            found = self._holders(known.bodies_by_id[above], "overseer")
            if found:
                return found
            above = known.bodies_by_id[above].parent_id
        return []
