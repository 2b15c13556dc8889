"""Letters for the desk. Who may read them is asked by the use case that notes the look. A letter that went to an appeal, or
names the number of one, is as hidden from its reader as that appeal."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from kairyluu.data.appeals.models import Attachment
from kairyluu.data.letters.models import InboundLetter, Mailbox
from kairyluu.queries.sight import unaccused
from kairyluu.rules.facts import Actor
from kairyluu.rules.letters import kinds

PER_PAGE = 50


@dataclass(frozen=True, kw_only=True)
class Letters:
    """One page of a list; the oldest first of those that wait, the newest first of the others."""

    rows: tuple[InboundLetter, ...]
    page: int
    n_pages: int


def open_to(actor: Actor) -> QuerySet[InboundLetter]:
    """All letters but those of appeals that the actor is kept away from."""
    seen = unaccused(actor).values("pk")
    is_of_none_hidden = Q(appeal=None) | Q(appeal_id__in=seen)
    return InboundLetter.objects.filter(is_of_none_hidden, Q(hinted=None) | Q(hinted_id__in=seen))


def list_letters(actor: Actor, body_id: int, state: str, page: int = 1) -> Letters:
    rows = open_to(actor).filter(body_id=body_id, state=state).defer("text", "headers")
    ordered = (
        rows.order_by("received_at", "pk") if state == kinds.WAITING else rows.order_by("-received_at", "-pk")
    )
    n_pages = max(1, -(-rows.count() // PER_PAGE))
    at = min(max(page, 1), n_pages)
    shown = ordered.select_related("appeal")[(at - 1) * PER_PAGE : at * PER_PAGE]
    return Letters(rows=tuple(shown), page=at, n_pages=n_pages)


def find_letter(actor: Actor, letter_id: UUID) -> InboundLetter | None:
    letters = open_to(actor).select_related("body", "mailbox", "appeal", "hinted")
    return letters.filter(pk=letter_id).first()


def files_of_letter(letter_id: UUID) -> tuple[Attachment, ...]:
    return tuple(Attachment.objects.select_related("checked").filter(submission_key=letter_id))


def letters_of_appeal(appeal_id: UUID) -> tuple[InboundLetter, ...]:
    """Those that went to it after it had been entered, oldest first."""
    return tuple(InboundLetter.objects.filter(appeal_id=appeal_id, state=kinds.ATTACHED).defer("headers"))


def count_waiting(actor: Actor, body_id: int) -> int | None:
    """None where the body has no mailbox."""
    mine = open_to(actor).filter(body_id=body_id, state=kinds.WAITING).values("pk")
    waiting = Count("letters", filter=Q(letters__in=mine))
    counts = list(Mailbox.objects.filter(body_id=body_id).annotate(n=waiting).values_list("n", flat=True))
    return sum(counts) if counts else None


def list_failing() -> tuple[Mailbox, ...]:
    """Mailboxes in use that do not answer."""
    return tuple(Mailbox.objects.filter(is_active=True, failing_since__isnull=False))
