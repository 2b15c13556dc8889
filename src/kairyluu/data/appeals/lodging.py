"""Writing a new appeal and its parts: shared by what the portal sends and what a registrar enters."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from kairyluu.data.agencies.models import Body, Official, Territory
from kairyluu.data.appeals.fingerprints import take_fingerprint
from kairyluu.data.appeals.models import Appeal, Applicant, Attachment, ComplaintTarget
from kairyluu.rules.refusals import Refused

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


@dataclass(frozen=True, kw_only=True)
class Person:
    """A person, or an organisation with the person who represents it. `phone` is E.164, `home_territory` a code."""

    surname: str
    given_name: str
    patronymic: str = ""
    is_organisation: bool = False
    legal_form: str = ""
    organisation: str = ""
    personal_number: str = ""
    phone: str = ""
    email: str = ""
    home_territory: str = ""
    home_address: str = ""
    postal_address: str = ""


@dataclass(frozen=True, kw_only=True)
class Target:
    """Whom the complaint is about: codes of a body or an official, or words."""

    body: str = ""
    official: str = ""
    description: str = ""


@dataclass(frozen=True, kw_only=True)
class Content:
    """What is being asked; `kind` is proposal, application or complaint; `reply_language` ky, ru or en."""

    kind: str
    subject: str
    text: str
    reply_language: str
    topic: str = ""


def add_applicants(
    appeal: Appeal, people: Iterable[tuple[Person, Territory | None]], account_id: int | None
) -> list[Applicant]:
    """The first is the main applicant, the others co-signers in order; also writes what the appeal is found by."""
    rows = []
    for position, (person, territory) in enumerate(people):
        values: dict[str, Any] = asdict(person) | {"home_territory": territory}
        role = "main" if position == 0 else "cosigner"
        owner = account_id if position == 0 else None
        rows.append(Applicant(appeal=appeal, role=role, position=position, account_id=owner, **values))
    written = Applicant.objects.bulk_create(rows)
    take_fingerprint(appeal, written)
    return written


def add_targets(appeal: Appeal, targets: Iterable[Target], bodies: Mapping[str, Body]) -> None:
    """Raises KeyError for an unknown body and `Official.DoesNotExist` for an unknown official."""
    rows = [
        ComplaintTarget(
            appeal=appeal,
            body=bodies[target.body] if target.body else None,
            official=Official.objects.get(code=target.official) if target.official else None,
            description=target.description,
        )
        for target in targets
    ]
    if rows:
        ComplaintTarget.objects.bulk_create(rows)


class FileGone(Refused):
    """An uploaded file is no longer there or belongs to another form."""


def claim_files(appeal: Appeal, upload_ids: tuple[UUID, ...]) -> None:
    """Binds a form's files to its appeal; raises `FileGone`."""
    if not upload_ids:
        return
    waiting = Attachment.objects.filter(
        pk__in=upload_ids, submission_key=appeal.submission_key, appeal__isnull=True
    )
    if waiting.update(appeal=appeal) != len(set(upload_ids)):
        raise FileGone()


def digest_of(command: DataclassInstance) -> str:
    """What was sent, so that a key used again for something else is noticed. By which door does not count."""
    sent = {name: value for name, value in asdict(command).items() if name != "door"}
    return hashlib.sha256(json.dumps(sent, sort_keys=True, default=str).encode()).hexdigest()
