"""The little Markdown: what it draws, and that no text can carry markup of its own."""

from __future__ import annotations

import pytest

from kairyluu.design.markdown import render


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("# Топ", "<h2>Топ</h2>"),
        ("## Бөлүк", "<h2>Бөлүк</h2>"),
        ("### Бөлүм", "<h3>Бөлүм</h3>"),
        ("бир\nэки", "<p>бир эки</p>"),
        ("бир\n\nэки", "<p>бир</p>\n<p>эки</p>"),
        ("- а\n- б", "<ul><li>а</li><li>б</li></ul>"),
        ("1. а\n2. б", "<ol><li>а</li><li>б</li></ol>"),
        ("1. а\n\n2. б", "<ol><li>а</li><li>б</li></ol>"),
        ("4. а\n5. б", '<ol start="4"><li>а</li><li>б</li></ol>'),
        ("1. а\n7. б", '<ol><li>а</li></ol>\n<ol start="7"><li>б</li></ol>'),
        ("- а\n  уландысы", "<ul><li>а уландысы</li></ul>"),
        ("- а\n\nкийинки", "<ul><li>а</li></ul>\n<p>кийинки</p>"),
        ("кадам:\n- а", "<p>кадам:</p>\n<ul><li>а</li></ul>"),
        ("**калың** сөз", "<p><b>калың</b> сөз</p>"),
        ("2 ** 3 ** 4", "<p>2 ** 3 ** 4</p>"),
        ("[мөөнөт](about-terms)", '<p><a href="/about-terms/">мөөнөт</a></p>'),
        ("[а](https://mfa.gov.kg/?a=1&b=2)", '<p><a href="https://mfa.gov.kg/?a=1&amp;b=2">а</a></p>'),
        ("[112](tel:112)", "<p>[112](tel:112)</p>"),
        ("[чалуу](tel:+996312960307)", '<p><a href="tel:+996312960307">чалуу</a></p>'),
        ("", ""),
    ],
)
def test_each_mark_is_drawn(written: str, drawn: str) -> None:
    assert render(written) == drawn


@pytest.mark.parametrize(
    "written",
    [
        "<script>alert(1)</script>",
        "## <img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](data:text/html,1)",
        "[x](//evil.example)",
        "[x](/\\evil.example)",
        '[x](https://a.kg/"onmouseover="y)',
        "- <b>",
        "**<i>**",
    ],
)
def test_a_text_carries_no_markup_of_its_own(written: str) -> None:
    drawn = str(render(written))

    for bad in (
        "<script",
        "<img",
        "<i>",
        "<b><",
        "<li><b>",
        'href="javascript',
        'href="data',
        'href="//',
        'href="/\\',
        '" on',
        '"on',
    ):
        assert bad not in drawn
