"""How somebody chose to be told: the applicant of one appeal, or a person about all his own. Addresses are shown masked."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from kairyluu.data.appeals.models import Appeal, Applicant
from kairyluu.data.outbox.models import Way
from kairyluu.data.people.models import Account
from kairyluu.queries.directory import directory
from kairyluu.rules.notices.ways import EMAIL, PUSH, SMS, TELEGRAM
from kairyluu.rules.refusals import Refused

SHOWN = 2  # letters at each end of a masked address


class NobodyToTell(Refused):
    """There is no such appeal or account, or the appeal is confidential and nobody may know whom to tell."""


@dataclass(frozen=True)
class Whose:
    """Exactly one of the two. The caller has shown to be its applicant, or is signed in to the account."""

    appeal_id: UUID | None = None
    account_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """`email` and `phone` are masked, empty where there is none; the numbers are of linked chats and browsers."""

    email: str
    phone: str
    by_email: bool
    by_sms: bool
    n_chats: int
    n_browsers: int
    quiet_from: str
    quiet_until: str


def find_chosen(whose: Whose) -> Chosen:
    """Raises `NobodyToTell`."""
    root = root_of(whose)
    rows = list(ways_of(root).values_list("channel", "is_on"))
    email, phone, _language = addresses_of(root)
    known = directory()
    return Chosen(
        email=masked(email),
        phone=masked(phone),
        by_email=bool(email) and (EMAIL, False) not in rows,
        by_sms=bool(phone) and (SMS, True) in rows,
        n_chats=sum(channel == TELEGRAM for channel, _ in rows),
        n_browsers=sum(channel == PUSH for channel, _ in rows),
        quiet_from=known.setting("quiet_from"),
        quiet_until=known.setting("quiet_until"),
    )


def root_of(whose: Whose) -> Whose:
    """The appeal that the chain began with; raises `NobodyToTell`."""
    if whose.appeal_id is None:
        return whose
    appeal = Appeal.objects.filter(pk=whose.appeal_id).only("id", "origin_id", "is_confidential").first()
    if appeal is None or appeal.is_confidential:
        raise NobodyToTell()
    return Whose(appeal_id=appeal.origin_id or appeal.pk)


def ways_of(root: Whose) -> QuerySet[Way]:
    if root.appeal_id:
        return Way.objects.filter(appeal_id=root.appeal_id)
    return Way.objects.filter(account_id=root.account_id or 0)


def addresses_of(root: Whose) -> tuple[str, str, str]:
    """E-mail address, telephone in E.164, language; raises `NobodyToTell`."""
    if root.appeal_id:
        rows = Applicant.objects.filter(appeal_id=root.appeal_id, role="main")
        found = rows.values_list("email", "phone", "appeal__reply_language").first()
    else:
        found = (
            Account.objects.filter(pk=root.account_id or 0).values_list("email", "phone", "language").first()
        )
    if found is None:
        raise NobodyToTell()
    return found


def masked(address: str) -> str:
    """Enough to know one's own by: `ai…@example.org`, `+99…04`."""
    if not address:
        return ""
    name, at, host = address.partition("@")
    return f"{name[:SHOWN]}…{at}{host}" if at else f"{address[: SHOWN + 1]}…{address[-SHOWN:]}"
