"""Write docs/glossary.md from data/glossary.csv and from the words below that only the program uses."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "data" / "glossary.csv"
TARGET = ROOT / "docs" / "glossary.md"

# Kyrgyz · Russian · word in code · meaning. Words of the law and of office work come from the csv file instead.
PROGRAM_WORDS: tuple[tuple[str, str, str, str], ...] = (
    ("каттоо китеби", "книга регистрации", "register_book", "the numbered book of one body and year"),
    ("чыгыш номери", "исходящий номер", "outgoing_number", "the number under which an answer leaves"),
    ("кызмат орду", "должность", "post", "a place in a body; its role says what its holder may do"),
    ("кызматтагы мезгил", "пребывание в должности", "tenure", "a person in a post from a day to a day"),
    (
        "ордунда иштөөчү",
        "исполняющий обязанности",
        "stand_in",
        "a person acting for another in a post, from–to",
    ),
    ("аракеттер журналы", "журнал действий", "journal", "append-only record of every act on an appeal"),
    ("билдирме", "уведомление", "notice", "a message to a citizen or an official"),
    (
        "жөнөтүү кезеги",
        "очередь отправки",
        "outbox",
        "notices saved with the act that caused them, then delivered",
    ),
    ("кайрылуунун номери", "номер обращения", "tracking_number", "the public number given on submission"),
    ("текшерүү коду", "код проверки", "secret_code", "opens the appeal together with its number"),
    ("долбоор", "черновик, проект", "draft", "an appeal not sent yet, or an answer not signed yet"),
    (
        "резолюция",
        "резолюция",
        "resolution",
        "a head's instruction on one appeal; never a Government resolution",
    ),
    ("жооп", "ответ", "answer", "the reply of a body to an appeal, with its outcome"),
    ("даттануу объектиси", "на кого жалоба", "complaint_target", "the body or person complained about"),
    ("аракет", "действие", "verb", "a move of an appeal from one state to the next"),
    ("чара (аткарылган иш)", "что сделано", "done", "what an answer says was actually done"),
    ("байкоочу", "наблюдатель", "overseer", "reads the appeals of a subtree and changes nothing"),
    ("жасалма үлгү", "образец", "sample", "invented for the demo"),
)

HEADER = """# Glossary

The words of the field, once. Code uses the English word in the third column; pages use the Kyrgyz and the Russian one.
This page is printed by `scripts/write_glossary.py` from `data/glossary.csv`: change the file, not the page.

*confirmed* – the word stands in a founding document or was read in a public source; *to be confirmed* – general knowledge,
for a native speaker and a lawyer to read.
"""


def cell(text: str) -> str:
    """Text that cannot break a Markdown table."""
    return text.replace("|", "\\|").strip()


def word_rows() -> list[str]:
    """The table rows of the csv file, in the order of their English words."""
    with SOURCE.open(encoding="utf-8", newline="") as lines:
        words = sorted(csv.DictReader(lines), key=lambda word: word["code"])
    return [
        "| "
        + " | ".join((cell(w["ky"]), cell(w["ru"]), f"`{w['code']}`", cell(w["en"]), standing(w["status"])))
        + " |"
        for w in words
    ]


def standing(status: str) -> str:
    """What the status of a row means to a reader."""
    return "confirmed" if status in ("seed", "verified") else "to be confirmed"


def program_rows() -> list[str]:
    """The words that no document of the field has, by their English word."""
    ordered = sorted(PROGRAM_WORDS, key=lambda word: word[2])
    return [f"| {cell(ky)} | {cell(ru)} | `{code}` | {cell(meaning)} |" for ky, ru, code, meaning in ordered]


def page() -> str:
    """The whole page as Markdown."""
    return "\n".join(
        (
            HEADER,
            "## Words of the program\n",
            "| Kyrgyz | Russian | In code | Meaning |",
            "|---|---|---|---|",
            *program_rows(),
            "\n## Words of the field\n",
            "| Kyrgyz | Russian | In code | English | Standing |",
            "|---|---|---|---|---|",
            *word_rows(),
            "",
        )
    )


def main() -> int:
    TARGET.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
