"""The head ends the correspondence on one matter after a number of answers that is data; new facts are always considered.
Law No. 67 of 4 May 2007 (repeated appeals without new grounds; the wording was not read)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kairyluu.data.appeals.identity import new_verification_code
from kairyluu.data.appeals.models import Answer, Appeal
from kairyluu.data.journal.recording import record
from kairyluu.notices import outbox
from kairyluu.queries.alike.matter import answered_before
from kairyluu.queries.directory import directory
from kairyluu.rules.facts import Actor
from kairyluu.rules.refusals import Refused
from kairyluu.rules.workdays import date_in_bishkek
from kairyluu.usecases.act import act
from kairyluu.usecases.alike.others import lock_together
from kairyluu.usecases.alike.release_members import release_members
from kairyluu.usecases.answers.letters import file_letter
from kairyluu.usecases.answers.outgoing import number_answer
from kairyluu.usecases.appeals.opening import acting_post, close, main_applicant, official_of, open_for

OUTCOME = "correspondence_closed"
# The last paragraph of each such letter.
NEW_FACTS = {
    "ky": "Эгерде бул маселе боюнча жаңы жагдайлар пайда болсо, аларды көрсөтүп кайра кайрыла аласыз: ал кароого алынат.",
    "ru": "Если по этому вопросу появятся новые обстоятельства, вы можете обратиться снова, указав их: такое обращение "
    "будет рассмотрено.",
    "en": "If new facts on this matter come to light, you may appeal again and name them: such an appeal will be considered.",
}


@dataclass(frozen=True, kw_only=True)
class EndCorrespondence:
    """`reason` goes to the applicant in the language of his appeal; `no_new_facts`: the head has looked for them."""

    appeal_id: UUID
    reason: str
    no_new_facts: bool = False
    seen_version: int | None = None


class NewFactsNotWeighed(Refused):
    """The head says himself that the appeal brings no new facts."""


class TooFewAnswers(Refused):
    """The matter has not been answered often enough; facts: n, least."""


class EndReasonTooShort(Refused):
    """The applicant is told why in words of at least so many characters; facts: least, length."""


@act
def end_correspondence(command: EndCorrespondence, *, actor: Actor, now: datetime) -> Appeal:
    _check_words(command)
    lock_together(command.appeal_id)
    appeal = open_for("end_correspondence", command.appeal_id, actor=actor, seen_version=command.seen_version)
    earlier, least = answered_before(actor, appeal), directory().number("correspondence_answers")
    if len(earlier) < least:
        raise TooFewAnswers({"n": len(earlier), "least": least})

    answer = _signed_letter(appeal, command, actor=actor, now=now)
    number_answer(answer, appeal, now)
    close(appeal, outcome_code=OUTCOME, on=date_in_bishkek(now))
    appeal.closed_at = now
    appeal.save()
    letter = file_letter(appeal, now=now)

    facts = {
        "outgoing_number": answer.outgoing_number,
        "outcome": OUTCOME,
        "n_answers": len(earlier),
        "letter_sha256": letter.sha256,
    }
    record(
        "end_correspondence",
        actor=actor,
        now=now,
        appeal_id=appeal.id,
        body_code=appeal.body.code,
        facts=facts,
        reason=command.reason,
    )
    outbox.put_for_applicant("answer_ready", appeal, main_applicant(appeal).email, now=now)
    release_members(appeal, "end_correspondence", actor=actor, now=now)
    return appeal


def _check_words(command: EndCorrespondence) -> None:
    if not command.no_new_facts:
        raise NewFactsNotWeighed()
    least, length = directory().number("refusal_reason_min_length"), len(command.reason.strip())
    if length < least:
        raise EndReasonTooShort({"least": least, "length": length})


def _signed_letter(appeal: Appeal, command: EndCorrespondence, *, actor: Actor, now: datetime) -> Answer:
    """Written and signed by the head in one act; a draft that was begun is replaced."""
    post, language, head = (
        acting_post(actor, appeal, "head", "deputy"),
        appeal.reply_language,
        official_of(actor),
    )
    answer = Answer.objects.filter(appeal=appeal).first() or Answer(
        appeal=appeal, author_id=head, drafted_at=now
    )
    answer.language = language
    answer.text = f"{command.reason.strip()}\n\n{NEW_FACTS[language]}"
    answer.measures = ""
    answer.outcome = directory().outcomes[OUTCOME]
    answer.submitted_at = answer.signed_at = now
    answer.signer_id, answer.signer_post_id = head, post.post_id
    answer.signer_title, answer.signer_name = post.title(language), actor.name
    answer.verification_code = new_verification_code()
    return answer
