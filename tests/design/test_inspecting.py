"""The inspector itself: a good page passes, and each fault it is there for is found."""

from __future__ import annotations

import pytest

from tests.inspecting import form_of, inspect_page, skeleton, text_of

GOOD = (
    '<!doctype html><html lang="ky"><head><title>Бет — Кайрылуу</title></head><body><h1>Бет</h1>'
    '<form method="post"><label>Аты <input name="a"></label><label for="b">Б</label><input id="b" name="b"></form>'
    "<p>HERE</p></body></html>"
)


def test_a_good_page_passes() -> None:
    inspect_page(GOOD)
    assert text_of(GOOD) == "Бет Аты Б HERE"


@pytest.mark.parametrize(
    "fault",
    [
        "<h1>Экинчи</h1>",
        '<input name="c">',
        '<label>А</label><input name="c">',
        '<b id="b">x</b>',
        '<a href="#nowhere">x</a>',
        '<a href="">x</a>',
        '<span aria-describedby="nowhere">x</span>',
        '<b style="color:red">x</b>',
        "<script>1</script>",
        '<b onclick="x()">x</b>',
        '<a href="javascript:x()">x</a>',
        "{{ value }}",
        "{% endif %}",
        "None",
        "Мөөнөт: None",
        '<a href="/appeals/None/">x</a>',
        '<div class="error-summary">Ката</div>',
        "<p><div></div></p>",
        "<ul><li>x</ul></li>",
    ],
)
def test_a_fault_is_found(fault: str) -> None:
    with pytest.raises(AssertionError):
        inspect_page(GOOD.replace("<p>HERE</p>", fault))


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ('lang="ky"', ""),
        ("<title>Бет", "<title>Башка"),
        ("<h1>Бет</h1>", "<h1></h1>"),
        ("<h1>Бет</h1>", ""),
        ("<!doctype html>", ""),
    ],
)
def test_a_page_needs_its_frame(was: str, becomes: str) -> None:
    with pytest.raises(AssertionError):
        inspect_page(GOOD.replace(was, becomes))


@pytest.mark.parametrize(
    ("known", "fault"),
    [
        ("<p><b>a</b></p>", "<p><b>a</p></b>"),
        ('<b title="a">x</b>', '<b title="a" title="a">x</b>'),
        ('<b title="a">x</b>', '<b title="a>x</b>'),
        ('<b title="a">x</b>', '<b title="a&nowhere;">x</b>'),
        ("<p>a</p>", "<p>a\x00</p>"),
        ("<p>a</p>", "<p>&nowhere;</p>"),
        ("<table> <tr><td>a</td></tr></table>", "<table> <td>a</td></table>"),
        ("<!-- a --><p>a</p>", "<!-- a -- a --><p>a</p>"),
    ],
)
def test_a_page_that_was_valid_hides_no_fault_of_one_like_it(known: str, fault: str) -> None:
    assert skeleton(known) != skeleton(fault)
    inspect_page(GOOD.replace("<p>HERE</p>", known))

    with pytest.raises(AssertionError, match="not valid HTML"):
        inspect_page(GOOD.replace("<p>HERE</p>", fault))


def test_other_words_make_no_other_skeleton() -> None:
    one, other = '<a href="/a/1/"> Бир </a> <b>x</b>', '<a href="/a/22/">Эки сөз</a>\n<b>— 3,5 %</b>'

    assert skeleton(one) == skeleton(other)
    assert skeleton("<b> </b>") != skeleton("<b>x</b>")


def test_a_form_is_read_as_a_browser_sends_it() -> None:
    html = (
        '<form method="get"><input name="q"></form><form method="post" action="/send/">'
        '<input type="hidden" name="key" value="1"><input name="off" value="x" disabled>'
        '<input type="radio" name="kind" value="a"><input type="radio" name="kind" value="b" checked>'
        '<input type="checkbox" name="agree"><input type="file" name="file"><button name="go" value="1">Go</button>'
        '<select name="body"><option value="1">1<option value="2" selected>2</select>'
        '<select name="first"><option value="x">x<option value="y">y</select>'
        '<input name="many" value="1"><input name="many" value="2">'
        "<textarea name='text'>\n\nбир &amp; эки\n</textarea></form>"
    )

    assert form_of(html, having="key") == {
        "key": "1",
        "kind": "b",
        "body": "2",
        "first": "x",
        "many": ["1", "2"],
        "text": "\nбир & эки\n",
    }
    with pytest.raises(AssertionError):
        form_of(html, having="absent")
