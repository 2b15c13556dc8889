"""Opening an answered appeal for its applicant, who has shown to be one: by number and secret, or as the owner."""

from __future__ import annotations

from uuid import UUID

from kairyluu.data.appeals.models import Appeal
from kairyluu.queries.voice.objections import SENT
from kairyluu.rules.refusals import Refused


class NothingToSpeakOf(Refused):
    """No answer was sent yet: there is nothing to rate or to review."""


def answered(appeal_id: UUID) -> Appeal:
    """Locked until the transaction ends, so that a double click is one."""
    appeal = (
        Appeal.objects.select_for_update(of=("self",)).select_related("body").filter(pk=appeal_id).first()
    )
    if appeal is None or appeal.state not in SENT:
        raise NothingToSpeakOf()
    return appeal
