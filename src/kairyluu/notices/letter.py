"""One letter as it leaves: the subject is the first line of its template, the text the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.template.loader import render_to_string

LANGUAGES = ("ky", "ru", "en")
# How the line begins that says what is true of a message and not of paper.
SENT_BY_ITSELF = (
    "Бул кат автоматтык түрдө жөнөтүлдү",
    "Письмо отправлено автоматически",
    "This letter was sent automatically",
)


@dataclass(frozen=True)
class Letter:
    subject: str
    text: str


def render(code: str, language: str, facts: Mapping[str, object]) -> Letter:
    """Renders `notices/<code>/<language>.txt`; plain text, so nothing is escaped and nothing is executed."""
    chosen = language if language in LANGUAGES else LANGUAGES[0]
    whole = render_to_string(f"notices/{code}/{chosen}.txt", dict(facts))
    subject, _, text = whole.partition("\n")
    return Letter(subject=" ".join(subject.split()), text=text.strip() + "\n")


def on_paper(letter: Letter) -> Letter:
    """As it is printed and posted."""
    lines = [line for line in letter.text.splitlines() if not line.startswith(SENT_BY_ITSELF)]
    return Letter(subject=letter.subject, text="\n".join(lines).strip() + "\n")
