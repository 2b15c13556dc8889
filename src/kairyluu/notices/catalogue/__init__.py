"""Every letter there is: who gets it, on what occasion, what it needs, and a sample for the preview."""

from __future__ import annotations

from kairyluu.notices.catalogue import applicants, figures, law, staff
from kairyluu.notices.catalogue.entry import NoticeKind

TO_APPLICANT = tuple(kind.code for kind in applicants.KINDS)
KINDS: dict[str, NoticeKind] = {
    kind.code: kind for kind in (*applicants.KINDS, *staff.KINDS, *law.KINDS, *figures.KINDS)
}
