"""The four grounds of the fine (amendment of 2025), and what the case shows on each: facts, not a judgement."""

from __future__ import annotations

from datetime import date

from kairyluu.gateways.documents import SheetPart
from kairyluu.queries.proof.dossier import Dossier
from kairyluu.rules.deadlines import CONSIDERATION, REGISTRATION
from kairyluu.usecases.proof.clock import due_day, met_day, verdict
from kairyluu.usecases.proof.tongue import Tongue


def four_grounds(dossier: Dossier, tongue: Tongue, today: date) -> SheetPart:
    terms = (_term(dossier, tongue, code, today) for code in (REGISTRATION, CONSIDERATION))
    facts = (
        ("ground_refusal", _refusal(dossier, tongue)),
        ("ground_term", "\n".join(line for line in terms if line)),
        ("ground_reply", _reply(dossier, tongue)),
        ("ground_restored", _restored(dossier, tongue)),
    )
    return SheetPart("part_grounds", facts=facts)


def _refusal(dossier: Dossier, tongue: Tongue) -> str:
    refusal = dossier.case.refusal
    if refusal is None:
        return tongue.label("not_refused")
    return tongue.said(
        "refused_on",
        ground=tongue.name(refusal.ground),
        who=refusal.author_name,
        at=tongue.moment(refusal.decided_at),
        number=refusal.outgoing_number,
    )


def _term(dossier: Dossier, tongue: Tongue, code: str, today: date) -> str:
    due_on, met_on = due_day(dossier, code), met_day(dossier, code)
    if due_on is None:
        return tongue.label("not_registered_yet")
    return tongue.said(
        f"term_{code}",
        due=tongue.day(due_on),
        met=tongue.day(met_on) or "—",
        verdict=verdict(dossier, tongue, code, today),
    )


def _reply(dossier: Dossier, tongue: Tongue) -> str:
    """A letter of the body was filed; where an address is known, whether the post took it."""
    case = dossier.case
    letter = case.answer if case.answer is not None and case.answer.sent_at else case.refusal
    if letter is None:
        return tongue.label("no_reply_sent" if case.appeal.is_open else "closed_without_reply")
    brought = [n for n in dossier.notices if n.code in ("answer_ready", "appeal_refused")]
    told = tongue.said("reply_sent", number=letter.outgoing_number, on=tongue.day(case.appeal.closed_on))
    if not brought:
        return f"{told} {tongue.label('no_address')}"
    return f"{told} " + " ".join(
        tongue.said("letter_fate", address=n.address, fate=tongue.label(f"letter_{n.state}")) for n in brought
    )


def _restored(dossier: Dossier, tongue: Tongue) -> str:
    rating, promises = dossier.rating, dossier.promises
    told = [tongue.name(dossier.case.appeal.outcome) or tongue.label("no_outcome_yet")]
    if promises:
        kept = sum(promise.kept_at is not None for promise in promises)
        told.append(tongue.said("promises_kept", kept=kept, n=len(promises)))
    if rating is not None:
        told.append(tongue.said("applicant_says", word=tongue.yes(rating.is_resolved), score=rating.score))
    return ". ".join(part.rstrip(".") for part in told) + "."
