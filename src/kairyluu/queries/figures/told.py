"""What a question reads beside the sums: of the changed appeals what they say now and what was folded of them, and the appeals that are
apart. Each is written into the statement once, however often it is added or taken off: the database plans it once."""

from __future__ import annotations

from typing import Any

from kairyluu.data.figures.folding import PENDING
from kairyluu.data.figures.happenings import COLUMNS, Statement, happenings
from kairyluu.data.figures.sums import IS_CONFIDENTIAL
from kairyluu.queries.figures.needed import Need
from kairyluu.queries.figures.plans import PLACES, Plan
from kairyluu.rules.figures.catalogue import HAPPENINGS

_COLUMNS = "body_id, day, key, happening, value, is_confidential"


class Told:
    """Names of tables with `_COLUMNS`, of the happenings and days of one need; `key` is that of the column of the plan."""

    def __init__(self, need: Need) -> None:
        self._need = need
        self._named: dict[object, tuple[str, Statement]] = {}

    def fresh(self, plan: Plan) -> str:
        return self._name(("fresh", plan.column), lambda: self._live(plan, appeals=PENDING))

    def folded(self, plan: Plan) -> str:
        return self._name(("folded", plan.column), lambda: self._of_facts(plan))

    def which(self, plan: Plan, which: str) -> str:
        """The appeals for which a condition holds."""
        return self._name((which, plan.bodies, plan.column), lambda: self._live(plan, which=which))

    def statement(self) -> Statement:
        """What stands before the SELECT."""
        if not self._named:
            return "", []
        parts = ", ".join(
            f"{name} ({_COLUMNS}) AS MATERIALIZED ({text})" for name, (text, _) in self._named.values()
        )
        return f"WITH {parts} ", [value for _, (_, values) in self._named.values() for value in values]

    def _name(self, key: object, make: Any) -> str:
        if key not in self._named:
            self._named[key] = (f"told{len(self._named)}", make())
        return self._named[key][0]

    def _live(self, plan: Plan, *, appeals: str = "", which: str = "") -> Statement:
        columns = {plan.column: COLUMNS[plan.column]} if plan.column else {}
        text, values = happenings(
            self._need.happenings,
            {**columns, "is_confidential": "a.is_confidential"},
            between=(self._need.period.first, self._need.period.last),
            bodies=None if appeals else plan.bodies,
            appeals=appeals,
            which=which,
        )
        key = f"coalesce(h.{plan.column}, '')" if plan.column else "''"
        return (
            f"SELECT h.body_id, h.day, {key}, h.happening, h.value, h.is_confidential FROM ({text}) AS h",  # noqa: S608 - constants
            values,
        )

    def _of_facts(self, plan: Plan) -> Statement:
        key = f"coalesce(f.columns[{PLACES[plan.column]}], '')" if plan.column else "''"
        period = self._need.period
        return (
            f"SELECT f.body_id, u.day, {key}, u.happening, u.value, {IS_CONFIDENTIAL} FROM figures_fact AS f"  # noqa: S608 - constants
            " CROSS JOIN LATERAL unnest(f.happenings, f.days, f.values) AS u (happening, day, value)"
            f" WHERE f.appeal_id = ANY ({PENDING}) AND u.happening = ANY (%s) AND u.day BETWEEN %s AND %s",
            [numbers(self._need), period.first, period.last],
        )


def numbers(need: Need) -> list[int]:
    return sorted(HAPPENINGS[name] for name in need.happenings)
