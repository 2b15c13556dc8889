"""Loading the demo town: once, and never beside real appeals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

from kairyluu.data.agencies.models import Body
from kairyluu.data.appeals.models import Appeal, Refusal
from kairyluu.data.journal.models import Entry
from kairyluu.data.journal.recording import record
from kairyluu.data.people.models import Account
from kairyluu.data.reference.models import Edition
from kairyluu.queries.directory import Directory, directory
from kairyluu.queries.readiness import list_missing
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.demo.inventing.proportions import N_STORIES
from kairyluu.usecases.demo.inventing.stories import Storyteller
from kairyluu.usecases.demo.later import live_on
from kairyluu.usecases.demo.ledger import Ledger
from kairyluu.usecases.demo.papers import file_letters
from kairyluu.usecases.demo.replay import replay
from kairyluu.usecases.demo.texts import Texts
from kairyluu.usecases.demo.town import add_town
from kairyluu.usecases.reference.rights import demand_keeper

ACT = "load_demo"


@dataclass(frozen=True, kw_only=True)
class LoadDemo:
    """`folder` is `data/demo`; `n_appeals` of 0 loads the people only; without letters it takes a third of the time."""

    folder: Path
    n_appeals: int = N_STORIES
    has_letters: bool = True


@dataclass(frozen=True)
class Loaded:
    """`is_new` is False when the town had been loaded before: then nothing is written."""

    n_appeals: int
    is_new: bool


class NotInDemoMode(Refused):
    """The demo town belongs into a demonstration: KAIRYLUU_DEMO is not set."""


class RealAppealsPresent(Refused):
    """The database holds appeals of people; facts: n_appeals."""


class ReferenceDataMissing(Refused):
    """Load the reference data first."""


class TownNotReady(Refused):
    """A body of the demo lacks something to be opened; facts: body, missing."""


def load_demo(command: LoadDemo, *, actor: Actor, now: datetime) -> Loaded:
    """The town and its past in one act, then what its people do on the day, an act each."""
    loaded = _load(command, actor=actor, now=now)
    if not loaded.is_new:
        return loaded
    live_on(now)
    return Loaded(Appeal.objects.count(), is_new=True)


@act
def _load(command: LoadDemo, *, actor: Actor, now: datetime) -> Loaded:
    demand_keeper(actor, ACT)
    Edition.objects.select_for_update().get_or_create(id=1)  # two loads at once: one after the other
    if Entry.objects.filter(act=ACT).exists():
        return Loaded(Appeal.objects.count(), is_new=False)
    _check()

    texts = Texts(command.folder)
    add_town(texts, now)
    _open_bodies(texts, now)
    known = directory()
    ledger = _ledger(known)
    replay(Storyteller(texts, known, now).tell(command.n_appeals), ledger, now)
    ledger.write_rows()
    closing = command.has_letters and ledger.cases
    letters = file_letters(ledger.cases.values(), ledger.rows.get(Refusal, [])) if closing else {}
    ledger.write_journal(letters)

    record(ACT, actor=actor, now=now, facts={"n_appeals": len(ledger.cases)})
    return Loaded(len(ledger.cases), is_new=True)


def _check() -> None:
    if not settings.DEMO:
        raise NotInDemoMode()
    n_appeals = Appeal.objects.count()
    if n_appeals:
        raise RealAppealsPresent({"n_appeals": n_appeals})
    if not directory().bodies:
        raise ReferenceDataMissing()


def _open_bodies(texts: Texts, now: datetime) -> None:
    """Opened like any other body: only when nothing is missing."""
    today = date_in_bishkek(now)
    for row in texts.read("bodies"):
        body = directory().body(row["code"])
        missing = list_missing(body, today)
        if missing:
            raise TownNotReady({"body": body.code, "missing": [lack.code for lack in missing]})
        Body.objects.filter(pk=body.pk).update(is_open=True)


def _ledger(known: Directory) -> Ledger:
    every = list(Account.objects.all())
    return Ledger(
        known=known,
        officials={account.official_id: account for account in every if account.official_id},
        citizens={account.email: account for account in every if not account.official_id},
    )
