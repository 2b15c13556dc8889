"""What each kind of incoming message leads to. The acts are those of the screens; in whose name, the body has said.
Shape is checked here: what the sender got wrong is refused with the field, and a person looks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from kairyluu.data.appeals.models import Attachment, Resolution
from kairyluu.data.exchange.models import IncomingMessage, SecondEntry
from kairyluu.data.journal.recording import record
from kairyluu.gateways import files
from kairyluu.rules.exchange import incoming
from kairyluu.rules.exchange.incoming import MessageUnreadable, day_in, words_in
from kairyluu.rules.facts import Actor
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.answers.draft_answer import DraftAnswer, draft_answer
from kairyluu.usecases.appeals.resolve import Part, ResolveAppeal, resolve_appeal
from kairyluu.usecases.documents.coming.acting_for import acting_for
from kairyluu.usecases.documents.coming.entering import enter_appeal
from kairyluu.usecases.documents.coming.noting import note_registration, note_state
from kairyluu.usecases.files.keeping import keep_file
from kairyluu.usecases.files.upload import AttachToWork, attach_to_work


def resolve(row: IncomingMessage, *, actor: Actor, now: datetime) -> None:
    """The head's resolution, written there: the same words by the same head are one resolution."""
    told = row.content[incoming.RESOLUTION]
    appeal = _second(row).appeal
    head = acting_for(row.system, "resolves", date_in_bishkek(now))
    text = words_in(told, "text", most=4000, is_needed=True)
    same = Resolution.objects.filter(appeal=appeal, author_id=head.official_id, made_at__gte=row.received_at)
    if not same.filter(text=text).exists():
        shares = [_share(one) for one in _listed(told, "executors")]
        if not shares:
            raise MessageUnreadable({"field": "executors"})
        order = ResolveAppeal(
            appeal_id=appeal.pk,
            text=text,
            lead=shares[0],
            co_executors=tuple(shares[1:]),
            due_on=day_in(told, "due_on"),
        )
        resolve_appeal(order, actor=head, now=now)
    keep_files(row, actor=actor, now=now)


def draft(row: IncomingMessage, *, actor: Actor, now: datetime) -> None:
    """The answer document becomes a draft with its files; a person reads, signs and sends it."""
    told = row.content[incoming.ANSWER]
    appeal = _second(row).appeal
    executor = acting_for(row.system, "drafts", date_in_bishkek(now))
    draft = DraftAnswer(
        appeal_id=appeal.pk,
        text=words_in(told, "text", most=20_000, is_needed=True),
        outcome=words_in(told, "outcome", most=40, is_needed=True),
        measures=words_in(told, "measures", most=4000),
        language=words_in(told, "language", most=2),
    )
    draft_answer(draft, actor=executor, now=now)
    for told in _files_missing(row):
        with files.open(told["sha256"]) as content:
            command = AttachToWork(
                appeal_id=appeal.pk, name=_name(told), content=content, goes_with_answer=True
            )
            attach_to_work(command, actor=executor, now=now)


@act
def keep_files(row: IncomingMessage, *, actor: Actor, now: datetime) -> None:
    """What lay beside their resolution is seen inside the body, as files of the execution are."""
    appeal = _second(row).appeal
    for told in _files_missing(row):
        with files.open(told["sha256"]) as content:
            kept = keep_file(_name(told), content, actor, now, appeal=appeal, purpose="execution")
        facts = {"name": kept.name, "sha256": kept.sha256, "purpose": "execution"}
        record(
            "attach_file",
            actor=actor,
            now=now,
            appeal_id=appeal.pk,
            body_code=row.system.body.code,
            facts=facts,
        )


def enter(row: IncomingMessage, *, actor: Actor, now: datetime) -> None:
    enter_appeal(row, actor=acting_for(row.system, "enters", date_in_bishkek(now)), now=now)


DOING: dict[str, Callable[..., None]] = {
    incoming.REGISTRATION: note_registration,
    incoming.STATE: note_state,
    incoming.RESOLUTION: resolve,
    incoming.ANSWER: draft,
    incoming.APPEAL: enter,
}


def _second(row: IncomingMessage) -> SecondEntry:
    if row.second is None:
        raise MessageUnreadable({"field": "about"})
    return row.second


def _listed(told: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    found = told.get(name) or []
    if not isinstance(found, list) or not all(isinstance(one, Mapping) for one in found):
        raise MessageUnreadable({"field": name})
    return found[:20]


def _share(told: Mapping[str, Any]) -> Part:
    return Part(
        official=words_in(told, "official", most=80, is_needed=True),
        part=words_in(told, "part", most=1000),
        due_on=day_in(told, "due_on"),
    )


def _files_missing(row: IncomingMessage) -> list[dict[str, str]]:
    """Each file once, however often the message is carried out."""
    told = [
        {"sha256": words_in(one, "sha256", most=64, is_needed=True), "name": words_in(one, "name", most=200)}
        for one in row.content.get("documents") or ()
    ]
    there = Attachment.objects.filter(
        appeal_id=_second(row).appeal_id, sha256__in=[t["sha256"] for t in told]
    )
    known_already = set(there.values_list("sha256", flat=True))
    return [one for one in told if one["sha256"] not in known_already]


def _name(told: Mapping[str, str]) -> str:
    return told["name"] or "document"
