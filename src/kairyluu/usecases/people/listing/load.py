"""A file of staff is loaded: who is new gets an account without a password, names are corrected, posts begin and end. The
same file again changes nothing; a trial writes nothing and says the same."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from kairyluu.data.journal.recording import record
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act
from kairyluu.usecases.people.listing.placing import SAME, Change, apply_row
from kairyluu.usecases.people.listing.reading import RejectedRow, RowRefused, read_rows
from kairyluu.usecases.reference.rights import demand_keeper


@dataclass(frozen=True, kw_only=True)
class LoadStaff:
    content: bytes
    is_trial: bool = False


@dataclass(frozen=True, kw_only=True)
class Loaded:
    changes: tuple[Change, ...]
    rejected: tuple[RejectedRow, ...]

    @property
    def n_by_kind(self) -> dict[str, int]:
        return dict(Counter(what for change in self.changes for what in change.what))


@act
def load_staff(command: LoadStaff, *, actor: Actor, now: datetime) -> Loaded:
    """Raises `NotAllowed` and `NotAStaffFile`."""
    demand_keeper(actor, "load_staff")
    changes: list[Change] = []
    rejected: list[RejectedRow] = []
    seen: set[tuple[str, str, str]] = set()
    for row in read_rows(command.content):
        if isinstance(row, RejectedRow):
            rejected.append(row)
            continue
        try:
            key = (row.email, row.post, row.starts_on.isoformat())
            if key in seen:
                raise RowRefused("twice")
            seen.add(key)
            changes.append(apply_row(row, now))
        except RowRefused as refused:
            rejected.append(RejectedRow(number=row.number, email=row.email, because=refused.because))
    done = Loaded(changes=tuple(changes), rejected=tuple(rejected))
    if command.is_trial:
        transaction.set_rollback(True)
    elif set(done.n_by_kind) - {SAME}:
        digest = hashlib.sha256(command.content).hexdigest()
        facts = {"file": digest, "rejected": len(rejected), "counts": done.n_by_kind}
        record("load_staff", actor=actor, now=now, facts=facts)
    return done
