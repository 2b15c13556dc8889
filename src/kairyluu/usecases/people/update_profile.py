"""A citizen corrects the data that fill the form in beforehand. Appeals already sent keep what they were sent with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kairyluu.data.journal.recording import record
from kairyluu.data.people.models import Account
from kairyluu.rules.facts import Actor
from kairyluu.rules.spelling import clean_line, phone_e164
from kairyluu.usecases.act import act
from kairyluu.usecases.people.owner import owner

FIELDS = ("surname", "given_name", "patronymic", "phone", "language")


@dataclass(frozen=True, kw_only=True)
class UpdateProfile:
    """`phone` as typed, may be empty; `language` is ky, ru or en. Raises NotATelephone."""

    surname: str
    given_name: str
    patronymic: str = ""
    phone: str = ""
    language: str = "ky"


@act
def update_profile(command: UpdateProfile, *, actor: Actor, now: datetime) -> Account:
    account_id = owner(actor, "update_profile")
    account = Account.objects.select_for_update().get(pk=account_id)

    wanted = {name: clean_line(getattr(command, name)) for name in FIELDS}
    wanted["phone"] = phone_e164(wanted["phone"]) if wanted["phone"] else ""
    changed = [name for name in FIELDS if getattr(account, name) != wanted[name]]
    for name in changed:
        setattr(account, name, wanted[name])
    account.save(update_fields=changed)

    # The journal is for ever and open to auditors: it keeps which data changed, not the data.
    record("update_profile", actor=actor, now=now, facts={"changed": changed})
    return account
