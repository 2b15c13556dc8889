"""Every sentence of the house speaks Kyrgyz and Russian; English is how it is written in the code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from django.utils.translation.template import templatize

SOURCE = Path(__file__).resolve().parents[2] / "src" / "kairyluu"
CALLS = {"_": 1, "gettext": 1, "gettext_lazy": 1, "gettext_noop": 1, "ngettext": 2, "ngettext_lazy": 2}
WITH_CONTEXT = {"pgettext": 1, "pgettext_lazy": 1, "npgettext": 2, "npgettext_lazy": 2}
IN_TEMPLATE = re.compile(
    r"\b(_|gettext|ngettext|pgettext|npgettext)\(((?:u?'(?:[^'\\]|\\.)*'|u?\"(?:[^\"\\]|\\.)*\"|[\s,])+)"
)
KEEPS = re.compile(r"%\(\w+\)[sd]|\{\w*\}|%s|%d")
LOOKALIKE = re.compile(r"[ѳѲ]|[а-яёңөү][a-z]|[a-z][а-яёңөү]", re.IGNORECASE)

Sentence = tuple[str, str]  # context, text


def python_sentences(path: Path) -> Iterator[Sentence]:
    for node in ast.walk(ast.parse(path.read_text())):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        words = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        name = node.func.id
        if name in CALLS and words:
            yield "", words[0]
        elif name in WITH_CONTEXT and len(words) > 1:
            yield words[0], words[1]


def template_sentences(path: Path) -> Iterator[Sentence]:
    for name, inside in IN_TEMPLATE.findall(templatize(path.read_text())):
        words = ast.literal_eval(f"({inside.strip().rstrip(',')},)")
        yield (words[0], words[1]) if name.startswith(("pg", "npg")) else ("", words[0])


def sentences() -> dict[Sentence, str]:
    """Every sentence with a file that says it."""
    found: dict[Sentence, str] = {}
    for path in SOURCE.rglob("*.py"):
        if "migrations" not in path.parts:
            found |= dict.fromkeys(python_sentences(path), str(path.relative_to(SOURCE)))
    for path in (*SOURCE.rglob("templates/**/*.html"), *SOURCE.rglob("templates/**/*.txt")):
        found |= dict.fromkeys(template_sentences(path), str(path.relative_to(SOURCE)))
    return {sentence: where for sentence, where in found.items() if sentence[1]}


def catalogue(language: str) -> dict[Sentence, polib.POEntry]:
    entries: dict[Sentence, polib.POEntry] = {}
    for path in SOURCE.rglob(f"locale/{language}/LC_MESSAGES/django.po"):
        for entry in polib.pofile(str(path)):
            if not entry.obsolete:
                entries[(entry.msgctxt or "", entry.msgid)] = entry
    return entries


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_every_sentence_is_translated(language: str) -> None:
    known = catalogue(language)

    silent = [
        f"{where}: {text!r}"
        for (context, text), where in sorted(sentences().items())
        if not (entry := known.get((context, text))) or not entry.translated()
    ]

    assert not silent, f"{len(silent)} sentences have no {language} words:\n" + "\n".join(silent[:60])


@pytest.mark.parametrize("language", ["ky", "ru"])
def test_a_translation_keeps_what_is_filled_in(language: str) -> None:
    for (_, text), entry in catalogue(language).items():
        for written in [entry.msgstr, *entry.msgstr_plural.values()]:
            kept = (
                set(KEEPS.findall(written))
                - set(KEEPS.findall(text))
                - set(KEEPS.findall(entry.msgid_plural))
            )
            assert not kept, f"{language}: {text!r} fills in {kept}, which the code does not give"
            if not entry.msgid_plural:
                assert set(KEEPS.findall(text)) <= set(KEEPS.findall(written)), (
                    f"{language}: {text!r} loses a value"
                )


def test_kyrgyz_words_have_kyrgyz_letters() -> None:
    for (_, text), entry in catalogue("ky").items():
        for written in [entry.msgstr, *entry.msgstr_plural.values()]:
            plain = KEEPS.sub(" ", re.sub(r"<[^>]*>", " ", written))
            assert not LOOKALIKE.search(plain), (
                f"{text!r}: {written!r} mixes alphabets or has the letter fita"
            )
