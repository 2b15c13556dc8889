"""What a call may end in. Most calls are not appeals: they are counted apart (domain, section 4)."""

from __future__ import annotations

OPEN, REGISTERED, EXPLAINED, NOTED = "open", "registered", "explained", "noted"
STATES = (OPEN, REGISTERED, EXPLAINED, NOTED)
# Calls that hold no appeal.
NO_APPEAL = ("groundless", "wrong_number", "silent", "prank")
PERSON, ORGANISATION, UNNAMED = "person", "organisation", "none"
CALLERS = (PERSON, ORGANISATION, UNNAMED)
NOBODY, OFFICIAL, BODY, WORDS = "nobody", "official", "body", "words"
CONCERNS = (NOBODY, OFFICIAL, BODY, WORDS)


def names_somebody(concern: str) -> bool:
    """Such an entry lies in the volume apart."""
    return concern in (OFFICIAL, BODY, WORDS)
