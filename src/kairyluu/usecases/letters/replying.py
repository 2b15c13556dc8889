"""Where an answer to a letter of ours should go: to the official address of the body, with the token of the appeal."""

from __future__ import annotations

from uuid import UUID

from kairyluu.data.appeals.models import Appeal
from kairyluu.data.letters.models import Mailbox
from kairyluu.rules.letters import belonging
from kairyluu.usecases.letters.belonging import key


def reply_address(appeal_id: UUID) -> str:
    """Empty where the body has no mailbox."""
    appeal = Appeal.objects.filter(pk=appeal_id).values_list("body_id", "tracking_number").first()
    box = Mailbox.objects.filter(body_id=appeal[0], is_active=True).first() if appeal else None
    if appeal is None or box is None:
        return ""
    return belonging.address_with(box.email, belonging.token_for(appeal[1], key()))
