"""What was restored: promises kept or not, what the applicant says of it, and a look from above."""

from __future__ import annotations

from kairyluu.data.appeals.models import Promise, Rating
from kairyluu.gateways.documents import SheetPart, SheetTable
from kairyluu.queries.proof.dossier import Dossier
from kairyluu.usecases.proof.tongue import Tongue, people


def restored(dossier: Dossier, tongue: Tongue) -> SheetPart:
    case, rating = dossier.case, dossier.rating
    facts = [("official_outcome", tongue.name(case.appeal.outcome))]
    if case.answer is not None and case.answer.sent_at:
        facts.append(("measures", case.answer.measures))
    if rating is not None:
        facts += [
            ("rating", _rated(rating, tongue)),
            ("really_resolved", tongue.yes(rating.is_resolved)),
            ("comment", rating.comment),
        ]
    elif case.appeal.closed_at is not None:
        facts.append(("rating", tongue.label("not_rated")))
    if (asked := case.review) is not None:
        outcome = people(
            tongue.name(asked.outcome), tongue.name(asked.decided_by), tongue.day(asked.decided_on)
        )
        facts.append(("review", people(tongue.day(asked.asked_on), asked.reason, outcome)))
    rows = tuple(_promise(promise, tongue) for promise in dossier.promises)
    columns = ("promise", "due", "word_of_body", "word_of_applicant")
    return SheetPart(
        "part_restored",
        facts=tuple((code, value) for code, value in facts if value),
        tables=(SheetTable("promises", columns, rows),) if rows else (),
    )


def _rated(rating: Rating, tongue: Tongue) -> str:
    word = tongue.word("score", str(rating.score))
    return tongue.said("rating_of", n=rating.score, word=word, at=tongue.moment(rating.rated_at))


def _promise(promise: Promise, tongue: Tongue) -> tuple[str, ...]:
    kept = people(
        tongue.moment(promise.kept_at),
        promise.kept_by.full_name if promise.kept_by else "",
        promise.kept_note,
        *(file.name for file in promise.files.all()),
    )
    agrees = people(
        tongue.yes(promise.applicant_agrees), tongue.moment(promise.applicant_at), promise.applicant_note
    )
    others = [
        people(tongue.yes(word.agrees), tongue.moment(word.said_at), word.note)
        for word in promise.words.all()
    ]
    waiting = tongue.label("not_confirmed")
    said = "; ".join(part for part in (agrees, *others) if part)
    return promise.text, tongue.day(promise.due_on), kept or waiting, said or waiting
