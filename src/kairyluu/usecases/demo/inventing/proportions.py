"""How many stories there are, how old, and where some of them stop."""

from __future__ import annotations

N_STORIES, N_RECENT = 294, 85
DAYS_BACK, RECENT_DAYS = 425, 24
# So that every queue has something in it on any day: the first stories are of these days back and stop there.
CUTS = ("sign_answer",) * 7 + ("submit_answer",) * 7 + ("register",) * 4
LYING_DAYS = 50
N_FILES = 6  # kinds of files
CUT_DAYS = range(14, 21)
TAKEN_IN = (
    "post",
    "post",
    "reception_oral",
    "reception_written",
    "official_email",
    "messenger",
    "field_visit",
)
