"""Who writes the letters of `matters`, how often and about what: 100,000 appeals with the truth about every pair."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID, uuid4

from bench.matters import STREETS, VILLAGES, Hand, Matter, Writer, Writing

NAMES = Path(__file__).resolve().parents[1] / "data" / "demo" / "names.json"
# Shares of all letters; the rest are first letters of people who write once.
REPEATS, DUPLICATES, LOOK_ALIKES, FREQUENT, NAMESAKES = 0.05, 0.03, 0.05, 0.06, 0.01
SAME_KIND_AGAIN = 0.25  # of the other matters of a frequent writer: the same kind in the same village
TOPIC_RIGHT = 0.85
LATIN_NAME = str.maketrans("аеорсух", "aeopcyx")


@dataclass(frozen=True)
class Person:
    key: int
    surname: str
    given_name: str
    patronymic: str
    personal_number: str
    phone: str
    email: str
    village: str
    address: str
    hand: Hand


@dataclass(frozen=True)
class Letter:
    """`cause` is the matter's number: equal for a repeat, a duplicate and a look-alike; `made` tells how it was made.
    `trouble` is the kind of matter, its problem, village and street: the same for neighbours who wrote each his own
    letter about one thing."""

    id: UUID
    person: Person
    cause: int
    made: str
    topic: str
    language: str
    subject: str
    text: str
    trouble: tuple[str, str, str, int]


class Crowd:
    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - samples, not secrets
        self.writer = Writer(seed + 1)
        names = json.loads(NAMES.read_text(encoding="utf-8"))["ky"]
        self.surnames = sorted({row["m"] for row in names["surnames"]} | {f"{n}ов" for n in names["given_m"]})
        self.given = [*names["given_m"], *names["given_f"]]
        self.fathers = [f"{name}ович" for name in names["given_m"]]
        self.n_people = self.n_causes = 0

    def letters(self, n: int) -> list[Letter]:
        """In the order of receipt: what repeats comes after what it repeats."""
        draw = self.chance
        first: list[tuple[Letter, Matter, Writing]] = []
        later: list[Letter] = []
        makers = (
            (self._repeats, REPEATS),
            (self._duplicates, DUPLICATES),
            (self._look_alikes, LOOK_ALIKES),
            (self._frequent, FREQUENT),
            (self._namesakes, NAMESAKES),
        )
        n_first = int(n * (1 - sum(share for _, share in makers)))
        for _ in range(n_first):
            first.append(self._first(self.person()))
        for make, share in makers:
            letters = make(first)
            later += [next(letters) for _ in range(int(n * share))]
        draw.shuffle(later)
        return [letter for letter, _, _ in first] + later

    def person(self, village: str = "") -> Person:
        draw = self.chance
        self.n_people += 1
        village = village or draw.choice(VILLAGES)
        number = self.n_people
        return Person(
            key=number,
            surname=draw.choice(self.surnames),
            given_name=draw.choice(self.given),
            patronymic=draw.choice(self.fathers) if draw.random() < 0.6 else "",
            personal_number=f"2{number:013}" if draw.random() < 0.4 else "",
            phone=f"+9967{number:08}" if draw.random() < 0.9 else "",
            email=f"a{number}@example.org" if draw.random() < 0.35 else "",
            village=village,
            address=f"{village} айылы, {draw.choice(STREETS)} көчөсү, {draw.randrange(1, 180)}",
            hand=self.writer.hand(),
        )

    def _first(self, person: Person, matter: Matter | None = None) -> tuple[Letter, Matter, Writing]:
        matter = matter or self.writer.matter(village=person.village)
        self.n_causes += 1
        writing = self.writer.write(matter)
        return self._letter(person, matter, writing, "first", self.n_causes), matter, writing

    def _letter(self, person: Person, matter: Matter, writing: Writing, made: str, cause: int) -> Letter:
        subject, text = self.writer.typed(writing, person.hand)
        topic = matter.topic if self.chance.random() < TOPIC_RIGHT else ""
        language = "ru" if made == "other_language" and matter.language == "ky" else matter.language
        trouble = (matter.kind, matter.village, matter.street, matter.problem)
        return Letter(uuid4(), person, cause, made, topic, language, subject, text, trouble)

    def _repeats(self, first: list[tuple[Letter, Matter, Writing]]) -> Iterator[Letter]:
        while True:
            letter, matter, writing = self.chance.choice(first)
            told, way = self.writer.again(matter, writing)
            yield self._letter(self._written_again(letter.person), matter, told, way, letter.cause)

    def _duplicates(self, first: list[tuple[Letter, Matter, Writing]]) -> Iterator[Letter]:
        while True:
            letter, matter, writing = self.chance.choice(first)
            clerk = replace(self._written_again(letter.person), hand=self.writer.hand())
            yield self._letter(clerk, matter, writing, "duplicate", letter.cause)

    def _look_alikes(self, first: list[tuple[Letter, Matter, Writing]]) -> Iterator[Letter]:
        """Five to twenty neighbours copy the letter of one."""
        while True:
            letter, matter, writing = self.chance.choice(first)
            for _ in range(self.chance.randrange(5, 21)):
                copied = self.writer.copied(writing, matter.language, n_added=1)
                yield self._letter(self.person(matter.village), matter, copied, "look_alike", letter.cause)

    def _frequent(self, first: list[tuple[Letter, Matter, Writing]]) -> Iterator[Letter]:
        """Other matters of people who have written: never a repeat."""
        while True:
            letter, matter, _ = self.chance.choice(first)
            kind = matter.kind if self.chance.random() < SAME_KIND_AGAIN else ""
            yield replace(
                self._first(letter.person, self.writer.matter(kind, matter.village))[0], made="frequent"
            )

    def _namesakes(self, first: list[tuple[Letter, Matter, Writing]]) -> Iterator[Letter]:
        while True:
            letter, matter, _ = self.chance.choice(first)
            other = replace(
                self.person(matter.village),
                surname=letter.person.surname,
                given_name=letter.person.given_name,
            )
            yield replace(self._first(other, self.writer.matter(village=matter.village))[0], made="namesake")

    def _written_again(self, person: Person) -> Person:
        """The same person on another form: contacts left out or new, the name misspelled, the address shorter."""
        draw = self.chance
        surname = person.surname
        if draw.random() < 0.2:
            surname = draw.choice(
                (surname.upper(), surname.translate(LATIN_NAME), self.writer._fault(surname))
            )
        phone = draw.choice(
            (person.phone, person.phone, person.phone, "", f"+9965{draw.randrange(10**8):08}")
        )
        return replace(
            person,
            surname=surname,
            phone=phone,
            email=person.email if draw.random() < 0.7 else "",
            personal_number=person.personal_number if draw.random() < 0.6 else "",
            patronymic=person.patronymic if draw.random() < 0.7 else "",
            address=person.address if draw.random() < 0.6 else f"{person.village} айылы",
        )
