"""Who may not handle a complaint: whoever it names, whoever belongs to a body it names, and whoever stepped aside.

The ban on handing a complaint to the person complained about (Law No. 67; the wording was not read, see domain 2.3);
Regulation of the trust telephone III.3, derived safeguard H26.
"""

from __future__ import annotations

from kairyluu.rules.facts import STAFF, Actor, AppealFacts, PostHeld

COMPLAINED_ABOUT, RECUSED, CONFIDENTIAL = "complained_about", "recused", "confidential"


def kept_away(actor: Actor, appeal: AppealFacts) -> str:
    """Why the actor neither sees nor handles the appeal: complained_about, recused, confidential, or
    empty."""
    if is_complained_about(actor, appeal):
        return COMPLAINED_ABOUT
    if actor.official_id is not None and actor.official_id in appeal.recused_official_ids:
        return RECUSED
    if (
        appeal.confidant_ids is not None
        and actor.kind == STAFF
        and actor.official_id not in appeal.confidant_ids
    ):
        return CONFIDENTIAL
    return ""


def is_complained_about(actor: Actor, appeal: AppealFacts) -> bool:
    """Whether the actor is a person the appeal complains about, or holds any post in a body it complains about."""
    if actor.official_id is None:
        return False
    if actor.official_id in appeal.complained_official_ids:
        return True
    return any(_is_of_named_body(post, appeal) for post in actor.posts)


def because_named(actor: Actor, appeal: AppealFacts) -> str:
    """complained_about where the appeal names this very person, else empty."""
    return COMPLAINED_ABOUT if actor.official_id in appeal.complained_official_ids else ""


def may_be_given_to(official_id: int, appeal: AppealFacts) -> bool:
    """Whether an official may be named executor, asked or told. Executors are of the body that holds the appeal."""
    return official_id not in appeal.complained_official_ids | appeal.recused_official_ids


def may_be_told(official_id: int, appeal: AppealFacts) -> bool:
    """Whether a letter or a screen may tell an official of the appeal at all."""
    is_named = appeal.confidant_ids is None or official_id in appeal.confidant_ids
    return is_named and may_be_given_to(official_id, appeal)


def names_anybody(appeal: AppealFacts) -> bool:
    """Whether somebody of the body may be kept away: then a head or deputy registers where the registrar cannot."""
    is_closed = appeal.confidant_ids is not None
    return is_closed or bool(appeal.complained_official_ids or appeal.recused_official_ids)


def is_last_resort(body_id: int, appeal: AppealFacts) -> bool:
    """Nobody stands above the top body: its own people consider a complaint about it, without those named."""
    return body_id == appeal.body_id and appeal.body_path.count("/") == 1


def _is_of_named_body(post: PostHeld, appeal: AppealFacts) -> bool:
    return post.body_id in appeal.complained_body_ids and not is_last_resort(post.body_id, appeal)
