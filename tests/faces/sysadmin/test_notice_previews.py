"""The operator reads every notice before anybody gets it."""

from __future__ import annotations

import pytest

from kairyluu.data.outbox.models import Lane
from kairyluu.notices.catalogue import KINDS
from kairyluu.notices.letter import LANGUAGES
from kairyluu.notices.short import short_text
from kairyluu.rules.exchange.short_messages import measure
from tests.cast import NOW, Town
from tests.faces.sysadmin.test_pages import signed_in
from tests.inspecting import text_of


def test_each_event_by_each_way_in_each_language(town: Town) -> None:
    Lane.objects.create(channel="sms", n_faults=2, next_at=NOW, away_since=NOW, last_error="SMPP 0x58")
    operator = signed_in(town.operator_of_the_system)

    index = text_of(operator.get("/sysadmin/outbox/notice/previews/").content)
    page = text_of(operator.get("/sysadmin/outbox/notice/previews/appeal_registered/").content)

    assert "SMPP 0x58" in index
    assert "Кайрылууңуз катталды: АЛ-2026-00042" in index
    for words in (
        "Мөөнөтү: 01.04.2026",
        "Срок: 01.04.2026",
        "By 01.04.2026",
        "UCS-2, 97 белги, 2 бөлүк",
        "Отвечать",
    ):
        assert words.lower() in page.lower(), words


@pytest.mark.parametrize("who", ["citizen", "registrar"])
def test_nobody_else(town: Town, who: str) -> None:
    answer = signed_in(getattr(town, who)).get("/sysadmin/outbox/notice/previews/")

    assert answer.status_code in (302, 403)


@pytest.mark.parametrize("code", [code for code, kind in KINDS.items() if not kind.is_by_mail_only])
def test_a_short_message_is_short_and_says_nothing_of_anybody(code: str) -> None:
    for language in LANGUAGES:
        text = short_text(code, language, KINDS[code].sample)
        assert measure(text).n_parts <= 3, text
        assert "  " not in text
        for private in ("Насос", "көчөдө", "кадастр", "Үлгүбаева"):
            assert private not in text
