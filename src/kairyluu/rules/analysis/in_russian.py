"""The sentences of an analysis in Russian, as an official would write them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from kairyluu.rules.analysis import russian, spans
from kairyluu.rules.analysis.russian import (
    ANSWER,
    APPEAL,
    BODY,
    CALENDAR_DAY,
    CALL,
    GENITIVE,
    RATING,
    counted,
)
from kairyluu.rules.analysis.spans import Span
from kairyluu.rules.analysis.writing import (
    FELL,
    FROM_NOTHING,
    GREW,
    RU,
    SAME,
    Change,
    decimal,
    figure,
    per_cent,
)

Part = tuple[str, int, Decimal | None]  # name, count, share
IN_WORDS_UP_TO = 10
# After «от» and «из»: the word before the noun, for one and for many.
BASES = {
    "received": ("поступившего", "поступивших", APPEAL),
    "answered": ("отправленного", "отправленных", ANSWER),
    "refused": ("оставленного без рассмотрения", "оставленных без рассмотрения", APPEAL),
    "rated": ("полученной", "полученных", RATING),
}


class Russian:
    language = RU

    def received(self, span: Span, n: int) -> str:
        return self._begun(f"{spans.within(span, RU)} поступило {counted(n, APPEAL)}.")

    def nothing(self, span: Span) -> str:
        return self._begun(f"{spans.within(span, RU)} обращений не поступало.")

    def change(self, told: Change, before: int | None, span: Span) -> str:
        earlier = f"{spans.compared_with(span, RU)} ({figure(before or 0, RU)})"
        if told.kind == SAME:
            return f"По сравнению с тем же периодом прошлого года ({figure(before or 0, RU)}) число обращений не изменилось."
        if told.kind == FROM_NOTHING:
            return f"{self._begun(spans.within(span, RU))} обращений не было."
        if told.kind not in (GREW, FELL):
            return "Данных для сравнения с тем же периодом прошлого года нет."
        by = figure(told.by, RU)
        if told.times:
            many = f"в {decimal(told.times, RU, trim=True)} {self._times(told.times)}"
            return f"Это на {by} больше, или {many} больше, чем {earlier}."
        how = "больше" if told.kind == GREW else "меньше"
        return f"Это на {by}, или на {per_cent(told.per_cent or Decimal(), RU)}, {how}, чем {earlier}."

    def not_comparable(self) -> str:
        return "С тем же периодом прошлого года сравнивать нельзя: изменилось определение показателя."

    def began(self) -> str:
        return "Некоторые органы подключились к порталу позже, поэтому сравнение с прошлым годом неполное."

    def apart(self) -> str:
        return (
            "Жалобы на названные органы и должностных лиц, а также конфиденциальные обращения в этот подсчёт не входят: "
            "они учитываются в анализе по всей стране."
        )

    def apart_of_bodies(self) -> str:
        return "Жалобы на названные органы и должностных лиц и конфиденциальные обращения не отнесены ни к одному органу."

    def standing(self, registered: int, considered: int, day: date) -> str:
        as_of = spans.as_of(day, RU)
        return f"Зарегистрировано {counted(registered, APPEAL)}; {as_of} рассматривается {counted(considered, APPEAL)}."

    def parts(self, base: str, n: int, parts: Sequence[Part]) -> str:
        return f"Из {self._of(base, n)}: {self._listed(parts)}."

    def foremost(self, base: str, n: int, parts: Sequence[Part]) -> str:
        return f"Из {self._of(base, n)} больше всего: {self._listed(parts)}."

    def base(self, base: str, n: int) -> str:
        if base == "own":
            return "Доли рассчитаны от числа ответов, отправленных каждым органом."
        return f"Доли рассчитаны от {self._of(base, n)}."

    def rounding(self) -> str:
        return "Сумма долей не равна 100\u00a0% из-за округления."

    def hidden(self) -> str:
        return "Малые числа и те, по которым их можно вычислить, не показаны («…»), чтобы нельзя было узнать людей."

    def answered(self, n: int, in_time: tuple[int, Decimal], late: tuple[int, Decimal]) -> str:
        first, second = (f"{figure(count, RU)} ({per_cent(part, RU)})" for count, part in (in_time, late))
        sent = russian.plural(n, "Отправлен", "Отправлено", "Отправлено")
        return f"{sent} {counted(n, ANSWER)}, из них в срок — {first}, с нарушением срока — {second}."

    def no_answers(self) -> str:
        return "В этот период ответы не отправлялись."

    def days(self, median: int, p90: int, most: int) -> str:
        return (
            f"Половина ответов дана не позднее чем за {counted(median, CALENDAR_DAY)}, девять из десяти — не позднее чем "
            f"за {counted(p90, CALENDAR_DAY)}; самый долгий срок — {counted(most, CALENDAR_DAY)}."
        )

    def overdue(self, n: int, day: date) -> str:
        as_of = self._begun(spans.as_of(day, RU))
        return (
            f"{as_of} просроченных обращений нет." if not n else f"{as_of} просрочено {counted(n, APPEAL)}."
        )

    def extended(self, n: int) -> str:
        return f"Срок рассмотрения продлён по {counted(n, APPEAL, russian.DATIVE)}."

    def late_bodies(self, n: int) -> str:
        if not n:
            return "Органов, отвечавших с нарушением срока, нет."
        many = russian.in_words(n) if n <= IN_WORDS_UP_TO else figure(n, RU)
        gave = russian.plural(n, "дал", "дали", "дали")
        return self._begun(f"{many} {russian.after(n, BODY)} {gave} часть ответов с нарушением срока.")

    def refused(self, n: int) -> str:
        if not n:
            return "Отказов в рассмотрении не было."
        return f"В рассмотрении отказано по {counted(n, APPEAL, russian.DATIVE)}."

    def forwarded(self, n: int) -> str:
        return f"По принадлежности в другие органы направлено {counted(n, APPEAL)}."

    def reviewed(self, n: int) -> str:
        return f"Вышестоящим органом пересмотрено {counted(n, APPEAL)}."

    def copies(self, n: int, part: Decimal) -> str:
        repeat = russian.plural(n, "почти повторяет", "почти повторяют", "почти повторяют")
        return (
            f"{self._begun(counted(n, ANSWER))} {repeat} прежние ({per_cent(part, RU)} отправленных ответов)."
        )

    def ratings(self, n: int, average: Decimal, satisfied: Decimal | None) -> str:
        told = f"Заявители оценили {counted(n, ANSWER)}, средняя оценка — {decimal(average, RU)} из 5."
        return f"{told} Удовлетворены — {per_cent(satisfied, RU)}." if satisfied is not None else told

    def confidential(self, n: int) -> str:
        said = russian.plural(
            n, "конфиденциально; оно входит", "конфиденциальны; они входят", "конфиденциальны; они входят"
        )
        return f"{self._begun(counted(n, APPEAL))} {said} только в общее число."

    def calls(self, n: int, a_day: Decimal, substantive: int) -> str:
        came = russian.plural(n, "поступил", "поступило", "поступило")
        told = f"На телефон доверия {came} {counted(n, CALL)}, в среднем {decimal(a_day, RU)} в день."
        return f"{told} По существу — {figure(substantive, RU)}."

    @staticmethod
    def _of(base: str, n: int) -> str:
        """«1 234 поступивших обращений», «21 поступившего обращения»."""
        one, many, noun = BASES[base]
        said = one if russian.is_one(n) else many
        return f"{figure(n, RU)} {said} {russian.after(n, noun, GENITIVE)}"

    @staticmethod
    def _times(times: Decimal) -> str:
        """«в 5 раз», «в 2 раза», «в 2,4 раза»."""
        whole = times == times.to_integral_value()
        return russian.plural(int(times), "раз", "раза", "раз") if whole else "раза"

    @staticmethod
    def _listed(parts: Sequence[Part]) -> str:
        return ", ".join(
            f"{name} — {figure(n, RU)}" + (f" ({per_cent(part, RU)})" if part is not None else "")
            for name, n, part in parts
        )

    @staticmethod
    def _begun(words: str) -> str:
        return words[:1].upper() + words[1:]
