"""The post in which somebody controls an appeal, and his standing mark."""

from __future__ import annotations

from kairyluu.data.appeals.models import Appeal, ControlMark
from kairyluu.rules.facts import Actor, PostHeld
from kairyluu.rules.steering.control import controlling_post
from kairyluu.usecases.appeals.opening import AppealNotFound


def controlling(actor: Actor, appeal: Appeal) -> PostHeld:
    """The policy has already made sure of it."""
    post = controlling_post(actor, appeal.facts())
    if post is None:
        raise AppealNotFound()
    return post


def own_mark(actor: Actor, appeal: Appeal) -> ControlMark:
    """The standing mark of the post in which the actor controls."""
    post = controlling(actor, appeal)
    return ControlMark.objects.get(appeal=appeal, post_id=post.post_id, lifted_at__isnull=True)
