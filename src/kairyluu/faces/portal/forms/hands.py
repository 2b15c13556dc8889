"""What an applicant sends while the appeal is considered: a withdrawal, a reply to a question."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kairyluu.faces.portal.forms.fields import Text
from kairyluu.usecases.hands.reply import ReplyToQuestion
from kairyluu.usecases.hands.withdraw import TakeBack


class TakeBackForm(forms.Form):
    reason = Text(limit=1000)

    def to_command(self, appeal_id: UUID) -> TakeBack:
        return TakeBack(appeal_id=appeal_id, reason=self.cleaned_data["reason"])


class ReplyForm(forms.Form):
    text = Text(_("Write your reply"), limit=4000)

    def to_command(self, appeal_id: UUID, key: UUID) -> ReplyToQuestion:
        """`key` is what the files were uploaded under."""
        return ReplyToQuestion(appeal_id=appeal_id, text=self.cleaned_data["text"], submission_key=key)
