"""Who answers a line and who reads its journal: regulation of the Alai line, III.1, III.2 and III.6 (the journal is kept
in the room of the telephone)."""

from __future__ import annotations

from kairyluu.rules import policies
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import ALLOWED, Verdict

OPERATOR = "hotline_operator"


def may_take_call(actor: Actor, body_id: int, post_ids: frozenset[int]) -> Verdict:
    """The operator's posts of the body, or only those the line names; stand-ins hold them too (III.1)."""
    answers = any(
        post.role == OPERATOR and post.body_id == body_id and (not post_ids or post.post_id in post_ids)
        for post in actor.posts
    )
    return ALLOWED if answers else Verdict("not_your_role")


def may_act_on_call(actor: Actor, operator_id: int, may_take: Verdict) -> Verdict:
    """A call is written by who took it: nobody else overwrites it."""
    return may_take if actor.official_id == operator_id else Verdict("not_your_task")


def may_read_journal(actor: Actor, body_id: int, body_path: str, may_take: Verdict) -> Verdict:
    """The line's post, the head and deputies it reports to (III.2), and who oversees the body."""
    is_superior = actor.has_role(*policies.HEADS, body_id=body_id) or policies.oversees(actor, body_path)
    return ALLOWED if may_take or is_superior else Verdict("not_your_role")


def may_read_day(actor: Actor, body_id: int) -> Verdict:
    """What is submitted to the head on the same day: III.2."""
    return ALLOWED if actor.has_role(*policies.HEADS, body_id=body_id) else Verdict("not_your_role")
