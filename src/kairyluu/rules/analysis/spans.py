"""A period in words: «2026-жылдын октябрь айында», «за девять месяцев 2026 года», and the one a year before it."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from kairyluu.rules.analysis import kyrgyz
from kairyluu.rules.analysis.writing import EN, KY, RU

MONTH, QUARTER, HALF, YEAR, MONTHS, DAYS = "month", "quarter", "half_year", "year", "months", "days"
_KY = (
    *(
        "январь",
        "февраль",
        "март",
        "апрель",
        "май",
        "июнь",
        "июль",
        "август",
        "сентябрь",
        "октябрь",
        "ноябрь",
    ),
    "декабрь",
)
_RU_IN = (
    *(
        "январе",
        "феврале",
        "марте",
        "апреле",
        "мае",
        "июне",
        "июле",
        "августе",
        "сентябре",
        "октябре",
        "ноябре",
    ),
    "декабре",
)
_RU_OF = (
    *(
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
    ),
    "декабря",
)
_EN = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October"),
    *("November", "December"),
)
_ROMAN = ("I", "II", "III", "IV")
# «за девять месяцев», «тогуз айында», in words as reports write it.
_RU_MONTHS = {
    2: "два",
    4: "четыре",
    5: "пять",
    7: "семь",
    8: "восемь",
    9: "девять",
    10: "десять",
    11: "одиннадцать",
}
_EN_MONTHS = {2: "two", 4: "four", 5: "five", 7: "seven", 8: "eight", 9: "nine", 10: "ten", 11: "eleven"}


@dataclass(frozen=True)
class Span:
    """Both days belong to it."""

    first: date
    last: date

    @property
    def kind(self) -> str:
        return self._shape[0]

    @property
    def number(self) -> int:
        """The month, the quarter, the half-year; of MONTHS how many."""
        return self._shape[1]

    @property
    def year(self) -> int:
        return self.first.year

    @property
    def _shape(self) -> tuple[str, int]:
        first, last = self.first, self.last
        is_whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
        if not is_whole or first.year != last.year:
            return DAYS, 0
        start, length = first.month, last.month - first.month + 1
        if length == 1:
            return MONTH, start
        if length == 12:
            return YEAR, first.year
        if length in (3, 6) and start % length == 1:
            return (QUARTER if length == 3 else HALF), (start - 1) // length + 1
        return (MONTHS, length) if start == 1 else (DAYS, 0)

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def within(span: Span, language: str) -> str:
    """«2026-жылдын октябрь айында», «в октябре 2026 года», “in October 2026”."""
    return {KY: _within_ky, RU: _within_ru, EN: _within_en}[language](span)


def compared_with(span: Span, language: str) -> str:
    """As it stands after the words of comparison: «2025-жылдын октябрь айына салыштырганда», «чем в октябре 2025 года»."""
    return _to_ky(span) if language == KY else within(span, language)


def titled(span: Span, language: str) -> str:
    """For a title: «2026-жылдын октябрь айы», «за октябрь 2026 года», “October 2026”."""
    return {KY: _title_ky, RU: _title_ru, EN: _title_en}[language](span)


def day_in_words(day: date, language: str) -> str:
    """«2026-жылдын 1-ноябры», «1 ноября 2026 года», “1 November 2026”."""
    if language == KY:
        return f"{kyrgyz.year(day.year, kyrgyz.GENITIVE)} {day.day}-{_of_year_ky(day.month)}"
    if language == RU:
        return f"{day.day} {_RU_OF[day.month - 1]} {day.year} года"
    return f"{day.day} {_EN[day.month - 1]} {day.year}"


def as_of(day: date, language: str) -> str:
    """«2026-жылдын 1-ноябрына карата», «на 1 ноября 2026 года», “as of 1 November 2026”."""
    words = day_in_words(day, language)
    if language == KY:
        return f"{_possessed(words, kyrgyz.DATIVE)} карата"
    return f"{'на' if language == RU else 'as of'} {words}"


def _of_year_ky(month: int) -> str:
    """«октябры», «майы»: the month of its year; the soft sign gives way to the ending."""
    word = _KY[month - 1].rstrip("ь")
    return word + kyrgyz.ending(word, kyrgyz.POSSESSIVE)


def _part_ky(span: Span) -> str:
    """The part of the year, third person: «октябрь айы», «III кварталы», «тогуз айы»."""
    kind, number = span.kind, span.number
    if kind == MONTH:
        return f"{_KY[number - 1]} айы"
    if kind == MONTHS:
        return f"{kyrgyz.in_words(number)} айы"
    return f"{_ROMAN[number - 1]} кварталы" if kind == QUARTER else f"{_ROMAN[number - 1]} жарым жылдыгы"


def _days_ky(span: Span) -> str:
    """«2026-жылдын 1-январынан 15-мартына чейин»."""
    first, last = span.first, span.last
    second = f"{kyrgyz.year(last.year, kyrgyz.GENITIVE)} " if last.year != first.year else ""
    start = f"{kyrgyz.year(first.year, kyrgyz.GENITIVE)} {first.day}-{_possessed(_of_year_ky(first.month), 'ablative')}"
    return f"{start} {second}{last.day}-{_possessed(_of_year_ky(last.month), 'dative')} чейин"


def _possessed(word: str, case: str) -> str:
    """After the third person: «айында», «айына», «айынан»."""
    close = word[-1]
    open_ = {"ы": "а", "у": "а", "и": "е", "ү": "ө"}[close]
    if case == kyrgyz.DATIVE:
        return f"{word}н{open_}"
    return f"{word}нд{open_}" if case == kyrgyz.LOCATIVE else f"{word}н{open_}н"


def _within_ky(span: Span) -> str:
    if span.kind == YEAR:
        return f"{span.year}-жылы"
    if span.kind == DAYS:
        return _days_ky(span)
    return f"{kyrgyz.year(span.year, kyrgyz.GENITIVE)} {_possessed(_part_ky(span), kyrgyz.LOCATIVE)}"


def _to_ky(span: Span) -> str:
    if span.kind == YEAR:
        return kyrgyz.year(span.year, kyrgyz.DATIVE)
    if span.kind == DAYS:
        return f"{_days_ky(span)} болгон мезгилге"
    return f"{kyrgyz.year(span.year, kyrgyz.GENITIVE)} {_possessed(_part_ky(span), kyrgyz.DATIVE)}"


def _title_ky(span: Span) -> str:
    if span.kind == YEAR:
        return f"{span.year}-жыл"
    if span.kind == DAYS:
        return _days_ky(span)
    return f"{kyrgyz.year(span.year, kyrgyz.GENITIVE)} {_part_ky(span)}"


def _within_ru(span: Span) -> str:
    kind, number, year = span.kind, span.number, span.year
    if kind == MONTH:
        return f"в {_RU_IN[number - 1]} {year} года"
    if kind == YEAR:
        return f"в {year} году"
    if kind == QUARTER:
        return f"в {_ROMAN[number - 1]} квартале {year} года"
    if kind == HALF:
        return f"в {_ROMAN[number - 1]} полугодии {year} года"
    return f"{'в период ' * (kind == DAYS)}{_title_ru(span)}"


def _title_ru(span: Span) -> str:
    kind, number, year = span.kind, span.number, span.year
    if kind == DAYS:
        first, last = span.first, span.last
        other = f" {first.year} года" if first.year != last.year else ""
        return f"с {first.day} {_RU_OF[first.month - 1]}{other} по {day_in_words(last, RU)}"
    if kind == YEAR:
        return f"за {year} год"
    if kind == MONTHS:
        return f"за {_RU_MONTHS[number]} {'месяца' if number < 5 else 'месяцев'} {year} года"
    part = {MONTH: _KY[number - 1] if kind == MONTH else "", QUARTER: "квартал", HALF: "полугодие"}[kind]
    return f"за {part} {year} года" if kind == MONTH else f"за {_ROMAN[number - 1]} {part} {year} года"


def _within_en(span: Span) -> str:
    if span.kind == DAYS:
        return f"from {day_in_words(span.first, EN)} to {day_in_words(span.last, EN)}"
    return f"in {'the ' * (span.kind in (QUARTER, HALF, MONTHS))}{_title_en(span)}"


def _title_en(span: Span) -> str:
    kind, number, year = span.kind, span.number, span.year
    if kind == DAYS:
        return f"{day_in_words(span.first, EN)} – {day_in_words(span.last, EN)}"
    if kind == YEAR:
        return str(year)
    if kind == MONTH:
        return f"{_EN[number - 1]} {year}"
    if kind == MONTHS:
        return f"first {_EN_MONTHS[number]} months of {year}"
    order = ("first", "second", "third", "fourth")[number - 1]
    return f"{order} {'quarter' if kind == QUARTER else 'half'} of {year}"
