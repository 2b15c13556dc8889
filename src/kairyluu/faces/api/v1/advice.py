"""What the text may be returned for, said beside the receipt; none of it stops anybody."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from ninja import Schema

from kairyluu.faces.api.language import language_now
from kairyluu.faces.api.v1.filling import Appeal, targets_of
from kairyluu.queries.conflicts.receivers import find_receiver, named_in
from kairyluu.queries.directory import directory
from kairyluu.rules.spelling import is_plausible_personal_number
from kairyluu.rules.submission_hints import (
    ALL_CAPITALS,
    LATIN_LETTERS,
    NO_SENTENCES,
    Limits,
    submission_hints,
)

_HINTS: dict[str, Any] = {
    ALL_CAPITALS: gettext_lazy(
        "The text is written in capital letters only. Written as usual it is easier to read."
    ),
    LATIN_LETTERS: gettext_lazy(
        "The text seems to be written in Latin letters. Write it in Cyrillic, or the body may return it."
    ),
    NO_SENTENCES: gettext_lazy(
        "The text is not divided into sentences. Put full stops, so that it can be understood."
    ),
}


class Advice(Schema):
    code: str
    detail: str


def advice_on(sent: Appeal, today: date) -> list[Advice]:
    said = [*_hints(sent)]
    if len(sent.text.strip()) < directory().number("text_min_length"):
        short = _("The text is very short. Say what happened, where, and what you ask for.")
        said.append(Advice(code="very_short", detail=short))
    if sent.kind == "complaint" and not targets_of(sent):
        nobody = _("Say whom the complaint is about: it is not given to that person to handle.")
        said.append(Advice(code="about_nobody", detail=nobody))
    number = sent.applicant.personal_number
    if number and not is_plausible_personal_number("".join(number.split())):
        digits = _("A personal number has 14 digits. Check whether all of them are there.")
        said.append(Advice(code="personal_number", detail=digits))
    return said + _elsewhere(sent, today)


def _hints(sent: Appeal) -> list[Advice]:
    known = directory()
    limits = Limits(
        capitals_share=float(known.setting("warn_capitals_share")),
        latin_share=float(known.setting("warn_latin_share")),
        sentence_length=known.number("warn_sentence_length"),
    )
    hints = submission_hints(sent.text, limits=limits, language=sent.reply_language)
    return [Advice(code=hint.code, detail=str(_HINTS[hint.code])) for hint in hints]


def _elsewhere(sent: Appeal, today: date) -> list[Advice]:
    """A complaint is considered above whom it is about."""
    addressed = directory().body(sent.body)
    considered = find_receiver(addressed, named_in(targets_of(sent)), today).body
    if considered.pk == addressed.pk:
        return []
    detail = _("Nobody considers a complaint about himself: this one goes to %(body)s.")
    return [Advice(code="considered_elsewhere", detail=detail % {"body": considered.name(language_now())})]
