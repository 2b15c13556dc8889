"""Letters as villages write them: ten kinds of matters in Kyrgyz and Russian, told by people who spell as people do.

How the letters are made. A *matter* is a kind (water, road, pension ...), a village, a street, numbers, one problem of the
kind and some of its details. A *writing* of it picks a language, the sentences of the problem and the details, an effect, a
request and courtesies, in an order that may change. A person's *hand* then spoils the text: many have no ө, ү, ң on their
keyboard; some type Latin letters for the Cyrillic ones that look alike; words lose, double or exchange letters; a few write
in capitals or without points.

A *repeat* is the same person on the same matter: either the old letter again (sentences dropped, added and moved, new
typing faults) or the matter retold (same problem, other details and requests, synonyms), one in twenty in the other
language. A *duplicate* is the same letter retyped by a clerk. *Look-alikes* are letters of neighbours: one of them wrote,
the others copied and changed. In between stand what must not be found: frequent writers with other matters, often of the
same kind in the same village, and namesakes. Nothing here is taken from a real appeal.
"""

from __future__ import annotations

import csv
import random
from dataclasses import dataclass, replace
from pathlib import Path

TABLE = Path(__file__).with_name("matters.csv")


def _list(words: str) -> tuple[str, ...]:
    return tuple(words.split("|"))


VILLAGES = _list(
    "Гүлчө|Сары-Таш|Талды-Суу|Ак-Босого|Үч-Дөбө|Будалык|Жошолу|Көк-Суу|Мурдаш|Кичи-Каракол|Чий-Талаа|Сопу-Коргон|Ленин|Арпа-Тектир|"
    "Кара-Шоро|Жар-Кыштак|Кызыл-Алай|Коңур-Дөбө|Төө-Жайлоо|Белес|Кең-Жылга|Ничке-Суу|Ой-Тал|Таш-Короо"
)
STREETS = _list(
    "Манас|Ленин|Токтогул|Жибек-Жолу|Курманжан|Бейшеналиев|Мектеп|Жаштык|Дөбө|Арал|Достук|Турусбеков|Айтматов|Осмонов|Көк-Жар|Наристе|"
    "Эркиндик|Жеңиш|Молдо-Нияз|Суу-Башы|Тегерек|Барпы"
)
COURTESY = {
    "ky": _list(
        "Урматтуу мырза|Сизге кайрылуумдун себеби төмөнкүдөй|Чара көрүп коюңуздар|Жообун жазуу жүзүндө күтөм|Алдын ала ыраазычылык билдирем"
    ),
    "ru": _list(
        "Уважаемый руководитель|Обращаюсь к вам по следующему вопросу|Прошу принять меры|Ответ прошу дать письменно|Заранее благодарю"
    ),
}
AGAIN = {
    "ky": _list(
        "Мен бул маселе боюнча мурун да жазгам|Сиздерден жооп келди бирок иш жүзүндө эч нерсе өзгөргөн жок|Убада берилген мөөнөт өтүп кетти|"
        "Адис келип карап кетти ошону менен калды|Дагы бир жолу көңүл буруп коюңуздар"
    ),
    "ru": _list(
        "По этому вопросу я уже писал|Ответ пришёл но на деле ничего не изменилось|Обещанный срок прошёл|"
        "Специалист приехал посмотрел и на этом всё|Прошу ещё раз обратить внимание"
    ),
}
# Words people put for one another, by their beginnings.
SYNONYMS = {
    "оңдо": "ремонтто",
    "тургун": "жашоочу",
    "бери": "бери эле",
    "унаа": "машина",
    "бузул": "талкалан",
    "эски": "эскирген",
    "кыш": "суук",
    "адис": "мастер",
    "отремонт": "почин",
    "ремонт": "починк",
    "просим": "очень просим",
    "пришлите": "направьте",
    "сообщите": "напишите",
    "дорог": "дорожк",
    "машин": "автомашин",
}
LATIN = str.maketrans("аеорсухАЕОРСТНМ", "aeopcyxAEOPCTHM")
PLAIN = str.maketrans("өүңӨҮҢё", "оунОУНе")


@dataclass(frozen=True)
class Matter:
    """`language` is the one it was first written in; `problem` and `details` are places in the table."""

    kind: str
    topic: str
    language: str
    village: str
    street: str
    n: int
    n2: int
    problem: int
    details: tuple[int, ...]


@dataclass(frozen=True)
class Hand:
    """How one person types: shares of words, and whether he has the Kyrgyz letters."""

    is_plain: bool
    latin: float
    faults: float
    is_shouting: bool
    has_points: bool


@dataclass(frozen=True)
class Writing:
    subject: str
    sentences: tuple[str, ...]


