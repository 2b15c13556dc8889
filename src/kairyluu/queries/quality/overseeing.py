"""How many of the sent answers repeat an earlier one, per body and per head who signed: counts only, no appeal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import Answer, NearCopy
from kairyluu.queries.directory import directory
from kairyluu.queries.oversight import OWNER
from kairyluu.queries.sight import list_overseen, unaccused
from kairyluu.rules.facts import Actor


@dataclass(frozen=True, kw_only=True)
class CopyFigures:
    """Of `n_answers` that were sent and compared, `n_copies` repeat an earlier answer and `n_empty` hold empty phrases;
    `signer` is empty for a whole body."""

    body: Body
    signer: str
    n_answers: int
    n_copies: int
    n_empty: int

    @property
    def share(self) -> float:
        """Of near copies, in per cent of the answers."""
        return 100 * self.n_copies / self.n_answers


def list_copy_figures(actor: Actor, since: date, until: date) -> list[CopyFigures]:
    """Bodies by path, each followed by its signers by name. A complaint about the actor is not counted."""
    everywhere = actor.has_role(OWNER)
    seen = directory().bodies_by_id.values() if everywhere else list_overseen(actor)
    bodies = {body.pk: body for body in seen}
    rows = [row for row in _counts(actor, since, until) if row["appeal__body_id"] in bodies]
    figures: list[CopyFigures] = []
    for body in sorted(bodies.values(), key=lambda one: one.path):
        of_body = [row for row in rows if row["appeal__body_id"] == body.pk]
        if of_body:
            parts = [_figures(body, str(row["signer_name"]), [row]) for row in of_body]
            figures += [_figures(body, "", of_body), *sorted(parts, key=lambda one: one.signer)]
    return figures


def _counts(actor: Actor, since: date, until: date) -> list[dict[str, Any]]:
    copies = NearCopy.objects.filter(appeal_id=OuterRef("appeal_id"))
    sent = Answer.objects.filter(
        outgoing_on__gte=since, outgoing_on__lte=until, appeal__answer_print__isnull=False
    )
    rows = (
        sent.filter(appeal__in=unaccused(actor).values("pk"))
        .annotate(
            is_copy=Exists(copies.filter(other__isnull=False)),
            is_empty=Exists(copies.exclude(empty_phrases=[])),
        )
        .order_by("appeal__body_id", "signer_name")
        .values("appeal__body_id", "signer_name")
        .annotate(
            n_answers=Count("pk"),
            n_copies=Count("pk", filter=Q(is_copy=True)),
            n_empty=Count("pk", filter=Q(is_empty=True)),
        )
    )
    return [dict(row) for row in rows]


def _figures(body: Body, signer: str, rows: list[dict[str, Any]]) -> CopyFigures:
    def total(name: str) -> int:
        return sum(int(str(row[name])) for row in rows)

    return CopyFigures(
        body=body,
        signer=signer,
        n_answers=total("n_answers"),
        n_copies=total("n_copies"),
        n_empty=total("n_empty"),
    )
