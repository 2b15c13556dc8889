"""The sentences of an analysis in Kyrgyz, as an official would write them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from kairyluu.rules.analysis import kyrgyz, spans
from kairyluu.rules.analysis.kyrgyz import DATIVE, POSSESSIVE
from kairyluu.rules.analysis.spans import Span
from kairyluu.rules.analysis.writing import (
    FELL,
    FROM_NOTHING,
    GREW,
    KY,
    SAME,
    Change,
    decimal,
    figure,
    per_cent,
)

Part = tuple[str, int, Decimal | None]  # name, count, share
OF = {
    "received": "келип түшкөн {n} кайрылуунун",
    "answered": "жөнөтүлгөн {n} жооптун",
    "refused": "кароодон баш тартылган {n} кайрылуунун",
}
IN_WORDS_UP_TO = 10
BASES = {
    "received": "келип түшкөн {n} кайрылуудан",
    "answered": "жөнөтүлгөн {n} жооптон",
    "refused": "кароодон баш тартылган {n} кайрылуудан",
    "rated": "берилген {n} баадан",
    "own": "ар бир органдын өзү жөнөткөн жооптордун санынан",
}


class Kyrgyz:
    language = KY

    def received(self, span: Span, n: int) -> str:
        return self._begun(f"{spans.within(span, KY)} {self._n(n)} кайрылуу келип түштү.")

    def nothing(self, span: Span) -> str:
        return self._begun(f"{spans.within(span, KY)} кайрылуу келип түшкөн жок.")

    def change(self, told: Change, before: int | None, span: Span) -> str:
        earlier = f"{spans.compared_with(span, KY)} салыштырганда ({self._n(before or 0)})"
        if told.kind == SAME:
            return f"{self._begun(earlier)} кайрылуулардын саны өзгөргөн жок."
        if told.kind == FROM_NOTHING:
            return f"{self._begun(spans.within(span, KY))} кайрылуу болгон эмес."
        if told.kind not in (GREW, FELL):
            return "Мурунку жылдын ушул мезгили менен салыштыруу үчүн маалымат жок."
        size = kyrgyz.per_cent(told.per_cent or Decimal(), DATIVE)
        if told.times:
            size = f"{decimal(told.times, KY, trim=True)} эсе"
        how = "көп" if told.kind == GREW else "аз"
        return f"Бул {earlier} {kyrgyz.numeral(told.by, DATIVE)}, же {size} {how}."

    def not_comparable(self) -> str:
        return (
            "Көрсөткүчтүн аныктамасы өзгөргөндүктөн, мурунку жылдын ушул мезгили менен салыштырууга болбойт."
        )

    def began(self) -> str:
        return "Айрым органдар порталга кийин кошулгандыктан, мурунку жыл менен салыштыруу толук эмес."

    def apart(self) -> str:
        return (
            "Аталган органга же кызматкерге даттануулар жана купуя кайрылуулар бул эсепке кирген жок: "
            "алар бүткүл өлкө боюнча талдоодо эсептелет."
        )

    def apart_of_bodies(self) -> str:
        return "Аталган органга же кызматкерге даттануулар жана купуя кайрылуулар бир да органдын сабына кирген жок."

    def standing(self, registered: int, considered: int, day: date) -> str:
        as_of = spans.as_of(day, KY)
        return f"{self._n(registered)} кайрылуу катталды; {as_of} {self._n(considered)} кайрылуу каралууда."

    def parts(self, base: str, n: int, parts: Sequence[Part]) -> str:
        return self._begun(f"{OF[base].format(n=self._n(n))} ичинен: {self._listed(parts)}.")

    def foremost(self, base: str, n: int, parts: Sequence[Part]) -> str:
        return self._begun(f"{OF[base].format(n=self._n(n))} ичинен эң көбү: {self._listed(parts)}.")

    def base(self, base: str, n: int) -> str:
        return f"Пайыздар {BASES[base].format(n=self._n(n))} эсептелди."

    def rounding(self) -> str:
        return "Тегеректөөдөн улам пайыздардын суммасы 100\u00a0%га барабар эмес."

    def hidden(self) -> str:
        return "Адамдар таанылбашы үчүн аз сандар жана аларды эсептеп чыгууга мүмкүндүк берген сандар көрсөтүлгөн жок («…»)."

    def answered(self, n: int, in_time: tuple[int, Decimal], late: tuple[int, Decimal]) -> str:
        first, second = (f"{self._n(count)} ({per_cent(part, KY)})" for count, part in (in_time, late))
        return (
            f"{self._n(n)} жооп жөнөтүлдү, анын ичинен өз убагында — {first}, мөөнөтү өткөрүлүп — {second}."
        )

    def no_answers(self) -> str:
        return "Бул мезгилде жооп жөнөтүлгөн жок."

    def days(self, median: int, p90: int, most: int) -> str:
        return (
            f"Жооптордун жарымы {self._n(median)} календардык күндөн кечиктирилбей, ар бир он жооптун тогузу "
            f"{self._n(p90)} календардык күндөн кечиктирилбей берилди; эң узак мөөнөт — {self._n(most)} календардык күн."
        )

    def overdue(self, n: int, day: date) -> str:
        as_of = self._begun(spans.as_of(day, KY))
        return (
            f"{as_of} мөөнөтү өткөн кайрылуу жок."
            if not n
            else f"{as_of} мөөнөтү өткөн кайрылуулар — {self._n(n)}."
        )

    def extended(self, n: int) -> str:
        return f"{self._n(n)} кайрылууну кароо мөөнөтү узартылды."

    def late_bodies(self, n: int) -> str:
        if not n:
            return "Мөөнөттү өткөрүп жооп берген орган жок."
        many = kyrgyz.in_words(n) if n <= IN_WORDS_UP_TO else self._n(n)
        return self._begun(f"{many} орган айрым жоопторду мөөнөттөн кеч берген.")

    def refused(self, n: int) -> str:
        return f"{self._n(n)} кайрылууну кароодон баш тартылды." if n else "Кароодон баш тартуу болгон жок."

    def forwarded(self, n: int) -> str:
        return f"{self._n(n)} кайрылуу ыйгарым укугу боюнча башка органга жөнөтүлдү."

    def reviewed(self, n: int) -> str:
        return f"{self._n(n)} кайрылуу жогору турган органда кайра каралды."

    def copies(self, n: int, part: Decimal) -> str:
        said = per_cent(part, KY) + kyrgyz.ending("пайыз", POSSESSIVE)
        return f"{self._n(n)} жооп мурунку жоопту дээрлик кайталайт (жөнөтүлгөн жооптордун {said})."

    def ratings(self, n: int, average: Decimal, satisfied: Decimal | None) -> str:
        told = f"Арыз ээлери {self._n(n)} жоопко баа беришти, орточо баа — 5 ичинен {decimal(average, KY)}."
        return f"{told} Канааттангандары — {per_cent(satisfied, KY)}." if satisfied is not None else told

    def confidential(self, n: int) -> str:
        return f"{self._n(n)} кайрылуу купуя; алар жалпы санга гана кирет."

    def calls(self, n: int, a_day: Decimal, substantive: int) -> str:
        told = f"Ишеним телефонуна {self._n(n)} чалуу түштү, бул күнүнө орто эсеп менен {decimal(a_day, KY)}."
        return f"{told} Алардын {kyrgyz.numeral(substantive, POSSESSIVE)} маңызы боюнча."

    @staticmethod
    def _n(n: int) -> str:
        return figure(n, KY)

    def _listed(self, parts: Sequence[Part]) -> str:
        return ", ".join(
            f"{name} — {self._n(n)}" + (f" ({per_cent(part, KY)})" if part is not None else "")
            for name, n, part in parts
        )

    @staticmethod
    def _begun(words: str) -> str:
        return words[:1].upper() + words[1:]
