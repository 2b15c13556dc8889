"""Whether a term has been applied: then it is history, and history is not rewritten."""

from __future__ import annotations

from datetime import date

from django.db.models import Max

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.reference.models import Term
from kairyluu.rules import deadlines

KEPT = (deadlines.REGISTRATION, deadlines.CONSIDERATION)


def last_applied_on(term: Term) -> date | None:
    """The last day on which an appeal came (for registration) or was registered under this term."""
    if term.family not in KEPT:
        return None
    under = Appeal.objects.filter(**{f"deadline_reasons__{term.family}__term_id": term.code})
    counted = "registration_due_on" if term.family == deadlines.REGISTRATION else "registered_on"
    found: date | None = under.aggregate(last=Max(counted))["last"]
    return found