class Writer:
    """Everything is drawn from one seed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - samples, not secrets
        self.table: dict[tuple[str, str, str], list[str]] = {}
        self.topics: dict[str, str] = {}
        with TABLE.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                self.table[row["kind"], row["language"], row["slot"]] = row["text"].split("|")
                self.topics[row["kind"]] = row["topic"]

    def matter(self, kind: str = "", village: str = "") -> Matter:
        draw = self.chance
        kind = kind or draw.choice(sorted(self.topics))
        language = "ky" if draw.random() < 0.7 else "ru"
        n_details = len(self.table[kind, language, "detail"])
        return Matter(
            kind=kind,
            topic=self.topics[kind],
            language=language,
            village=village or draw.choice(VILLAGES),
            street=draw.choice(STREETS),
            n=draw.randrange(2, 30),
            n2=draw.randrange(40, 900),
            problem=draw.randrange(len(self.table[kind, language, "problem"])),
            details=tuple(sorted(draw.sample(range(n_details), draw.choice((2, 2, 3))))),
        )

    def hand(self) -> Hand:
        draw = self.chance
        return Hand(
            is_plain=draw.random() < 0.35,
            latin=draw.choice((0, 0, 0, 0, 0.03, 0.15)),
            faults=draw.choice((0.0, 0.01, 0.03, 0.06)),
            is_shouting=draw.random() < 0.03,
            has_points=draw.random() > 0.05,
        )

    def write(self, matter: Matter) -> Writing:
        """A first letter."""
        draw, language = self.chance, matter.language
        middle = [self._slot(matter, "detail", place) for place in matter.details]
        middle.append(self._any(matter, "effect"))
        if draw.random() < 0.4:
            middle.append(self._own_words(language))
        polite = draw.sample(COURTESY[language], draw.randrange(3))
        sentences = [
            *polite[:1],
            self._slot(matter, "problem", matter.problem),
            *middle,
            self._any(matter, "ask"),
        ]
        return Writing(self._any(matter, "subject"), tuple([*sentences, *polite[1:]]))

    def again(self, matter: Matter, first: Writing) -> tuple[Writing, str]:
        """The same matter once more, with the way it was made: copied, retold or other_language."""
        draw = self.chance
        way = draw.random()
        if way < 0.45:
            return self.copied(first, matter.language), "copied"
        if way < 0.95:
            return self._retold(matter), "retold"
        other = "ru" if matter.language == "ky" else "ky"
        return self._retold(replace(matter, language=other)), "other_language"

    def copied(self, first: Writing, language: str, n_added: int = 2) -> Writing:
        """Sentences dropped, moved and added."""
        draw = self.chance
        kept = list(first.sentences)
        if len(kept) > 3 and draw.random() < 0.5:
            kept.pop(draw.randrange(len(kept)))
        if draw.random() < 0.4:
            draw.shuffle(kept)
        for added in draw.sample(AGAIN[language], draw.randrange(n_added + 1)):
            kept.insert(draw.randrange(len(kept) + 1), added)
        return Writing(first.subject, tuple(kept))

    def _retold(self, matter: Matter) -> Writing:
        draw, language = self.chance, matter.language
        told = self.write(
            replace(matter, details=tuple(draw.sample(matter.details, max(1, len(matter.details) - 1))))
        )
        sentences = [self._synonyms(sentence) for sentence in told.sentences]
        if draw.random() < 0.7:
            sentences.insert(draw.randrange(len(sentences) + 1), draw.choice(AGAIN[language]))
        return Writing(told.subject, tuple(sentences))

    def typed(self, writing: Writing, hand: Hand) -> tuple[str, str]:
        """Subject and text as this hand types them."""
        end = ". " if hand.has_points else " "
        text = end.join(writing.sentences) + "."
        return self._spoiled(writing.subject, hand), self._spoiled(text, hand)

    def _spoiled(self, text: str, hand: Hand) -> str:
        draw, words = self.chance, []
        for word in text.split(" "):
            if hand.faults and len(word) > 4 and draw.random() < hand.faults:
                word = self._fault(word)
            if hand.latin and draw.random() < hand.latin:
                word = word.translate(LATIN)
            words.append(word)
        whole = " ".join(words)
        whole = whole.translate(PLAIN) if hand.is_plain else whole
        return whole.upper() if hand.is_shouting else whole

    def _fault(self, word: str) -> str:
        at, kind = self.chance.randrange(1, len(word) - 1), self.chance.randrange(4)
        if kind == 0:
            return word[:at] + word[at + 1 :]
        if kind == 1:
            return word[:at] + word[at] + word[at:]
        if kind == 2:
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        return word[:at] + self.chance.choice("аоеиуы") + word[at + 1 :]

    def _synonyms(self, sentence: str) -> str:
        words = []
        for word in sentence.split(" "):
            found = next((old for old in SYNONYMS if word.lower().startswith(old)), "")
            if found and self.chance.random() < 0.5:
                word = SYNONYMS[found] + word[len(found) :]
            words.append(word)
        return " ".join(words)

    def _own_words(self, language: str) -> str:
        """A sentence nobody else has: a day, a sum, a number of a house."""
        draw = self.chance
        day, sum_, house = draw.randrange(1, 29), draw.randrange(3, 90) * 100, draw.randrange(1, 160)
        if language == "ky":
            return draw.choice(
                (f"{day}-күнү оозеки айтканбыз", f"Өзүбүз {sum_} сом чогултканбыз", f"Үйүмдүн номери {house}")
            )
        return draw.choice(
            (f"{day} числа говорили устно", f"Сами собрали {sum_} сомов", f"Мой дом номер {house}")
        )

    def _any(self, matter: Matter, slot: str) -> str:
        return self._slot(
            matter, slot, self.chance.randrange(len(self.table[matter.kind, matter.language, slot]))
        )

    def _slot(self, matter: Matter, slot: str, place: int) -> str:
        choices = self.table[matter.kind, matter.language, slot]
        values = {"village": matter.village, "street": matter.street, "n": matter.n, "n2": matter.n2}
        return choices[place % len(choices)].format(**values)
