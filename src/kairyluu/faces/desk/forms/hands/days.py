"""What moves the day of the answer: more time by the head, a question to the applicant."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kairyluu.faces.desk.forms.case import ActForm
from kairyluu.faces.desk.forms.case_fields import Day, Words
from kairyluu.usecases.hands.ask_applicant import AskApplicant
from kairyluu.usecases.hands.extend import ExtendTerm


class ExtendForm(ActForm):
    verb = "extend"
    reason = Words(_("Write why more time is needed: the applicant reads it."), label=_("Reason"), limit=2000)

    def to_command(self, appeal_id: UUID) -> ExtendTerm:
        return ExtendTerm(appeal_id=appeal_id, reason=self.cleaned_data["reason"], seen_version=self.seen())


class ReplyDay(Day):
    def __init__(self) -> None:
        super().__init__(label=_("Reply until"))
        self.required = True
        self.error_messages["required"] = _("Choose the last day for the reply.")


class AskForm(ActForm):
    verb = "ask_applicant"
    question = Words(_("Write the question."), label=_("Question to the applicant"), limit=2000)
    due_on = ReplyDay()

    def to_command(self, appeal_id: UUID) -> AskApplicant:
        return AskApplicant(
            appeal_id=appeal_id,
            question=self.cleaned_data["question"],
            due_on=self.cleaned_data["due_on"],
            seen_version=self.seen(),
        )
