"""What an applicant says of the answer."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kairyluu.design import wording
from kairyluu.faces.portal.forms.fields import Choice, Text
from kairyluu.usecases.voice.ask_review import AskReview
from kairyluu.usecases.voice.judge_promise import JudgePromise
from kairyluu.usecases.voice.rate_answer import RateAnswer

SCORES = tuple((code, word.text) for code, word in wording.SCORES.items())
YES_NO = (("yes", _("Yes")), ("no", _("No")))


class RatingForm(forms.Form):
    """The national scale, and whether the matter is really resolved."""

    score = Choice(tuple(code for code, _word in SCORES), _("Choose a mark from 1 to 5"))
    is_resolved = Choice(("yes", "no"), _("Say whether the matter is resolved"))
    comment = Text(limit=1000)

    def to_command(self, appeal_id: UUID) -> RateAnswer:
        said = self.cleaned_data
        return RateAnswer(
            appeal_id=appeal_id,
            score=int(said["score"]),
            is_resolved=said["is_resolved"] == "yes",
            comment=said["comment"],
        )


class ReviewForm(forms.Form):
    reason = Text(_("Write what is wrong with the answer"), limit=2000)

    def to_command(self, appeal_id: UUID) -> AskReview:
        return AskReview(appeal_id=appeal_id, reason=self.cleaned_data["reason"])


class PromiseForm(forms.Form):
    agrees = Choice(("yes", "no"), _("Say whether it was done"))
    note = Text(limit=1000)

    def to_command(self, appeal_id: UUID, promise_id: int) -> JudgePromise:
        said = self.cleaned_data
        return JudgePromise(
            appeal_id=appeal_id, promise_id=promise_id, agrees=said["agrees"] == "yes", note=said["note"]
        )
