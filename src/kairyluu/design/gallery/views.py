"""Every component in every condition: empty, long, wrong, overdue."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kairyluu.design import wording
from kairyluu.design.gallery import samples
from kairyluu.design.nav import Item, Section
from kairyluu.design.qr import qr_svg


def citizens(request: HttpRequest) -> HttpResponse:
    return render(request, "design/gallery/citizens.html", _conditions() | _frame())


def desk(request: HttpRequest) -> HttpResponse:
    rail = (
        Section(
            "Кезектер", (Item("Каттала элек", "#h", True, 5), Item("Мөөнөтү өттү", "#h", False, 2, True))
        ),
        Section("Көзөмөл", (Item("Башчынын барагы", "#h"), Item("Ката жок", "#h", False, 0, True))),
    )
    frame = {
        "rail": rail,
        "desk_body": "Алай РМА аппараты",
        "desk_search": "/gallery/desk/",
        "who_name": "Жазгүл Үлгүбаева (үлгү)",
        "who_post": "башкы адис",
    }
    return render(request, "design/gallery/desk.html", _conditions() | frame)


def _frame() -> dict[str, Any]:
    return {
        "menu": [Item("Кайрылуу жиберүү", "#h", True), Item("Кайрылууну текшерүү", "#h")],
        "support_phones": [Item("(312) 00 00 00", "tel:+996312000000")],
    }


def _conditions() -> dict[str, Any]:
    return {
        "form": samples.filled_form(),
        "wrong": samples.wrong_form(),
        "failed": True,
        "kind_hints": samples.KIND_HINTS,
        "states": list(wording.STATES),
        "steps": samples.STEPS,
        "today": samples.TODAY,
        "months": samples.months(),
        "pictures": samples.pictures(),
        "kind_counts": samples.KIND_COUNTS,
        "topic_counts": samples.TOPIC_COUNTS,
        "page": samples.page(),
        "qr": qr_svg("https://kairyluu.example/t/26-318-472", "QR-код: кайрылууну текшерүү барагы"),
        "long_text": "Биринчи сап.\nЭкинчи сап.\n\nЖаңы абзац: <b>белги эмес</b>, жөн гана текст.",
    }
