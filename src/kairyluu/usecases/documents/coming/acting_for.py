"""In whose name a document system acts here: an official of the body, with his working posts of today and nothing he sees
from above (as programs do, decision record 0021)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kairyluu.data.exchange.models import DocumentSystem
from kairyluu.queries.actors import official_actor
from kairyluu.queries.sight import WORKERS
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused


class NobodyNamed(Refused):
    """The body has not said in whose name; or who was named holds no post there any more."""


def acting_for(system: DocumentSystem, what: str, today: date) -> Actor:
    """`what` is enters, resolves or drafts. Raises `NobodyNamed`."""
    official = getattr(system, f"{what}_as")
    if official is None:
        raise NobodyNamed()
    actor = official_actor(official.pk, official.full_name, today)
    posts = tuple(post for post in actor.posts if post.body_id == system.body_id and post.role in WORKERS)
    if not posts:
        raise NobodyNamed()
    return replace(actor, posts=posts)
