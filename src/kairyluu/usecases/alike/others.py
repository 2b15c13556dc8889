"""The other appeal of a pair: there only for who may see it, and never a way around a complaint."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.appeals.models.alike import Cause, CauseMember
from kairyluu.rules import policies
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused


class NoSuchOther(Refused):
    """There is no such other appeal of this body for this actor: absent and hidden look alike."""


class ConfidentialStaysAlone(Refused):
    """One of the two is confidential: it is neither compared nor merged nor answered together with another."""


class NamesSomebodyElse(Refused):
    """The appeal complains about a person whom the other one does not: considered there, it could reach him."""


def other_of(appeal: Appeal, other_id: UUID, actor: Actor) -> Appeal:
    """Another appeal of the same body; raises `NoSuchOther` and `ConfidentialStaysAlone`."""
    other = Appeal.objects.select_related("body").filter(pk=other_id, body_id=appeal.body_id).first()
    if other is None or other.pk == appeal.pk or not policies.may_see(actor, other.facts()):
        raise NoSuchOther()
    if appeal.is_confidential or other.is_confidential:
        raise ConfidentialStaysAlone()
    return other


def lock_together(*appeal_ids: UUID) -> None:
    """The rows until the transaction ends, with everybody who waits for one of them, in one order: first whoever others
    wait for, then the rest, each by id. Two clerks at once neither close two appeals into each other nor wait for each
    other. Whoever closes an appeal that may lead a group begins here, before a number is taken from the book."""
    asked = set(appeal_ids)
    causes = Cause.objects.filter(Q(lead_id__in=asked) | Q(members__appeal_id__in=asked))
    leads = set(causes.values_list("lead_id", flat=True))
    _lock(leads)
    waiting = CauseMember.objects.filter(cause__lead_id__in=asked & leads)
    _lock(asked - leads | set(waiting.values_list("appeal_id", flat=True)))


def _lock(appeal_ids: Iterable[UUID]) -> None:
    rows = Appeal.objects.select_for_update(of=("self",)).filter(pk__in=list(appeal_ids)).order_by("pk")
    list(rows.values_list("pk", flat=True))


def check_complaints(appeal: Appeal, lead: Appeal) -> None:
    """Whoever `appeal` complains about, `lead` must too; raises `NamesSomebodyElse`."""
    if not appeal.facts().complained_official_ids <= lead.facts().complained_official_ids:
        raise NamesSomebodyElse()


def name_of(appeal: Appeal) -> str:
    return appeal.number or appeal.tracking_number
