"""Every seal is put under the newest key, so that an old one can be thrown away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kairyluu.data.alarms.sealing import seal_words_again
from kairyluu.data.appeals import confiding
from kairyluu.data.journal.recording import record
from kairyluu.data.letters.secrets import seal_secrets_again
from kairyluu.rules import policies
from kairyluu.rules.facts import SYSTEM, Actor
from kairyluu.rules.refusals import ALLOWED, Verdict
from kairyluu.usecases.act import act


@dataclass(frozen=True, kw_only=True)
class Reseal:
    """Nothing to choose: the keys are those of the settings."""


@act
def reseal_identities(command: Reseal, *, actor: Actor, now: datetime) -> int:
    """Says how many seals; raises `cryptography.fernet.InvalidToken` where no key opens one, and changes none."""
    policies.demand(ALLOWED if actor.kind == SYSTEM else Verdict("not_your_role"), "reseal")
    n = confiding.seal_again() + seal_words_again() + seal_secrets_again()
    record("reseal", actor=actor, now=now, facts={"n": n})
    return n
