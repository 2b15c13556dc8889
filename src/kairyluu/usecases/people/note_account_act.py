"""What happened to an account enters the journal: sign-up, login, new password, new address, second factor, too many wrong
passwords."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kairyluu.data.journal.recording import record
from kairyluu.rules import policies
from kairyluu.rules.facts import Actor
from kairyluu.usecases.act import act

ACTS = frozenset(
    (
        *("sign_up", "log_in", "password_changed", "password_reset", "password_set", "email_changed"),
        *(
            "totp_activated",
            "totp_deactivated",
            "webauthn_added",
            "webauthn_removed",
            "recovery_codes_generated",
        ),
        "sign_in_locked",
    )
)


@dataclass(frozen=True, kw_only=True)
class NoteAccountAct:
    """`what` is one of `ACTS`; the act itself was done by the account room before."""

    what: str


@act
def note_account_act(command: NoteAccountAct, *, actor: Actor, now: datetime) -> None:
    policies.demand(policies.may_keep_cabinet(actor), "note_account_act")
    if command.what not in ACTS:
        raise ValueError(f"{command.what} is not an act on an account")

    record(command.what, actor=actor, now=now)
