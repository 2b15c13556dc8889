"""The texts of the portal: one Markdown file per page and language, `key: value` lines between `---` first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kairyluu.data.reference.models import ContentPage
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.reference.tables import Record, Table, day

# An older version is no longer in the folder, and still is what somebody read and acknowledged.
CONTENT = Table(
    file="content",
    model=ContentPage,
    key=("slug", "language", "version"),
    texts=("slug", "language", "version", "title", "text"),
    more=lambda record: {"effective_from": day(record["effective_from"])},
    keeps_missing=True,
)
NEEDED = ("title", "version", "effective_from")


class TextWithoutFrontMatter(Refused):
    """A text lacks a line it must begin with; facts: file, line."""


def read_texts(folder: Path) -> Iterator[Record]:
    """`<page>/<language>.md` of the folder, in order of name."""
    for file in sorted(folder.glob("*/*.md")):
        yield parse_text(file.read_text(encoding="utf-8"), slug=file.parent.name, language=file.stem)


def parse_text(written: str, *, slug: str, language: str) -> Record:
    """The front matter's lines with `slug`, `language` and `text`."""
    _, _, rest = written.partition("---\n")
    front, _, text = rest.partition("\n---\n")
    lines = (line.partition(":") for line in front.splitlines())
    record = {name.strip(): value.strip() for name, _, value in lines if name.strip()}
    for line in NEEDED:
        if not record.get(line):
            raise TextWithoutFrontMatter({"file": f"{slug}/{language}.md", "line": line})
    return record | {"slug": slug, "language": language, "text": text.strip() + "\n"}
