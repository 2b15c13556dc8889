"""Days, times and figures in words, the way each language writes them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

BISHKEK = ZoneInfo("Asia/Bishkek")
NO_BREAK = "\u00a0"
WEEKDAYS = {
    "ky": ("дүйшөмбү", "шейшемби", "шаршемби", "бейшемби", "жума", "ишемби", "жекшемби"),
    "ru": ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
MONTHS = {
    "ky": [
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
        "декабрь",
    ],
    "ru": [
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
        "декабря",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}

SHORT_MONTHS = {
    "ky": ("Янв", "Фев", "Мар", "Апр", "Май", "Июн", "Июл", "Авг", "Сен", "Окт", "Ноя", "Дек"),
    "ru": ("Янв", "Фев", "Мар", "Апр", "Май", "Июн", "Июл", "Авг", "Сен", "Окт", "Ноя", "Дек"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}


def day_of(value: date | datetime) -> date:
    """The date in Bishkek of a moment, or the date itself."""
    return value.astimezone(BISHKEK).date() if isinstance(value, datetime) else value


def day_in_words(
    value: date | datetime, language: str, *, today: date | None = None, weekday: bool = False
) -> str:
    """«15-декабрь, шейшемби», «15 декабря, вторник», «Tuesday, 15 December»; the year where it is not this one."""
    day = day_of(value)
    month = MONTHS[language][day.month - 1]
    with_year = today is None or day.year != today.year
    name = WEEKDAYS[language][day.weekday()]
    if language == "ky":
        words = f"{day.year}-ж. {day.day}-{month}" if with_year else f"{day.day}-{month}"
        return f"{words}, {name}" if weekday else words
    words = f"{day.day} {month} {day.year}" if with_year else f"{day.day} {month}"
    if language == "ru":
        words += " г." if with_year else ""
        return f"{words}, {name}" if weekday else words
    return f"{name}, {words}" if weekday else words


def short_day(value: date | datetime) -> str:
    """24.11.2026, as journals write it."""
    return day_of(value).strftime("%d.%m.%Y")


def clock(value: datetime) -> str:
    """9:05, Bishkek time."""
    moment = value.astimezone(BISHKEK)
    return f"{moment.hour}:{moment.minute:02}"


def figure(value: int) -> str:
    """40 387: groups of three with a no-break space, four digits too."""
    return f"{value:,}".replace(",", NO_BREAK)


def per_cent(value: float | Decimal) -> str:
    """94,1 %: one decimal, half-up."""
    rounded = Decimal(str(value)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{rounded}".replace(".", ",") + NO_BREAK + "%"


def working_days_left(n: int, language: str) -> str:
    """«3 жумуш күн калды», «2 күн өттү»; zero is the last day."""
    if language == "ky":
        return "Бүгүн бүтөт" if n == 0 else f"{n} жумуш күн калды" if n > 0 else f"{-n} жумуш күн өттү"
    if language == "ru":
        if n == 0:
            return "Сегодня последний день"
        days = f"{abs(n)} {_russian(abs(n), 'рабочий день', 'рабочих дня', 'рабочих дней')}"
        left = _russian(n, "Остался", "Осталось", "Осталось")
        return f"{left} {days}" if n > 0 else f"Просрочено на {days}"
    if n == 0:
        return "Ends today"
    days = f"{abs(n)} working day{'s' if abs(n) != 1 else ''}"
    return f"{days} left" if n > 0 else f"{days} overdue"


def _russian(n: int, one: str, few: str, many: str) -> str:
    if n % 10 == 1 and n % 100 != 11:
        return one
    return few if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else many
