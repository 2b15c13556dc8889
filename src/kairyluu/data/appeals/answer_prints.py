"""Writing what a sent answer is found by, in the transaction that sends it."""

from __future__ import annotations

from kairyluu.data.appeals.models import AnswerPrint, Appeal
from kairyluu.rules.quality.near_copies import bands, n_words


def take_print(appeal: Appeal, own: str) -> None:
    """`own` are the answer's own words, without those of the templates; once, when it is sent."""
    new_print(appeal, own).save(force_insert=True)


def new_print(appeal: Appeal, own: str) -> AnswerPrint:
    """The row, not saved."""
    return AnswerPrint(appeal=appeal, n_words=n_words(own), bands=list(bands(own, appeal.body.code)))
