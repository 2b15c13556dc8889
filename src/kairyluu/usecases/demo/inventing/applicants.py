"""Invented applicants: the town's own citizens with their accounts, and many others without."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from kairyluu.data.appeals.lodging import Person
from kairyluu.usecases.demo.texts import Row, Texts

SHARE_OF_OWN = 0.14
PHONES = 700_000_200  # +996 700 000 xxx are nobody's


@dataclass(frozen=True)
class Sender:
    """`account` is the e-mail address of a citizen with an account, or empty."""

    person: Person
    cosigners: tuple[Person, ...] = ()
    account: str = ""


class Applicants:
    def __init__(self, texts: Texts, rng: Random) -> None:
        self._names = texts.names
        self._citizens = texts.people["citizens"]
        self._rng = rng
        self._n_phones = 0

    def sender_of(self, appeal: Row, *, by_portal: bool) -> Sender:
        """Somebody who may have written it: in its language, with its organisation and co-signers."""
        own = [c for c in self._citizens if c["language"] == appeal["language"] and not c["organisation"]]
        plain = not appeal["organisation"] and not appeal["co_signers"]
        if by_portal and plain and own and self._rng.random() < SHARE_OF_OWN:
            citizen = self._rng.choice(own)
            return Sender(_citizen(citizen), account=citizen["email"])
        person = self._invented(appeal, by_portal=by_portal)
        others = (self._invented(appeal, by_portal=False) for _ in range(appeal["co_signers"]))
        return Sender(person, tuple(_name_only(other) for other in others))

    def _invented(self, appeal: Row, *, by_portal: bool) -> Person:
        names, rng = self._names[appeal["language"]], self._rng
        sex = rng.choice("mf")
        patronymics = names["patronymics"]
        if rng.random() < 0.3:
            patronymics = names.get("uulu_kyzy", patronymics)
        self._n_phones += 1
        organisation = appeal["organisation"] or {}
        return Person(
            surname=rng.choice(names["surnames"])[sex],
            given_name=rng.choice(names[f"given_{sex}"]),
            patronymic=rng.choice(patronymics)[sex] if rng.random() < 0.85 else "",
            is_organisation=bool(organisation),
            legal_form=organisation.get("legal_form", ""),
            organisation=organisation.get("name", ""),
            phone=f"+996{PHONES + self._n_phones % 700}",
            email=f"sample{self._n_phones}@citizen.example" if by_portal and rng.random() < 0.4 else "",
            home_territory="kg-o-alai",
            home_address=self._address(appeal),
        )

    def _address(self, appeal: Row) -> str:
        language = appeal["language"]
        place = appeal["place"] or self._rng.choice(self._names["villages"])[language]
        street = self._rng.choice(self._names["streets"])[language]
        number = self._rng.randrange(1, 90)
        return f"{place}, {street}, {number}"


def _citizen(row: Row) -> Person:
    fields = ("surname", "given_name", "patronymic", "phone", "email", "home_territory", "home_address")
    return Person(**{name: row[name] for name in fields})


def _name_only(person: Person) -> Person:
    return Person(surname=person.surname, given_name=person.given_name, patronymic=person.patronymic)
