"""Appeals of a loaded register get what they are found by when somebody writes again: the keys of their applicants, and the bands of
their text where the register has one. By the worker, after the loading, since it costs more than a row itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from procrastinate.contrib.django import app

from kairyluu.data.appeals.fingerprints import new_fingerprint
from kairyluu.data.appeals.models import Applicant, Fingerprint, LegacyBatch, LegacyRow
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act

TASK = "fingerprint_register"
AT_ONCE = 500


@dataclass(frozen=True)
class TakeFingerprints:
    """The next few after the row of this line."""

    batch_id: int
    after: int = 0


@act
def take_fingerprints(command: TakeFingerprints, *, actor: Actor, now: datetime) -> int | None:
    """The line that was reached, None at the end. The batch is held, so that taking it back waits."""
    batch = LegacyBatch.objects.select_for_update().filter(pk=command.batch_id, undone_at=None).first()
    if batch is None:
        return None
    rows = LegacyRow.objects.filter(batch=batch, line__gt=command.after).order_by("line")
    found = list(rows.select_related("appeal")[:AT_ONCE])
    people = Applicant.objects.filter(appeal__in=[row.pk for row in found]).defer("search")
    of = {person.appeal_id: person for person in people}
    prints = [_print(row, of.get(row.pk)) for row in found]
    Fingerprint.objects.bulk_create([one for one in prints if one], ignore_conflicts=True)
    return found[-1].line if len(found) == AT_ONCE else None


def _print(row: LegacyRow, person: Applicant | None) -> Fingerprint | None:
    """None where the register names nobody and has no text: nothing to be found by."""
    made = new_fingerprint(row.appeal, [person] if person else [])
    if not row.appeal.text:
        made.bands = []
    return made if made.bands or made.keys else None


def queue_fingerprints(batch_id: int) -> None:
    app.configure_task(TASK, allow_unknown=True).defer(batch_id=batch_id)
