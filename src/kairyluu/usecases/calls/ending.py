"""What every outcome shares: the last save, the end, the columns of the journal."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from kairyluu.data.agencies.models import Official
from kairyluu.data.alarms.sealing import seal_words_in
from kairyluu.data.appeals.lodging import Target
from kairyluu.data.calls.models import Call
from kairyluu.queries.directory import directory
from kairyluu.rules.calls import outcomes
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.usecases.calls.opening import open_call_for, write_down


@dataclass(frozen=True, kw_only=True)
class Ending:
    """The call as it stands when it ends: the form as typed, and the versions as in `SaveCall`."""

    call_id: UUID
    seen_version: int
    fields: dict[str, str] = field(default_factory=dict)
    save_key: UUID | None = None


class NotIntroduced(Refused):
    """The operator has not said name and post yet: III.4."""


class ContentMissing(Refused):
    """Nothing was written down."""


class UnknownConcern(Refused):
    """Whom it is about was said to be chosen, and is not; facts: field."""


def opened(ending: Ending, *, actor: Actor, now: datetime) -> Call:
    """The locked call with the last save in it."""
    call = open_call_for(ending.call_id, ending.seen_version, ending.save_key, actor=actor)
    write_down(call, ending.fields, ending.save_key, now=now)
    return call


def demand_script(call: Call) -> None:
    if call.said_name_at is None or call.said_post_at is None:
        raise NotIntroduced()
    if not call.fields.get("text", "").strip():
        raise ContentMissing()


def targets_of(call: Call) -> tuple[Target, ...]:
    """Whom the caller complains about; raises `UnknownConcern`."""
    concern = call.fields.get("concern") or outcomes.NOBODY
    chosen = call.fields.get(f"about_{concern}", "").strip()
    if concern == outcomes.NOBODY:
        return ()
    if not chosen or concern not in outcomes.CONCERNS:
        raise UnknownConcern({"field": f"about_{concern}"})
    if concern == outcomes.WORDS:
        return (Target(description=chosen),)
    return (Target(**{concern: chosen}),)


def end(call: Call, state: str, targets: tuple[Target, ...], *, now: datetime) -> None:
    """Sets the end and whom it is about, and saves. The wording of `targets` is checked here: raises
    `UnknownConcern`."""
    call.state, call.ended_at = state, now
    for target in targets:
        call.official = Official.objects.filter(code=target.official).first() if target.official else None
        call.named_body = directory().bodies.get(target.body) if target.body else None
        call.about = target.description
        if not (call.official or call.named_body or call.about):
            raise UnknownConcern({"field": "about"})
    call.save()
    if call.fields.get("confidential"):
        seal_words_in(call.pk)


def applicant_column(call: Call) -> str:
    """Name, home and postal address, telephone: the third column."""
    typed = call.fields
    organisation = " ".join(
        part
        for part in (
            typed.get("legal_form", ""),
            f"«{typed['organisation']}»" if typed.get("organisation") else "",
        )
        if part
    )
    name = "" if typed.get("who") == outcomes.UNNAMED else typed.get("name", "")
    parts = (organisation if typed.get("who") == outcomes.ORGANISATION else "", name)
    rest = (
        typed.get("home_address", ""),
        typed.get("postal_address", ""),
        typed.get("phone", "") or call.number,
    )
    return "; ".join(" ".join(part.split()) for part in (*parts, *rest) if part.strip())
