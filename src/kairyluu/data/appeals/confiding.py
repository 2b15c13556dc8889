"""Making an appeal confidential: who sent it is sealed, whoever is not named sees nothing. The seal is Fernet (AES-128 in
CBC with HMAC-SHA256); its keys come from the settings and never reach the database."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.db.models import Q

from kairyluu.data.agencies.models import Tenure
from kairyluu.data.appeals.fingerprints import new_fingerprint
from kairyluu.data.appeals.models import Appeal, Applicant, Confidant, Confidence, SealedIdentity
from kairyluu.data.appeals.models.alike import Fingerprint
from kairyluu.rules.workdays import date_in_bishkek

VEIL = "***"
IDENTITY = (
    *("legal_form", "organisation", "surname", "given_name", "patronymic", "personal_number"),
    *("phone", "email", "home_address", "postal_address"),
)


def seal() -> MultiFernet:
    """The first key seals, every key opens."""
    return MultiFernet([Fernet(key) for key in settings.SEAL_KEYS])


def make_confidential(
    appeal: Appeal, ground: str, *, by: int | None, confidants: Iterable[int], now: datetime
) -> None:
    """Sets the flag and does not save the appeal; its applicants are there already. `by` and `confidants` are row ids
    of officials."""
    appeal.is_confidential = True
    Confidence.objects.create(appeal=appeal, ground=ground, marked_at=now, marked_by_id=by)
    name_confidants(appeal, confidants, now=now)
    people = list(Applicant.objects.filter(appeal=appeal).select_related("home_territory").defer("search"))
    sealed = seal().encrypt(json.dumps([_identity(one) for one in people], ensure_ascii=False).encode())
    SealedIdentity.objects.create(appeal=appeal, sealed=sealed, sealed_at=now)
    for person in people:
        _veil(person)
    Fingerprint.objects.filter(appeal=appeal).update(keys=new_fingerprint(appeal, []).keys)


def name_confidants(appeal: Appeal, officials: Iterable[int], *, now: datetime) -> None:
    rows = [Confidant(appeal=appeal, official_id=pk, named_at=now) for pk in dict.fromkeys(officials)]
    Confidant.objects.bulk_create(rows, ignore_conflicts=True)


def carry_confidence(appeal: Appeal, successor: Appeal, *, now: datetime) -> None:
    """The mark and the seal go along when the appeal changes hands; there the heads of the body see it and name others."""
    if not appeal.is_confidential:
        return
    mark = Confidence.objects.get(appeal=appeal)
    identity = SealedIdentity.objects.get(appeal=appeal)
    Confidence.objects.create(
        appeal=successor, ground=mark.ground, marked_at=now, marked_by_id=mark.marked_by_id
    )
    SealedIdentity.objects.create(appeal=successor, sealed=bytes(identity.sealed), sealed_at=now)
    name_confidants(successor, _heads_of(successor.body_id, date_in_bishkek(now)), now=now)
    successor.is_confidential = True
    successor.save(update_fields=["is_confidential"])


def open_identity(appeal: Appeal) -> list[dict[str, str]]:
    """Who sent it, the sender first; raises `cryptography.fernet.InvalidToken` where the key is lost."""
    sealed = SealedIdentity.objects.get(appeal=appeal).sealed
    found: list[dict[str, str]] = json.loads(seal().decrypt(bytes(sealed)))
    return found


def seal_again() -> int:
    """Puts every seal under the first key; says how many."""
    n = 0
    for row in SealedIdentity.objects.order_by("pk").iterator(chunk_size=500):
        row.sealed = seal().rotate(bytes(row.sealed))
        row.save(update_fields=["sealed"])
        n += 1
    return n


def _heads_of(body_id: int, today: date) -> list[int]:
    held = Tenure.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=today), starts_on__lte=today)
    return list(held.filter(post__body_id=body_id, post__role="head").values_list("official_id", flat=True))


def _identity(person: Applicant) -> dict[str, str]:
    place = person.home_territory.name_ky if person.home_territory else ""
    return {name: getattr(person, name) for name in IDENTITY} | {"place": place, "role": person.role}


def _veil(person: Applicant) -> None:
    """An account would name its owner as well: the applicant follows the appeal by number and code."""
    values: dict[str, Any] = dict.fromkeys(IDENTITY, "") | {"surname": VEIL}
    values |= {"home_territory": None, "account": None, "is_organisation": False}
    Applicant.objects.filter(pk=person.pk).update(**values)
