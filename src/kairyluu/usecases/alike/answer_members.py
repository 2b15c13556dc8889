"""The answer to an appeal of one cause answers every appeal that waits for it, and whoever was merged into it; a step of
sending the answer, in its transaction."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet

from kairyluu.data.appeals.identity import new_verification_code
from kairyluu.data.appeals.models import Answer, Appeal, Applicant
from kairyluu.data.appeals.models.alike import Cause
from kairyluu.data.journal.recording import record
from kairyluu.notices import outbox
from kairyluu.queries.directory import directory
from kairyluu.queries.hands.chain import line_behind
from kairyluu.rules import policies, states
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.alike.release_members import release_members
from kairyluu.usecases.answers.letters import file_letter
from kairyluu.usecases.answers.outgoing import number_answer
from kairyluu.usecases.answers.points import copy_points
from kairyluu.usecases.appeals.opening import close, main_applicant, open_for
from kairyluu.usecases.exchange.queueing import queue_later


class LanguageMissing(Refused):
    """Somebody of the group asked for an answer in a language in which it is not written yet; facts: languages."""


def demand_languages(lead: Appeal, answer: Answer) -> None:
    """Before the head signs: the answer exists in every language that waits for it; raises `LanguageMissing`."""
    missing = missing_languages(lead, answer.language)
    if missing:
        raise LanguageMissing({"languages": missing})


def missing_languages(lead: Appeal, language: str) -> list[str]:
    """Languages of waiting members in which nothing is written, in order."""
    cause = Cause.objects.filter(lead=lead).first()
    if cause is None:
        return []
    asked = _waiting(cause).values_list("reply_language", flat=True)
    written = {language, *(code for code, text in cause.texts.items() if str(text).strip())}
    return sorted(set(asked) - written)


def answer_members(lead: Appeal, answer: Answer, *, actor: Actor, now: datetime) -> list[Appeal]:
    """Each with its own number and letter; those closed meanwhile went their own way, and who is hidden from the sender
    is the head's again."""
    cause = Cause.objects.filter(lead=lead).first()
    if cause is None:
        return []
    waiting = list(_waiting(cause).order_by("pk"))
    open_to = [one for one in waiting if policies.VERBS["answer_alike"](actor, one.facts())]
    answered = [_answered(one, lead, cause, answer, actor=actor, now=now) for one in open_to]
    release_members(lead, "send_answer", actor=actor, now=now)
    return answered


def tell_merged(lead: Appeal, code: str, *, now: datetime) -> None:
    """The letter about `lead` also to the other addresses from which the same appeal came."""
    told = {main_applicant(lead).email}
    merged = Applicant.objects.filter(appeal__merged_into__in=line_behind(lead.pk), role="main")
    for applicant in merged.order_by("appeal_id"):
        if applicant.email not in told:
            told.add(applicant.email)
            outbox.put_for_applicant(code, lead, applicant.email, now=now)


def _waiting(cause: Cause) -> QuerySet[Appeal]:
    return Appeal.objects.filter(membership__cause=cause, state=states.JOINED)


def _answered(
    waiting: Appeal, lead: Appeal, cause: Cause, answer: Answer, *, actor: Actor, now: datetime
) -> Appeal:
    member = open_for("answer_alike", waiting.pk, actor=actor)
    own = _own_answer(member, cause, answer)
    number_answer(own, member, now)
    if own.language == answer.language:
        copy_points(lead, member)
    close(member, outcome_code=answer.outcome.code, on=date_in_bishkek(now))
    member.closed_at = now
    member.save()
    letter = file_letter(member, now=now)
    due_on = member.consideration_due_on
    facts = {
        "outgoing_number": own.outgoing_number,
        "outcome": answer.outcome.code,
        "is_late": due_on is not None and date_in_bishkek(now) > due_on,
        "letter_sha256": letter.sha256,
        "other": lead.number,
        "other_id": str(lead.pk),
    }
    record("answer_alike", actor=actor, now=now, appeal_id=member.id, body_code=lead.body.code, facts=facts)
    queue_later(member.pk, "answer", now=now, source=own.pk)
    outbox.put_for_applicant("answer_ready", member, main_applicant(member).email, now=now)
    tell_merged(member, "answer_ready", now=now)
    return member


def _own_answer(member: Appeal, cause: Cause, answer: Answer) -> Answer:
    """The same words, or those written in the member's language; signed by the same head."""
    language = member.reply_language
    is_same = language == answer.language
    post = next((p for p in directory().posts.values() if p.pk == answer.signer_post_id), None)
    title = str(getattr(post, f"title_{language}", "")) if post and not is_same else ""
    return Answer(
        appeal=member,
        language=language,
        text=answer.text if is_same else cause.texts[language],
        outcome=answer.outcome,
        measures=answer.measures if is_same else "",
        author_id=answer.author_id,
        drafted_at=answer.drafted_at,
        submitted_at=answer.submitted_at,
        signed_at=answer.signed_at,
        signer_id=answer.signer_id,
        signer_post_id=answer.signer_post_id,
        signer_title=title or answer.signer_title,
        signer_name=answer.signer_name,
        verification_code=new_verification_code(),
    )
