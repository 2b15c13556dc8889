"""Who sends an appeal is written down; whether a provider of identities has confirmed it, beside."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from kairyluu.data.appeals.lodging import Person, add_applicants
from kairyluu.data.appeals.models import Appeal, Draft
from kairyluu.queries.directory import Directory
from kairyluu.queries.people.providers import identity_in_use
from kairyluu.rules.exchange.claims import Vouched, is_same_person
from kairyluu.rules.facts import Actor


def write_senders(
    appeal: Appeal, people: Sequence[Person], *, actor: Actor, known: Directory
) -> dict[str, str]:
    """The first is the applicant, the others co-signers. Gives for the journal which provider confirmed him, or
    nothing: only in a session it opened, and only under the name it knows."""
    rows = add_applicants(appeal, [(p, known.territory(p.home_territory)) for p in people], actor.account_id)
    identity, applicant = identity_in_use(actor), rows[0]
    if identity is None:
        return {}
    vouched = Vouched(
        surname=identity.surname, given_name=identity.given_name, personal_number=identity.personal_number
    )
    if not is_same_person(
        vouched,
        surname=applicant.surname,
        given_name=applicant.given_name,
        personal_number=applicant.personal_number,
    ):
        return {}
    applicant.vouched_by = identity.provider.code
    applicant.save(update_fields=["vouched_by"])
    return {"vouched_by": applicant.vouched_by}


def forget_draft(submission_key: UUID, actor: Actor) -> None:
    """What was sent is a draft no more."""
    if actor.account_id is not None:
        Draft.objects.filter(submission_key=submission_key, account_id=actor.account_id).delete()
