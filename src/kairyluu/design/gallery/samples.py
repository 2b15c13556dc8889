"""What the gallery shows: a form, steps, figures. The people are samples; the days never change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django import forms
from django.core.paginator import Page, Paginator
from django.utils.safestring import SafeString

from kairyluu.design.charts import (
    Bar,
    Caption,
    Column,
    Line,
    Part,
    Series,
    Tile,
    bars_svg,
    columns_svg,
    laid_out,
    share_svg,
    tile_map_svg,
)
from kairyluu.design.charts.places import COUNTRY
from kairyluu.design.dates import SHORT_MONTHS

TODAY = date(2026, 11, 24)
KINDS = [("proposal", "Сунуш"), ("application", "Арыз"), ("complaint", "Даттануу")]
KIND_HINTS = {
    "proposal": "Мыйзамды же органдын ишин жакшыртуу",
    "application": "Жардам суроо же мыйзам бузууну билдирүү",
    "complaint": "Бузулган укукту калыбына келтирүү",
}


class SampleForm(forms.Form):
    body = forms.ChoiceField(
        label="Орган",
        help_text="Мамлекеттик же жергиликтүү орган.",
        choices=[("", "Тандаңыз"), ("1", "Алай РМА")],
    )
    kind = forms.ChoiceField(label="Түрү", choices=KINDS, widget=forms.RadioSelect)
    subject = forms.CharField(label="Темасы", max_length=40)
    text = forms.CharField(label="Тексти", widget=forms.Textarea(attrs={"rows": 4}))
    email = forms.EmailField(
        label="Электрондук почта", required=False, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
    sent_on = forms.DateField(
        label="Катталган күнү", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    letter = forms.FileField(label="Файл тиркөө", required=False)


def filled_form() -> SampleForm:
    return SampleForm(initial={"kind": "application", "subject": "Гүлчө айылында таза суу жок"}, prefix="a")


def wrong_form() -> SampleForm:
    return SampleForm({"b-email": "asan@example", "b-kind": "wish"}, prefix="b")


@dataclass(frozen=True)
class Step:
    title: str
    when: date | None = None
    until: str = ""
    text: str = ""
    look: str = ""


STEPS = [
    Step("Катталды", date(2026, 11, 4), text="АЛ-2026-00301"),
    Step("Аким тапшырма берди", date(2026, 11, 5)),
    Step("Айыл өкмөтү мөөнөтүндө бербеди", date(2026, 11, 23), look="is-late"),
    Step("Мыйзамдуу мөөнөт бүтөт", until="25-ноябрга чейин", look="is-next"),
]


def months() -> Line:
    return Line(
        "Кайрылуулардын саны айлар боюнча, сандары жанындагы таблицада",
        SHORT_MONTHS["ky"],
        Series("2026", (3120, 3875, 4210, 4402, 3610, 4105, 3980, 3742, 4531, 4812, None, None)),
        Series("2025", (3406, 3512, 3790, 3984, 3301, 3755, 3620, 3488, 4017, 4208, 3940, 3702)),
    )


def pictures() -> list[SafeString]:
    """Every kind: columns, bars, a map, parts of a whole; with a number that is hidden."""
    chart = months()
    before = chart.before.values if chart.before else ()
    columns = [Column(*row) for row in zip(chart.labels, chart.now.values, before, strict=True)]
    bars = [Bar(name, n, n // 2) for name, n in TOPIC_COUNTS] + [Bar("Башка", None, note="*")]
    places = laid_out(list(REGIONS), COUNTRY, n_columns=4)
    tiles = [Tile(name, n, *places[code], note="*") for code, (name, n) in REGIONS.items()]
    said = "Сандары жанындагы таблицада"
    return [
        columns_svg(Caption("p1", "Айлар боюнча", said), columns),
        bars_svg(Caption("p2", "Темалар боюнча", said), bars),
        tile_map_svg(Caption("p3", "Аймактар боюнча", said), tiles),
        share_svg([Part("Арыз", 3, 75.0), Part("Даттануу", 1, 25.0)], Caption("p4", "Түрү боюнча", said)),
    ]


def page() -> Page:
    return Paginator(range(214), 8).page(5)


# (label, count); the figures of no real year
KIND_COUNTS = [("Даттануу", 9047), ("Арыз", 27584), ("Сунуш", 3756)]
TOPIC_COUNTS = [
    ("Турак жай, коммуналдык кызмат", 6906),
    ("Социалдык төлөм, пенсия", 5735),
    ("Жер маселелери", 4766),
    ("Жол", 0),
]
REGIONS = {
    "kg-gb": ("Бишкек шаары", 9612),
    "kg-o": ("Ош", 6300),
    "kg-j": ("Жалал-Абад", 5937),
    "kg-c": ("Чүй", 5331),
    "kg-y": ("Ысык-Көл", 3271),
    "kg-n": ("Нарын", 2706),
    "kg-go": ("Ош шаары", 2585),
    "kg-b": ("Баткен", 2464),
    "kg-t": ("Талас", None),
}
