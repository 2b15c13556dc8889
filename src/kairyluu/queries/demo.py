"""The accounts of the demo town, one per role, for the list printed at the start."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kairyluu.data.people.models import Account
from kairyluu.queries.directory import directory

# In the order of an appeal's way; `hotline_operator` is a second post of the registrar.
ROLES = (
    *("registrar", "head", "deputy", "executor", "controller", "body_admin"),
    *("overseer", "execution_controller", "portal_owner", "technical_operator"),
)
FIRST_BODY = "da-o-alai"


@dataclass(frozen=True)
class DemoAccount:
    """`role` is a code, or `citizen`; `words` name post and body in English."""

    email: str
    role: str
    words: str


def list_demo_accounts(today: date) -> list[DemoAccount]:
    """A citizen, then for each role the first holder, of the district if it has one."""
    emails = dict(Account.objects.filter(official__isnull=False).values_list("official_id", "email"))
    citizen = Account.objects.filter(official__isnull=True).order_by("id").first()
    found = [DemoAccount(citizen.email, "citizen", "a citizen")] if citizen else []
    return found + [account for role in ROLES for account in _holder(role, emails, today)]


def _holder(role: str, emails: dict[int, str], today: date) -> list[DemoAccount]:
    known = directory()
    bodies = sorted(known.bodies.values(), key=lambda body: (body.code != FIRST_BODY, body.path))
    holders = (
        t for body in bodies for t in known.holders_in(body.pk, today, role) if t.official_id in emails
    )
    tenure = next(holders, None)
    if tenure is None:
        return []
    words = f"{tenure.post.title_en}, {tenure.post.body.short('en')}"
    return [DemoAccount(emails[tenure.official_id], role, words)]
