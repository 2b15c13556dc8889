"""What an official may see of one body's appeals: decided here, where they are fetched, and nowhere else.

Roles: Resolution No. 463, clauses 3, 4, 6 and 9. A complaint is never shown to the person it is about.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import Appeal, Assignment
from kairyluu.data.people.models import Account
from kairyluu.queries.directory import directory
from kairyluu.rules import conflicts, policies
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused

WORKERS = (*policies.READERS, "executor")


class NotYourBody(Refused):
    """No such body for this actor: absent and closed to him look alike."""


@dataclass(frozen=True, kw_only=True)
class Sight:
    """`sees_all` of the body's appeals, or only those assigned to the actor; `works_here` when he holds a working
    post in the body itself, else he only reads from above."""

    actor: Actor
    body: Body
    sees_all: bool
    works_here: bool

    def has_role(self, *roles: str) -> bool:
        return self.actor.has_role(*roles, body_id=self.body.pk)


def find_sight(actor: Actor, body_code: str) -> Sight:
    """Raises `NotYourBody`."""
    known = directory()
    body = known.ever.get(body_code)
    if body is None:
        raise NotYourBody()
    works_here = body_code in known.bodies and actor.has_role(*WORKERS, body_id=body.pk)
    oversees = policies.oversees(actor, body.path)
    if not (works_here or oversees):
        raise NotYourBody()
    sees_all = oversees or actor.has_role(*policies.READERS, body_id=body.pk)
    return Sight(actor=actor, body=body, sees_all=sees_all, works_here=works_here)


def list_workplaces(actor: Actor) -> list[Body]:
    """Bodies in which the actor holds a working post, in the order of the posts."""
    known = directory().bodies
    codes = dict.fromkeys(post.body_code for post in actor.posts if post.role in WORKERS)
    return [known[code] for code in codes if code in known]


def list_overseen(actor: Actor) -> list[Body]:
    """Bodies that the actor reads from above, closed ones too, by path: a body comes before those below it."""
    bodies = directory().bodies_by_id.values()
    return sorted((b for b in bodies if policies.oversees(actor, b.path)), key=lambda body: body.path)


def visible(sight: Sight) -> QuerySet[Appeal]:
    """The appeals of the body that this actor may see, in no order."""
    seen = unaccused(sight.actor).filter(body=sight.body)
    if sight.sees_all:
        return seen
    mine = Assignment.objects.filter(executor_id=sight.actor.official_id, is_current=True)
    return seen.filter(pk__in=mine.values("appeal_id"))


def unaccused(actor: Actor) -> QuerySet[Appeal]:
    """All appeals but those the actor is kept away from: they complain about him or a body he belongs to, they went
    above from his body because of whom they are about, he declared a conflict, or they are confidential and he is not
    named. Whatever shows or counts appeals to an official begins here; `rules.conflicts` says the same of one appeal.
    The set is a function of the database (migrations 0018, 0023 and 0027 of the appeals): written out, its conditions took
    longer to plan than to run."""
    appeals = Appeal.objects.order_by()
    if actor.official_id is None:
        return appeals
    mine = sorted({post.body_id for post in actor.posts})
    # The top body keeps complaints about itself: nobody stands above it.
    tops = sorted({post.body_id for post in actor.posts if post.body_path.count("/") == 1})
    kept_from = RawSQL("SELECT kairyluu_kept_from(%s, %s, %s)", (actor.official_id, mine, tops))
    return appeals.exclude(pk__in=kept_from)


def is_kept_from(address: str, appeal: Appeal) -> bool:
    """Whether this e-mail address belongs to an official who may not know of the appeal: no letter tells him."""
    reader = Account.objects.filter(email__iexact=address, official__isnull=False).first()
    if reader is None or reader.official_id is None:
        return False
    return not conflicts.may_be_told(reader.official_id, appeal.facts())
