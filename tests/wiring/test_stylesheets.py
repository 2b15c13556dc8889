from __future__ import annotations

import re
from pathlib import Path

from kairyluu.wiring.stylesheets import lean

KIT = Path(__file__).resolve().parents[2] / "src/kairyluu/design/static/design/kit.css"


def test_comments_and_spare_spaces_go():
    assert lean("/* a { } */\na , b {\n  color: red;\n}\n") == "a,b{color: red;}\n"


def test_what_stands_in_quotes_is_left_alone():
    assert lean('p::before { content: " ;  { "; }') == 'p::before{content: " ;  { ";}\n'


def test_the_stylesheet_keeps_every_word():
    css = re.sub(r"/\*.*?\*/", "", KIT.read_text(), flags=re.DOTALL)

    assert "".join(lean(css).split()) == "".join(css.split())
    assert lean(lean(css)) == lean(css)
