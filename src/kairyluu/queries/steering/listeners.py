"""Who is told about one appeal, and where to write to; whoever may not see it is never told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.people.models import Account
from kairyluu.queries.actors import actor_of
from kairyluu.queries.directory import directory
from kairyluu.rules import policies


@dataclass(frozen=True, kw_only=True)
class Listener:
    official_id: int
    name: str
    address: str
    language: str


def listeners_of(appeal: Appeal, today: date) -> list[Listener]:
    """The heads of the body and the responsible executor."""
    heads = [t.official_id for t in directory().holders_in(appeal.body_id, today, "head")]
    lead = appeal.facts().lead_official_id
    return officials_told(appeal, [*heads, *([lead] if lead else [])], today)


def officials_told(appeal: Appeal, official_ids: list[int], today: date) -> list[Listener]:
    """Those of the officials who have an account and may see the appeal today, in the order given, each once."""
    facts = appeal.facts()
    accounts = {
        account.official_id: account
        for account in Account.objects.filter(official_id__in=official_ids, is_active=True)
    }
    found = [accounts[pk] for pk in dict.fromkeys(official_ids) if pk in accounts]
    return [_listener(account) for account in found if policies.may_see(actor_of(account, today), facts)]


def _listener(account: Account) -> Listener:
    return Listener(
        official_id=account.official_id or 0,
        name=account.full_name,
        address=account.email,
        language=account.language,
    )
