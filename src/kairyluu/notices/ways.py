"""By which ways a reader is told: by e-mail where there is an address and he did not say no, and by what he chose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet, Subquery

from kairyluu.data.appeals.models import Appeal, Applicant
from kairyluu.data.outbox.models import Way
from kairyluu.rules.notices.ways import EMAIL, PUSH, SMS


@dataclass(frozen=True)
class Reach:
    """`address` as a `Notice` keeps it."""

    channel: str
    address: str
    language: str


def ways_of_applicant(appeal: Appeal, email: str) -> list[Reach]:
    """In the language the reply was asked in. Of a confidential appeal nothing but what is given here is known."""
    if appeal.is_confidential:
        return [Reach(EMAIL, email, appeal.reply_language)] if email else []
    owner = Applicant.objects.filter(appeal=appeal.pk, role="main").values("account_id")[:1]
    chosen = Way.objects.filter(Q(appeal_id=root_of(appeal)) | Q(account_id=Subquery(owner)))
    return _reached(chosen, email, appeal.reply_language)


def ways_of_reader(email: str, language: str) -> list[Reach]:
    """Of an official, by the address of his account; one who has none is told by e-mail."""
    return _reached(Way.objects.filter(account__email=email), email, language)


def root_of(appeal: Appeal) -> UUID:
    """An appeal that changes hands keeps its ways under the row it began with."""
    return appeal.origin_id or appeal.pk


def _reached(chosen: QuerySet[Way], email: str, language: str) -> list[Reach]:
    rows = list(chosen.values_list("id", "channel", "address", "is_on", "account__phone"))
    by_mail = email and not any(channel == EMAIL and not is_on for _, channel, _, is_on, _ in rows)
    found = [Reach(EMAIL, email, language)] if by_mail else []
    return found + list(_others(rows, language))


def _others(rows: Iterable[tuple[object, str, str, bool, str | None]], language: str) -> Iterable[Reach]:
    """Each address once, though it was chosen for the appeal and for the account."""
    seen: set[tuple[str, str]] = set()
    for pk, channel, address, is_on, phone in rows:
        if channel == EMAIL or not is_on:
            continue
        known = address or (phone or "" if channel == SMS else "")
        meant = (channel, str(pk) if channel == PUSH else known)
        if known and (channel, known) not in seen:
            seen.add((channel, known))
            yield Reach(meant[0], meant[1], language)
