"""The next row of an appeal that changes hands: shared by forwarding, climbing, conflicts and reviews."""

from __future__ import annotations

import hashlib
from datetime import datetime
from uuid import uuid4

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.confiding import carry_confidence
from kairyluu.data.appeals.controlling import carry_marks
from kairyluu.data.appeals.fingerprints import take_fingerprint
from kairyluu.data.appeals.identity import new_id, new_tracking_number
from kairyluu.data.appeals.models import Appeal, Applicant, Attachment, ComplaintTarget, Handover, Recusal
from kairyluu.rules.deadlines import Deadline
from kairyluu.rules.workdays import date_in_bishkek

_KEPT = (
    "channel_id",
    "kind",
    "topic_id",
    "subject",
    "text",
    "reply_language",
    "is_collective",
    "n_cosigners",
)
_PART_TEXT = "{part}\n\n{text}"


def hand_over(appeal: Appeal, handover: Handover, body: Body, *, due: Deadline, now: datetime) -> Appeal:
    """Saves and returns the successor at `body`, waiting to be registered there, with people, targets and the
    applicant's files; `handover` is saved with it. The applicant's secret opens every leg of the chain."""
    successor = Appeal(
        id=new_id(now),
        submission_key=uuid4(),
        submission_digest=hashlib.sha256(f"{handover.kind} of {appeal.pk}".encode()).hexdigest(),
        tracking_number=new_tracking_number(date_in_bishkek(now).year),
        secret_hash=appeal.secret_hash,
        body=body,
        origin_id=appeal.origin_id or appeal.pk,
        n_hops=appeal.n_hops + 1,
        source_number=appeal.number,
        received_at=now,
        due_on=due.due_on,
        registration_due_on=due.due_on,
        deadline_reasons={"registration": due.to_json()},
        **{name: getattr(appeal, name) for name in _KEPT},
    )
    if handover.part:
        successor.text = _PART_TEXT.format(part=handover.part, text=appeal.text)
    successor.save(force_insert=True)
    _copy_parts(appeal, successor)
    carry_marks(appeal, successor)
    carry_confidence(appeal, successor, now=now)
    handover.appeal, handover.successor = appeal, successor
    handover.save(force_insert=True)
    return successor


def _copy_parts(appeal: Appeal, successor: Appeal) -> None:
    people = list(Applicant.objects.filter(appeal=appeal).defer("search"))
    for person in people:
        person.pk, person.appeal, person._state.adding = None, successor, True
    Applicant.objects.bulk_create(people)
    take_fingerprint(successor, people)
    targets = list(ComplaintTarget.objects.filter(appeal=appeal))
    for target in targets:
        target.pk, target.appeal, target._state.adding = None, successor, True
    ComplaintTarget.objects.bulk_create(targets)
    for aside in Recusal.objects.filter(appeal=appeal):
        aside.pk, aside.appeal, aside._state.adding = None, successor, True
        aside.save(force_insert=True)
    files = list(Attachment.objects.filter(appeal=appeal, purpose__in=("applicant", "reply")))
    for file in files:
        file.purpose, file.clarification = "applicant", None
        file.pk, file.appeal, file.submission_key, file._state.adding = uuid4(), successor, None, True
    Attachment.objects.bulk_create(files)
