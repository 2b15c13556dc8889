"""Forms of control: taking under control, lifting it, asking the body, answering for the body."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kairyluu.faces.desk.forms.case import ActForm
from kairyluu.faces.desk.forms.case_fields import Words
from kairyluu.usecases.control.answer_request import AnswerRequest
from kairyluu.usecases.control.lift_control import LiftControl
from kairyluu.usecases.control.request_information import RequestInformation
from kairyluu.usecases.control.take_under_control import TakeUnderControl


class TakeForm(ActForm):
    verb = "take_under_control"
    reason = Words(
        _("Write why the appeal is taken under control."), label=_("Reason for control"), limit=2000
    )

    def to_command(self, appeal_id: UUID) -> TakeUnderControl:
        return TakeUnderControl(appeal_id=appeal_id, reason=self.cleaned_data["reason"])


class LiftForm(ActForm):
    verb = "lift_control"
    reason = Words(_("Write why control is lifted."), label=_("Reason for lifting"), limit=2000)

    def to_command(self, appeal_id: UUID) -> LiftControl:
        return LiftControl(appeal_id=appeal_id, reason=self.cleaned_data["reason"])


class AskForm(ActForm):
    verb = "request_information"
    question = Words(_("Write what you want to know."), label=_("Question to the body"), limit=4000)

    def to_command(self, appeal_id: UUID) -> RequestInformation:
        return RequestInformation(appeal_id=appeal_id, question=self.cleaned_data["question"])


class AnswerRequestForm(ActForm):
    """One of several on a page: ids of controls carry the number of the request."""

    verb = "answer_request"
    answer = Words(_("Write the answer to the request."), label=_("Answer to the request"))

    def __init__(self, *args: Any, request_id: int = 0, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": f"answer_request-{request_id}-%s"} | kwargs)
        self.request_id = request_id

    def to_command(self, appeal_id: UUID) -> AnswerRequest:
        return AnswerRequest(appeal_id=appeal_id, request=self.request_id, answer=self.cleaned_data["answer"])


FORMS: dict[str, type[ActForm]] = {
    form.verb: form for form in (TakeForm, LiftForm, AskForm, AnswerRequestForm)
}
