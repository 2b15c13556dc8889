"""Russian numbers: read aloud, and the form of the noun that stands after them."""

from __future__ import annotations

from dataclasses import dataclass

from kairyluu.rules.analysis import writing

NOMINATIVE, GENITIVE, DATIVE, INSTRUMENTAL, PREPOSITIONAL = (
    "nominative",
    "genitive",
    "dative",
    "instrumental",
    "prepositional",
)
MASCULINE, FEMININE, NEUTER = "masculine", "feminine", "neuter"
_OBLIQUE = (GENITIVE, DATIVE, INSTRUMENTAL, PREPOSITIONAL)
_ONES = {MASCULINE: ("один", "два"), FEMININE: ("одна", "две"), NEUTER: ("одно", "два")}
_UP_TO_19 = (
    *("", "", "", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять", "одиннадцать"),
    *("двенадцать", "тринадцать", "четырнадцать", "пятнадцать", "шестнадцать", "семнадцать", "восемнадцать"),
    "девятнадцать",
)
_TENS = (
    *("", "", "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят"),
    "девяносто",
)
_HUNDREDS = (
    *("", "сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот"),
    "девятьсот",
)


@dataclass(frozen=True)
class Noun:
    """`few` follows two, three and four and is the genitive singular, unless that is `of_one`; `many` is the genitive
    plural; `singular` and `plural` are the dative, instrumental and prepositional of each number."""

    one: str
    few: str
    many: str
    singular: tuple[str, str, str]
    plural: tuple[str, str, str]
    gender: str = NEUTER
    of_one: str = ""


APPEAL = Noun(
    *("обращение", "обращения", "обращений"),
    ("обращению", "обращением", "обращении"),
    ("обращениям", "обращениями", "обращениях"),
)
ANSWER = Noun(
    *("ответ", "ответа", "ответов"),
    ("ответу", "ответом", "ответе"),
    ("ответам", "ответами", "ответах"),
    MASCULINE,
)
BODY = Noun(
    *("орган", "органа", "органов"),
    ("органу", "органом", "органе"),
    ("органам", "органами", "органах"),
    MASCULINE,
)
CALENDAR_DAY = Noun(
    *("календарный день", "календарных дня", "календарных дней"),
    ("календарному дню", "календарным днём", "календарном дне"),
    ("календарным дням", "календарными днями", "календарных днях"),
    MASCULINE,
    of_one="календарного дня",
)
RATING = Noun(
    *("оценка", "оценки", "оценок"),
    ("оценке", "оценкой", "оценке"),
    ("оценкам", "оценками", "оценках"),
    FEMININE,
)
CALL = Noun(
    *("звонок", "звонка", "звонков"),
    ("звонку", "звонком", "звонке"),
    ("звонкам", "звонками", "звонках"),
    MASCULINE,
)


def is_one(n: int) -> bool:
    """21 and 101 take the singular, 11 does not."""
    return n % 10 == 1 and n % 100 != 11


def is_few(n: int) -> bool:
    return n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14)


def plural(n: int, one: str, few: str, many: str) -> str:
    return one if is_one(n) else few if is_few(n) else many


def after(n: int, noun: Noun, case: str = NOMINATIVE) -> str:
    """The noun after the number: «21 обращение», «из 21 обращения», «к 22 обращениям»."""
    if case == NOMINATIVE:
        return plural(n, noun.one, noun.few, noun.many)
    if case == GENITIVE:
        return (noun.of_one or noun.few) if is_one(n) else noun.many
    return (noun.singular if is_one(n) else noun.plural)[_OBLIQUE.index(case) - 1]


def counted(n: int, noun: Noun, case: str = NOMINATIVE) -> str:
    """«1 234 обращения» with a space that does not break the number."""
    return f"{writing.figure(n, writing.RU)} {after(n, noun, case)}"


def in_words(n: int, gender: str = MASCULINE) -> str:
    """Nominative: «двадцать одна», «две тысячи пять»."""
    if n == 0:
        return "ноль"
    words: list[str] = []
    for size, forms, kind in (
        (10**9, ("миллиард", "миллиарда", "миллиардов"), MASCULINE),
        (10**6, ("миллион", "миллиона", "миллионов"), MASCULINE),
        (10**3, ("тысяча", "тысячи", "тысяч"), FEMININE),
    ):
        many, n = divmod(n, size)
        if many:
            words += [*_below_thousand(many, kind), plural(many, *forms)]
    return " ".join(words + _below_thousand(n, gender))


def _below_thousand(n: int, gender: str) -> list[str]:
    hundreds, rest = divmod(n, 100)
    tens, ones = (0, rest) if rest < 20 else divmod(rest, 10)
    last = _ONES[gender][ones - 1] if ones in (1, 2) else _UP_TO_19[ones]
    return [word for word in (_HUNDREDS[hundreds], _TENS[tens], last) if word]
