"""Taking under control: by the head, by a body above, by the Government Apparatus.

Resolution No. 463, clauses 4 (the head), 6 (the body above) and 9 (control of execution by the Apparatus). Lifted only
by the post that set it, whoever holds it then.
"""

from __future__ import annotations

from kairyluu.rules import conflicts
from kairyluu.rules.facts import Actor, AppealFacts, PostHeld
from kairyluu.rules.refusals import ALLOWED, Verdict

HEAD, SUPERIOR, APPARATUS = "head", "superior", "apparatus"
LEVELS = (HEAD, SUPERIOR, APPARATUS)
_ROLES = {"head": HEAD, "deputy": HEAD, "overseer": SUPERIOR, "execution_controller": APPARATUS}


def controlling_post(actor: Actor, appeal: AppealFacts) -> PostHeld | None:
    """The post in which the actor may control this appeal: one whose mark stands already before others, then the
    nearest to the body."""
    able = [post for post in actor.posts if _controls(post, appeal)]
    able.sort(key=lambda p: (p.post_id not in appeal.control_post_ids, LEVELS.index(_ROLES[p.role])))
    return able[0] if able else None


def control_verdict(actor: Actor, appeal: AppealFacts, *, with_own_mark: bool) -> Verdict:
    """Whether the actor may control at all, and has (or has not) a standing mark of his own."""
    post = controlling_post(actor, appeal)
    because = conflicts.kept_away(actor, appeal)
    if because or post is None:
        return Verdict(because if post else "not_your_role")
    if (post.post_id in appeal.control_post_ids) != with_own_mark:
        return Verdict("not_under_your_control" if with_own_mark else "under_your_control")
    return ALLOWED


def level_of(post: PostHeld) -> str:
    """The level at which a controlling post controls."""
    return _ROLES[post.role]


def _controls(post: PostHeld, appeal: AppealFacts) -> bool:
    level = _ROLES.get(post.role)
    if level == HEAD:
        return post.body_id == appeal.body_id
    if level == SUPERIOR:
        return appeal.body_path.startswith(post.body_path)
    return level == APPARATUS
