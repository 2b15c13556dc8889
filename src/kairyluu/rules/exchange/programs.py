"""What a program of a body may be given to do. Law No. 67, Article 6-1, and Resolution No. 463, clauses 3 and 4: a person
refuses, returns, signs and sends; a program carries over what its official has done elsewhere.
"""

from __future__ import annotations

from datetime import date, timedelta

from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import ALLOWED, Verdict

READ, REGISTER, RESOLVE, DRAFT = "cases.read", "cases.register", "cases.resolve", "cases.draft"
SEND, WEBHOOKS = "appeals.send", "webhooks"
SCOPES = (READ, REGISTER, RESOLVE, DRAFT, SEND, WEBHOOKS)
LONGEST = timedelta(days=366)


def may_open_program(actor: Actor) -> Verdict:
    """Joining machines is the technical operator's (clause 2); he never sees the secret, nor a letter."""
    return ALLOWED if actor.has_role("technical_operator") else Verdict("not_your_role")


def may_take_secret(actor: Actor, official_id: int) -> Verdict:
    """Only the official in whose name it will act: taking it is his consent."""
    return ALLOWED if actor.official_id == official_id else Verdict("not_your_task")


def may_end_program(actor: Actor, official_id: int, body_id: int) -> Verdict:
    """Whoever may be harmed by it, and at once."""
    is_above = actor.has_role("head", "deputy", "body_admin", body_id=body_id)
    is_his = actor.official_id == official_id
    return ALLOWED if is_his or is_above or may_open_program(actor) else Verdict("not_your_role")


def is_lasting_too_long(ends_on: date, today: date) -> bool:
    return not today <= ends_on <= today + LONGEST
