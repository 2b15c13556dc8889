"""To which appeal a letter belongs. Only what our own letters carried leads there by itself: the token of the address, the
Message-ID of a notice. A number in the subject is a hint that a person decides on (anybody can write it)."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings

from kairyluu.data.appeals.models import Appeal, Attachment
from kairyluu.data.journal.recording import record
from kairyluu.data.letters.models import InboundLetter
from kairyluu.data.outbox.models import Notice
from kairyluu.gateways import letters
from kairyluu.rules import numbering, states
from kairyluu.rules.facts import Actor
from kairyluu.rules.letters import belonging, kinds


def meant_by(read: letters.Letter, letter: InboundLetter) -> Appeal | None:
    """An open appeal of this body."""
    digits = belonging.digits_in(read.recipients, key())
    if digits:
        return _open_appeal(letter, tracking_number=_grouped(digits))
    known = Notice.objects.filter(pk__in=belonging.own_ids(read.references), appeal_id__isnull=False)
    appeal_id = known.order_by("-created_at").values_list("appeal_id", flat=True).first()
    return _open_appeal(letter, pk=appeal_id) if appeal_id else None


def hinted_by(read: letters.Letter, letter: InboundLetter) -> Appeal | None:
    of_body = Appeal.objects.filter(body_id=letter.body_id)
    if number := belonging.number_in(read.subject):
        return of_body.filter(tracking_number=number).first()
    numbers = belonging.numbers_in(read.subject)
    return of_body.filter(number__in=numbers).order_by("-received_at").first() if numbers else None


def attach(letter: InboundLetter, appeal: Appeal, *, actor: Actor, now: datetime) -> None:
    """The letter and its files go to the appeal; does not save the letter."""
    letter.kind, letter.state, letter.appeal = kinds.REPLY, kinds.ATTACHED, appeal
    waiting = Attachment.objects.filter(submission_key=letter.pk, appeal__isnull=True)
    n = waiting.update(appeal=appeal)
    facts = {"letter": str(letter.pk), "files": n}
    record(
        "attach_letter", actor=actor, now=now, appeal_id=appeal.pk, body_code=appeal.body.code, facts=facts
    )


def key() -> str:
    return str(getattr(settings, "TRACKING_KEY", "") or settings.SECRET_KEY)


def _open_appeal(letter: InboundLetter, **which: object) -> Appeal | None:
    found = Appeal.objects.select_related("body").filter(body_id=letter.body_id, **which)
    return found.exclude(state__in=states.FINAL).first()


def _grouped(digits: str) -> str:
    try:
        return numbering.tracking_number_typed(digits)
    except numbering.TrackingNumberMistyped:
        return ""
