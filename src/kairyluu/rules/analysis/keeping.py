"""An analyst changes words, never numbers: what is written anew must hold the same figures as what was counted. And who
may do what with an analysis (clauses 2, 3, 6 and 9 of Resolution No. 463)."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from kairyluu.rules.facts import SYSTEM, Actor
from kairyluu.rules.refusals import ALLOWED, Refused, Verdict

DRAFT, APPROVED, PUBLISHED = "draft", "approved", "published"
STATES = (DRAFT, APPROVED, PUBLISHED)
OWN_PREPARERS, OWN_APPROVERS = ("registrar", "controller"), ("head", "deputy", "controller")
COUNTRY = ("portal_owner", "execution_controller")
# A figure with its groups and its decimals: 1 234 567,8.
_FIGURE = re.compile(r"\d+(?:[\u00a0\u202f ]\d{3}(?!\d))*(?:[.,]\d+)?")
_SPACES = re.compile(r"[\u00a0\u202f ]")


class NumbersChanged(Refused):
    """Figures are counted, not written; facts: missing and added, as they were written."""


@dataclass(frozen=True)
class AnalysisFacts:
    """`body_id` None: of the whole country. `prepared_by` are the row ids of the officials who wrote in it."""

    state: str
    body_id: int | None
    body_path: str = ""
    prepared_by: frozenset[int] = frozenset()


def figures_in(text: str) -> Counter[str]:
    return Counter(_SPACES.sub("", found).replace(",", ".") for found in _FIGURE.findall(text))


def demand_same_figures(counted: str, written: str) -> None:
    """Raises `NumbersChanged`."""
    before, after = figures_in(counted), figures_in(written)
    if before != after:
        raise NumbersChanged({"missing": sorted(before - after), "added": sorted(after - before)})


def may_read(actor: Actor, analysis: AnalysisFacts) -> Verdict:
    """The body's own people who keep account of appeals, and who stands above; what is published everybody reads."""
    if analysis.state == PUBLISHED or actor.has_role(*COUNTRY):
        return ALLOWED
    if analysis.body_id is None:
        return Verdict("not_your_role")
    is_own = actor.has_role(*OWN_PREPARERS, *OWN_APPROVERS, body_id=analysis.body_id)
    is_above = any(p.role == "overseer" and analysis.body_path.startswith(p.body_path) for p in actor.posts)
    return ALLOWED if is_own or is_above else Verdict("not_your_body")


def may_prepare(actor: Actor, body_id: int | None) -> Verdict:
    """Counting a draft: the registrar and the controller for their body, the two of the portal for the country; and the
    system itself on the first working day."""
    if actor.kind == SYSTEM:
        return ALLOWED
    roles, where = (COUNTRY, None) if body_id is None else (OWN_PREPARERS, body_id)
    return ALLOWED if actor.has_role(*roles, body_id=where) else Verdict("not_your_role")


def may_edit(actor: Actor, analysis: AnalysisFacts) -> Verdict:
    return may_prepare(actor, analysis.body_id) and _in(DRAFT, analysis)


def may_approve(actor: Actor, analysis: AnalysisFacts) -> Verdict:
    """Somebody else than who wrote it: four eyes."""
    roles, where = (COUNTRY, None) if analysis.body_id is None else (OWN_APPROVERS, analysis.body_id)
    if not actor.has_role(*roles, body_id=where):
        return Verdict("not_your_role")
    if actor.official_id is None or actor.official_id in analysis.prepared_by:
        return Verdict("not_your_task")
    return _in(DRAFT, analysis)


def may_publish(actor: Actor, analysis: AnalysisFacts) -> Verdict:
    """Whoever prepares or approves here: what is published was approved by two."""
    roles, where = (
        (COUNTRY, None) if analysis.body_id is None else (OWN_APPROVERS + OWN_PREPARERS, analysis.body_id)
    )
    if not actor.has_role(*roles, body_id=where):
        return Verdict("not_your_role")
    return _in(APPROVED, analysis)


def _in(state: str, analysis: AnalysisFacts) -> Verdict:
    return ALLOWED if analysis.state == state else Verdict("not_possible_now")
