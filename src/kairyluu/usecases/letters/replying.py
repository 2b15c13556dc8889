"""Where an answer to a letter of ours should go: to the official address of the body, with the token of the appeal."""

from __future__ import annotations

from uuid import UUID

from kairyluu.data.letters.models import Mailbox
from kairyluu.rules.letters import belonging
from kairyluu.usecases.letters.belonging import key


def reply_address(appeal_id: UUID) -> str:
    """Empty where the body has no mailbox."""
    boxes = Mailbox.objects.filter(is_active=True, body__appeal=appeal_id).order_by("email")
    found = boxes.values_list("email", "body__appeal__tracking_number").first()
    return belonging.address_with(found[0], belonging.token_for(found[1], key())) if found else ""
