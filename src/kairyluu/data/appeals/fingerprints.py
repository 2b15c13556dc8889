"""Writing what an appeal is found by, in the transaction that takes it in: two small rows of numbers, half a millisecond."""

from __future__ import annotations

from collections.abc import Iterable

from kairyluu.data.appeals.models import Appeal, Applicant
from kairyluu.data.appeals.models.alike import Fingerprint
from kairyluu.rules.likeness import bands
from kairyluu.rules.repeats import Who, keys_of

MOST_PEOPLE = 50  # co-signers beyond are not searched for


def take_fingerprint(appeal: Appeal, people: Iterable[Applicant]) -> None:
    """Once, after the applicants are written; `people` have their territory at hand."""
    new_fingerprint(appeal, people).save(force_insert=True)


def new_fingerprint(appeal: Appeal, people: Iterable[Applicant]) -> Fingerprint:
    """The row, not saved."""
    keys: dict[int, None] = {}
    for person in list(people)[:MOST_PEOPLE]:
        keys.update(dict.fromkeys(keys_of(who(person))))
    return Fingerprint(appeal=appeal, bands=list(bands(words_of(appeal))), keys=list(keys))


def words_of(appeal: Appeal) -> str:
    """What is compared of an appeal."""
    return f"{appeal.subject}\n{appeal.text}"


def who(person: Applicant) -> Who:
    return Who(
        personal_number=person.personal_number,
        phone=person.phone,
        email=person.email,
        surname=person.surname,
        given_name=person.given_name,
        patronymic=person.patronymic,
        organisation=person.organisation if person.is_organisation else "",
        place=str(person.home_territory_id or ""),
        address=person.home_address,
    )
