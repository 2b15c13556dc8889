"""The same event in one short message: its subject, the day that matters, and where to look. No name, no telephone, no
word of the appeal: the letter with them stays in the post box, the short message lies on a locked screen."""

from __future__ import annotations

from collections.abc import Mapping

from django.template.loader import render_to_string

from kairyluu.notices.catalogue import KINDS
from kairyluu.notices.letter import LANGUAGES, render

LONGEST = 300  # places; the subject alone is below 78
# The day each event is about, where it is about one.
DAYS = {
    "appeal_received": "registration_due_on",
    "appeal_registered": "consideration_due_on",
    "term_extended": "new_due_on",
    "applicant_asked": "reply_by",
    "reply_day_moved": "reply_by",
    "review_opened": "registration_due_on",
    "work_assigned": "consideration_due_on",
    "contribution_asked": "consideration_due_on",
    "answer_returned": "consideration_due_on",
    "appeal_arrived": "registration_due_on",
    "information_asked": "request_due_on",
}


def short_text(code: str, language: str, facts: Mapping[str, object]) -> str:
    """Plain text of one line."""
    chosen = language if language in LANGUAGES else LANGUAGES[0]
    kind = KINDS[code]
    said = {
        "subject": render(code, chosen, facts).subject,
        "day": facts.get(DAYS.get(code, ""), ""),
        "where": _where(kind.addressee, facts),
    }
    return " ".join(render_to_string(f"notices/short/{chosen}.txt", said).split())[:LONGEST]


def _where(addressee: str, facts: Mapping[str, object]) -> str:
    if addressee == "applicant":
        return f"{facts['site']}/track/"
    return str(facts.get("page") or f"{facts['site']}/desk/")
