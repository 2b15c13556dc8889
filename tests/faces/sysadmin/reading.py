"""What a person reads on a page of the system administration, less what the rows themselves say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from kairyluu.faces.sysadmin.rows import LONGEST_SOURCE
from kairyluu.faces.sysadmin.site import site

LATIN = re.compile(r"[A-Za-z]{2,}")
ADDRESS = re.compile(r"https?://\S+")
HOST = re.compile(r"https?://(?:www\.)?([^/\s]+)")
SPOKEN = ("title", "aria-label", "placeholder", "alt", "label")
SILENT = ("script", "style", "textarea")
# Columns in which Latin letters are the row's own: codes that name a row, addresses, what was typed in English.
OWN = {
    *(
        "code",
        "source",
        "note",
        "legal_basis",
        "aliases",
        "email",
        "website",
        "email_domain",
        "value",
        "path",
    ),
    *("name_en", "title_en", "short_en", "name", "title", "body_code", "default_body_code", "successor_code"),
}
# A language is called by its own name; a standard and a markup have no other; {number} is typed as it stands.
ALLOWED = re.compile(r"\bEnglish\b|\bISO 3166-2\b|\bMarkdown\b|\bX-Road\b|\{number\}")


class Spoken(HTMLParser):
    """Texts, the labels of signs and pictures, the words on buttons."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self.silent = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in SILENT
        given = dict(attrs)
        self.said += [given[name] or "" for name in SPOKEN if name in given]
        if tag == "input" and given.get("type") in ("submit", "button"):
            self.said.append(given.get("value") or "")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in SILENT

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.said.append(data)


def own_words() -> list[str]:
    """What the rows say with Latin letters, the longest first."""
    found: set[str] = set()
    for model, admin in site._registry.items():
        for name in OWN & {field.name for field in model._meta.concrete_fields} - set(admin.words):
            values = map(str, model._default_manager.values_list(name, flat=True).distinct())
            found |= {" ".join(value.split()) for value in values}
    found |= {host for value in found for host in HOST.findall(value)}
    found |= {value[:LONGEST_SOURCE].strip() + "…" for value in found}
    return sorted(filter(LATIN.search, found), key=len, reverse=True)


def foreign(page: str, own: list[str]) -> Iterator[str]:
    """Texts of the page in which Latin letters stay when the words of the rows are taken out."""
    for text in (" ".join(said.split()) for said in Spoken(page).said):
        rest = ALLOWED.sub("", ADDRESS.sub("", text))
        for words in own:
            if not LATIN.search(rest):
                break
            rest = rest.replace(words, "")
        if LATIN.search(rest):
            yield text
